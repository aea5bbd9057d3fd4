import type { Asset, Coverage, Scope } from '../model';
import { skippedParts } from './header';
import { htmlText } from './html-text';
import { listHtml, placeHtml, tableHtml } from './life-cycle-parts';
import type { PageLinks } from './life-cycle-parts';
import { PIN_WORDS, counted, documentationWords } from './words';

const SCOPES: Readonly<Record<Scope, string>> = {
  product: 'The product itself',
  development: "Developers' own tools",
  test: 'Tests',
  example: 'Examples',
};

/** The assets by scope, each with its first place and its papers. */
export function assetsHtml(assets: readonly Asset[], links: PageLinks): string {
  if (assets.length === 0) return '<p>No AI assets were found.</p>';
  return (Object.keys(SCOPES) as Scope[])
    .map((scope) => ({ scope, own: assets.filter((asset) => asset.scope === scope) }))
    .filter(({ own }) => own.length > 0)
    .map(({ scope, own }) =>
      tableHtml(
        `${SCOPES[scope]}: ${counted(own.length, 'asset')}`,
        ['Asset', 'Kind', 'Supplier', 'Version', 'Documentation', 'Where'],
        own.map((asset) => cells(asset, links)),
      ),
    )
    .join('\n');
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
