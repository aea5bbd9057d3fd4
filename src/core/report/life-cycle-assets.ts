import type { Asset, Coverage, DocumentationState, Scope } from '../model';
import { ASSET_KINDS, isDocumentedKind } from '../model';
import { skippedParts } from './header';
import { htmlText } from './html-text';
import { foldedHtml, listHtml, placeHtml, tableHtml } from './life-cycle-parts';
import type { PageLinks } from './life-cycle-parts';
import { KIND_WORDS, PIN_WORDS, counted, documentationWords, thousands } from './words';

const SCOPES: Readonly<Record<Scope, string>> = {
  product: 'The product itself',
  development: "Developers' own tools",
  test: 'Tests',
  example: 'Examples',
};

/** More assets of one scope than this are folded up by kind: nobody reads through them, and browsers lay out what is open. */
const MOST_OPEN = 100;
/** Rows of one table; where there are more, each further table is folded up by itself. */
const MOST_ROWS = 200;

const MOST_PRESSING: readonly DocumentationState[] = ['none', 'mentioned', 'draft', 'described', 'recorded'];

/** The assets by scope, each with its first place and its papers; many of them folded up by kind, with how they are documented. */
export function assetsHtml(assets: readonly Asset[], links: PageLinks): string {
  if (assets.length === 0) return '<p>No AI assets were found.</p>';
  return (Object.keys(SCOPES) as Scope[])
    .map((scope) => ({ title: SCOPES[scope], own: assets.filter((asset) => asset.scope === scope) }))
    .filter(({ own }) => own.length > 0)
    .map(({ title, own }) => {
      const caption = `${title}: ${counted(own.length, 'asset')}`;
      return own.length <= MOST_OPEN ? assetTable(caption, own, links) : kindsHtml(caption, title, own, links);
    })
    .join('\n');
}

function assetTable(caption: string, assets: readonly Asset[], links: PageLinks): string {
  const head = ['Asset', 'Kind', 'Supplier', 'Version', 'Documentation', 'Where'];
  const rows = assets.map((asset) => cells(asset, links));
  return tableHtml(caption, head, rows);
}

function kindsHtml(caption: string, scope: string, assets: readonly Asset[], links: PageLinks): string {
  const kinds = ASSET_KINDS.map((kind) => ({ kind, own: assets.filter((asset) => asset.kind === kind) }));
  const folded = kinds
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }) => {
      const amount = counted(own.length, ...KIND_WORDS[kind]);
      const standing = isDocumentedKind(kind) ? `: ${documentedWords(own)}` : '';
      return foldedHtml(`${amount}${standing}`, piecesHtml(`${scope}: ${amount}`, own, links));
    });
  return `<h3>${htmlText(caption)}</h3>\n${folded.join('\n')}`;
}

/** One table, or several that are told apart by the first and the last asset in each: by the id, as prompts share names. */
function piecesHtml(caption: string, assets: readonly Asset[], links: PageLinks): string {
  if (assets.length <= MOST_ROWS) return assetTable(caption, assets, links);
  const pieces: string[] = [];
  for (let from = 0; from < assets.length; from += MOST_ROWS) {
    const piece = assets.slice(from, from + MOST_ROWS);
    const which = rangeWords(thousands(from + 1), thousands(from + piece.length), ' to ');
    const ends = rangeWords(idWithoutKind(piece[0]), idWithoutKind(piece.at(-1)), ' … ');
    pieces.push(foldedHtml(`${which}: ${ends}`, assetTable(`${caption}, ${which}`, piece, links)));
  }
  return pieces.join('\n');
}

/** `src/desk.py#SYSTEM` of `prompt:src/desk.py#SYSTEM`. */
function idWithoutKind(asset: Asset | undefined): string {
  return asset === undefined ? '' : asset.id.slice(asset.kind.length + 1);
}

/** `1 to 200`; the last piece may hold one only. */
function rangeWords(first: string, last: string, between: string): string {
  return first === last ? first : `${first}${between}${last}`;
}

/** `12 not documented, 3 draft, 40 recorded`: what most needs a hand first. */
function documentedWords(assets: readonly Asset[]): string {
  return MOST_PRESSING.map((state) => assets.filter((asset) => asset.documentation.state === state))
    .flatMap((own) => (own[0] === undefined ? [] : [`${thousands(own.length)} ${documentationWords(own[0])}`]))
    .join(', ');
}

function cells(asset: Asset, links: PageLinks): string[] {
  const { name, kind, suppliers, pin, documentation, sites } = asset;
  const papers = documentation.by.map((path) => placeHtml({ path, line: null }, links));
  const [first] = sites;
  const more = sites.length > 1 ? ` and ${counted(sites.length - 1, 'more place', 'more places')}` : '';
  return [
    `<code>${htmlText(name)}</code>`,
    htmlText(kind),
    htmlText(suppliers.join(', ')) || '–',
    PIN_WORDS[pin],
    [documentationWords(asset), papers.join(', ')].filter(Boolean).join(': '),
    first === undefined ? '–' : `${placeHtml(first, links)}${more}`,
  ];
}

/** Files that could not be read and folders that were not entered, with the reasons. */
export function coverageHtml(coverage: Coverage): string {
  const { files, folders } = skippedParts(coverage);
  const item = ({ path, reason }: Coverage['skipped'][number]) => `<code>${htmlText(path)}</code>: ${htmlText(reason)}`;
  return [
    `<p>${counted(coverage.read, 'file was', 'files were')} read. What was not read makes that something is missing uncertain.</p>`,
    files.length === 0 ? '' : `<p>Files that could not be read:</p>${listHtml(files.map(item))}`,
    folders.length === 0 ? '' : `<p>Folders that were not entered:</p>${listHtml(folders.map(item))}`,
  ].join('');
}
