import { dayWords } from '../catalogue/words';
import { ASSET_KINDS, isDocumentedKind } from '../model';
import type { Asset, AssetKind, Coverage, Finding, Scope, Severity, Snapshot } from '../model';
import { acceptedUntil } from './accepted';
import { KIND_WORDS } from './words';

/** What a piece of text is, for whoever colours it. */
export type Tone = Severity | 'path' | 'dim' | 'strong' | 'good';
export type Style = (tone: Tone, text: string) => string;

export const plainStyle: Style = (_tone, text) => text;

export interface TextOptions {
  readonly style?: Style;
  /** Findings outside product scope and suppressed ones too, one by one. */
  readonly all?: boolean;
}

const KINDS: readonly (readonly [AssetKind, string])[] = [
  ['model', 'Models'],
  ['dataset', 'Datasets'],
  ['prompt', 'Prompts'],
];

const SCOPES: Readonly<Record<Exclude<Scope, 'product'>, string>> = {
  development: "Developers' own tools",
  test: 'Tests',
  example: 'Examples',
};

const MOST_SKIPPED = 10;

/** The snapshot for people: findings by file, a table of assets, what was looked at. Ends in a newline. */
export function textReport(snapshot: Snapshot, options: TextOptions = {}): string {
  const style = options.style ?? plainStyle;
  const sections = [
    findingLines(snapshot.findings, style, options),
    summaryTable(snapshot.assets, style),
    totals(snapshot, style, options.all ?? false),
    claimLines(snapshot),
    coverageLines(snapshot.coverage, style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function findingLines(findings: readonly Finding[], style: Style, options: TextOptions): string[] {
  const shown = findings.filter(
    (finding) => options.all === true || (finding.suppressed === null && finding.scope === 'product'),
  );
  const width = Math.max(0, ...shown.map((finding) => place(finding).length));
  const lines: string[] = [];
  let path: string | null = null;
  for (const finding of shown) {
    if (finding.path !== path) {
      if (path !== null) lines.push('');
      lines.push(style('path', printable(finding.path)));
      path = finding.path;
    }
    const word = finding.severity.padEnd('warning'.length);
    const how = finding.suppressed?.by === 'accepted' ? 'accepted' : 'suppressed';
    const note = finding.suppressed ? ` [${how}: ${printable(finding.suppressed.reason)}${until(finding)}]` : '';
    lines.push(
      `  ${place(finding).padEnd(width)}  ${style(finding.severity, word)}  ${printable(finding.message)}` +
        `${style('dim', note)}  ${style('dim', finding.rule)}`,
    );
  }
  return lines;
}

function place(finding: Finding): string {
  const cell = finding.cell === undefined ? '' : ` cell ${finding.cell}:${finding.cellLine ?? 1}`;
  return `${finding.line}:${finding.column}${cell}`;
}

function until(finding: Finding): string {
  return finding.suppressed?.until ? `, until ${finding.suppressed.until}` : '';
}

function summaryTable(assets: readonly Asset[], style: Style): string[] {
  if (assets.length === 0) return ['No AI assets found.'];
  const rows = KINDS.flatMap(([kind, title]) => {
    const own = assets.filter((asset) => asset.kind === kind && asset.scope === 'product');
    return own.length === 0 ? [] : [[title, ...states(own)]];
  });
  const parts = counted(assets.filter(({ kind, scope }) => scope === 'product' && !isDocumentedKind(kind)));
  const lines = rows.length > 0 ? table(rows, style) : [];
  if (parts.length > 0) lines.push(style('dim', `${rows.length > 0 ? 'Beside them' : 'Found'}: ${parts.join(', ')}.`));
  if (lines.length === 0) lines.push('No AI assets found in the product itself.');
  for (const scope of ['development', 'test', 'example'] as const) {
    const others = assets.filter((asset) => asset.scope === scope);
    if (others.length === 0) continue;
    lines.push(style('dim', `${SCOPES[scope]}: ${counted(others).join(', ')} (information only)`));
  }
  return lines;
}

/** `2 models`, `1 agent`: each kind that there is. */
function counted(assets: readonly Asset[]): string[] {
  return ASSET_KINDS.flatMap((kind) => {
    const amount = assets.filter((asset) => asset.kind === kind).length;
    return amount === 0 ? [] : [`${amount} ${KIND_WORDS[kind][amount === 1 ? 0 : 1]}`];
  });
}

/** How many are documented, drafts, undocumented. */
function states(assets: readonly Asset[]): string[] {
  const documented = assets.filter((asset) => asset.documented).length;
  const drafts = assets.filter((asset) => asset.documentation.state === 'draft').length;
  return [documented, drafts, assets.length - documented - drafts].map(String);
}

function table(rows: readonly (readonly string[])[], style: Style): string[] {
  const head = ['', 'documented', 'draft', 'undocumented'];
  const all = [head, ...rows];
  const widths = head.map((_cell, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row, index) => {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return index === 0 ? style('strong', cells.join('  ')) : cells.join('  ');
  });
}

function totals({ findings, asOf }: Snapshot, style: Style, all: boolean): string[] {
  const product = findings.filter((finding) => finding.scope === 'product');
  const open = product.filter((finding) => finding.suppressed === null);
  const counted = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const amount = open.filter((finding) => finding.severity === severity).length;
    const word = severity === 'info' ? 'note' : severity;
    return amount === 0 ? [] : [style(severity, `${amount} ${word}${amount === 1 ? '' : 's'}`)];
  });
  const parts = [counted.length === 0 ? style('good', 'Nothing to report') : counted.join(', ')];
  const accepted = acceptedUntil(findings);
  parts.push(...accepted.map((each) => `${number(each.findings)} accepted until ${dayWords(each.until, asOf)}`));
  const suppressed = findings.filter(({ suppressed: why }) => why !== null && why.by !== 'accepted').length;
  if (suppressed > 0) parts.push(`${suppressed} suppressed`);
  const elsewhere = findings.length - product.length;
  if (elsewhere > 0) parts.push(`${elsewhere} outside the product, for information`);
  const hint = !all && suppressed + accepted.length + elsewhere > 0 ? style('dim', ' (--all shows them)') : '';
  return [`${parts.join('; ')}${hint}.`];
}

/** What is claimed, where anything is. */
function claimLines({ claims, provisions, standard }: Snapshot): string[] {
  if (claims === null) return [];
  const states = provisions.filter((each) => each.claims.some(({ state }) => state !== 'not-assessed'));
  const against = provisions.filter((each) => each.claims.some(({ state }) => state === 'contradicted')).length;
  const name = `${standard.id.replace(/^ETSI /u, '')} ${standard.version}`;
  const rest = against === 0 ? '' : ` ${against} contradicted by what is seen.`;
  return [
    `Claims made by the project itself for ${states.length} of ${provisions.length} provisions of ${name}; ${provisions.length - states.length} not assessed.${rest}`,
  ];
}

function coverageLines(coverage: Coverage, style: Style): string[] {
  const { ignored, skipped, read } = coverage;
  const folders = skipped.filter((entry) => entry.path.endsWith('/'));
  const files = skipped.filter((entry) => !entry.path.endsWith('/'));
  const total = number(read + files.length);
  const lines =
    files.length === 0
      ? [`${total} ${read === 1 ? 'file' : 'files'} read.`]
      : [`Of ${total} files ${number(files.length)} could not be read:`, ...skippedLines(files, style)];
  if (folders.length > 0) lines.push('Folders that were not entered:', ...skippedLines(folders, style));
  const left = [
    [ignored.gitignore, '.gitignore'],
    [ignored.config, 'ai-baseline.yaml'],
    [ignored.default, 'default (dependencies, build output)'],
  ].flatMap(([amount, by]) => (amount === 0 ? [] : [`${number(Number(amount))} by ${String(by)}`]));
  if (left.length > 0) lines.push(style('dim', `Left out: ${left.join(', ')}.`));
  return lines;
}

function skippedLines(skipped: Coverage['skipped'], style: Style): string[] {
  const lines = skipped
    .slice(0, MOST_SKIPPED)
    .map(({ path, reason }) => style('dim', `  ${printable(path)}: ${printable(reason)}`));
  const more = skipped.length - lines.length;
  return more === 0 ? lines : [...lines, style('dim', `  and ${number(more)} more`)];
}

/** 1204 → 1,204, in every locale. */
function number(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/gu, ',');
}

/** Text from the repository must not move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
