import type { Asset, Finding, Severity } from '../model';
import { headerText, skippedParts } from './header';
import { lifeCycleView } from './life-cycle';
import type { LifeCycleView } from './life-cycle';
import type { ProvisionRow, ReportInput } from './input';
import { code, inline, placeLink, table } from './markdown-text';
import { placeUri } from './uri';
import { PIN_WORDS, STATE_WORDS, claimFor, counted, documentationWords, thousands } from './words';

type Place = (at: { readonly path: string; readonly line: number | null }) => string;

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
];
/** Comments of code hosts end somewhere; what is left out is counted. */
const MOST_FINDINGS = 100;

/** A report for pull requests and reviews: findings, what is contradicted, how provisions and assets stand, coverage. */
export function markdownReport(input: ReportInput): string {
  const view = lifeCycleView(input);
  const { linkBase } = input;
  const place: Place = ({ path, line }) =>
    linkBase === null
      ? code(line === null ? path : `${path}:${line}`)
      : placeLink(path, line, placeUri(linkBase)({ path, line: null }));
  return [
    `# ${inline(view.title)}`,
    '',
    inline(headerText(input)),
    '',
    ...findingsSection(input.snapshot.findings, place),
    ...contradictedSection(view.contradicted, place),
    ...overdueSection(view, place),
    ...systemsSection(view, place),
    ...provisionsSection(view),
    ...assetsSection(view.assets, place),
    ...coverageSection(view),
  ].join('\n');
}

function findingsSection(findings: readonly Finding[], place: Place): string[] {
  const product = findings.filter(({ scope }) => scope === 'product');
  const open = product.filter(({ suppressed }) => suppressed === null);
  const amounts = SEVERITIES.map(([severity, word]) => ({
    word,
    amount: open.filter((finding) => finding.severity === severity).length,
  })).filter(({ amount }) => amount > 0);
  const others = [
    [product.length - open.length, 'suppressed or accepted, with a reason'],
    [findings.length - product.length, 'outside the product, for information'],
  ] as const;
  const said = [
    ...amounts.map(({ word, amount }) => counted(amount, word)),
    ...others.filter(([amount]) => amount > 0).map(([amount, word]) => `${thousands(amount)} ${word}`),
  ];
  return [
    '## Findings',
    '',
    `${open.length === 0 ? 'Nothing open' : 'Open'}${said.length === 0 ? '' : `: ${said.join(', ')}`}.`,
    '',
    ...spaced(
      table(
        ['Severity', 'Finding', 'Place', 'Provisions'],
        open
          .slice(0, MOST_FINDINGS)
          .map(({ severity, message, rule, path, line, provisions }) => [
            SEVERITIES.find(([name]) => name === severity)?.[1] ?? severity,
            `${inline(message)} (${code(rule)})`,
            place({ path, line }),
            provisions.join(', '),
          ]),
      ),
    ),
    ...(open.length > MOST_FINDINGS ? [`And ${thousands(open.length - MOST_FINDINGS)} more.`, ''] : []),
  ];
}

function contradictedSection(rows: readonly ProvisionRow[], place: Place): string[] {
  const items = rows.flatMap(({ provision, status }) =>
    status.claims
      .filter(({ contradictions }) => contradictions.length > 0)
      .flatMap((claim) => [
        `- **${provision.id}** ${inline(provision.asks)}, claimed for ${inline(claimFor(claim))} at ${place({ path: claim.path, line: claim.range.line })}`,
        ...claim.contradictions.map(({ sentence, detail, places }) => {
          const counted = detail === '' ? '' : ` (${inline(detail)})`;
          const where = places.length === 0 ? '' : `: ${places.slice(0, 5).map(place).join(', ')}`;
          return `  - Seen otherwise: ${inline(sentence)}${counted}${where}`;
        }),
      ]),
  );
  return items.length === 0 ? [] : ['## Claims that are contradicted by what is seen', '', ...items, ''];
}

function overdueSection({ overdue }: LifeCycleView, place: Place): string[] {
  if (overdue.length === 0) return [];
  const rows = overdue.map((each) => [inline(each.what), each.date, inline(each.owner ?? '–'), place(each.place)]);
  return ['## Overdue', '', ...spaced(table(['What', 'Since', 'Owner', 'Place'], rows))];
}

function systemsSection({ systems }: LifeCycleView, place: Place): string[] {
  if (systems.length === 0) return [];
  const rows = systems.map(({ name, purpose, deployed, runs, data, owner, place: at }) => [
    ...[name, purpose ?? '–', deployed ?? '–', runs ?? '–', data ?? '–', owner ?? '–'].map(inline),
    place(at),
  ]);
  const head = ['System', 'Purpose', 'Deployed', 'Runs', 'Data', 'Owner', 'Place'];
  return ['## Systems', '', ...spaced(table(head, rows))];
}

function provisionsSection({ phases }: LifeCycleView): string[] {
  const rows = phases.flatMap(({ title, principles }) =>
    principles.map((principle) => [
      inline(title),
      `${principle.number} ${inline(principle.title)}`,
      inline(principle.words),
      String(principle.rows.reduce((sum, { status }) => sum + status.findings, 0)),
    ]),
  );
  const claimed = phases.flatMap(({ principles }) =>
    principles.flatMap((principle) => principle.rows.filter(({ status }) => status.claims.length > 0)),
  );
  return [
    '## Provisions',
    '',
    ...spaced(table(['Phase', 'Principle', 'Standing', 'Open findings'], rows)),
    ...(claimed.length === 0
      ? []
      : spaced(
          table(
            ['Provision', 'Asks for', 'Standing'],
            claimed.map(({ provision, status }) => [
              provision.id,
              inline(provision.asks),
              inline(STATE_WORDS[status.status]),
            ]),
          ),
        )),
  ];
}

function assetsSection(assets: readonly Asset[], place: Place): string[] {
  const product = assets.filter(({ scope }) => scope === 'product');
  const rows = product.map((asset) => {
    const { kind, name, suppliers, pin, sites } = asset;
    return [
      ...[kind, code(name), inline(suppliers.join(', ')), PIN_WORDS[pin], documentationWords(asset)],
      sites[0] === undefined ? '' : place({ path: sites[0].path, line: sites[0].line }),
    ];
  });
  const others = assets.length - product.length;
  return [
    '## Assets',
    '',
    product.length === 0
      ? 'No AI assets were found in the product itself.'
      : `${counted(product.length, 'asset')} in the product itself${others === 0 ? '' : `, ${thousands(others)} beside it (tests, examples, developers' own tools)`}.`,
    '',
    ...spaced(table(['Kind', 'Name', 'Supplier', 'Version', 'Documentation', 'Where'], rows)),
  ];
}

function coverageSection({ coverage, notes }: LifeCycleView): string[] {
  const { files, folders } = skippedParts(coverage);
  return [
    '## What was looked at',
    '',
    `- ${counted(coverage.read, 'file was', 'files were')} read.`,
    ...files.map(({ path, reason }) => `- Could not be read: ${code(path)}: ${inline(reason)}`),
    ...folders.map(({ path, reason }) => `- Not entered: ${code(path)}: ${inline(reason)}`),
    ...notes.map((note) => `- ${inline(note)}`),
    '',
  ];
}

function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? lines : [...lines, ''];
}
