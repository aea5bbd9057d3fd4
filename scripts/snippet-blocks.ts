import type { Catalogue, RecordColumn, RecordField } from '../src/core/catalogue';
import { columnTitle } from '../src/core/records/scaffold-table';
import { choice, escaped } from './snippet-text';
import type { Snippet } from './snippet-text';

type Format = 'markdown' | 'yaml';

const MARKS = ['R', 'A', 'C', 'I', 'A/R'];
const MAIN_COLUMNS = new Set([
  'id',
  'title',
  'scenario',
  'controls',
  'likelihood',
  'impact',
  'treatment',
  'owner',
  'due',
]);
const EVIDENCE = ['policy', 'procedure', 'implementation', 'monitoring'];

/** Single rows and sections of records, to be put into a document that is already there. */
export function blockSnippets(catalogue: Catalogue, format: Format): Record<string, Snippet> {
  const raci = fieldOf(catalogue, 'system-profile', 'raci');
  const blocks: [string, Snippet][] = [
    [
      'RACI table',
      {
        prefix: 'aib-raci',
        description: 'Who does what for each of the 13 principles: one A and at least one R per row',
        body:
          format === 'yaml' ? ['raci:', ...raciSnippet(raci, counter()).map((line) => `  ${line}`)] : raciTable(raci),
      },
    ],
    ['Evidence entry', { prefix: 'aib-evidence', description: 'Where a claim can be checked', body: evidence(format) }],
    threat(catalogue, format),
  ];
  if (format === 'yaml') {
    blocks.push(
      row('System', 'aib-system', 'One AI system of the project', format, [catalogue, 'system-profile', 'systems']),
      row('Supplier question', 'aib-question', 'One question to a supplier', format, [
        ...([catalogue, 'supplier-assessment', 'questions'] as const),
      ]),
      ...threatBlocks(catalogue),
    );
  } else {
    blocks.push(
      ['Checklist section', checklist()],
      row('Monitoring signal', 'aib-signal', 'One sign of bad behaviour, with what to do first', format, [
        ...([catalogue, 'monitoring-runbook', 'Bad behaviour'] as const),
      ]),
      row('Test row', 'aib-test', 'One security test with its result', format, [
        catalogue,
        'security-test-report',
        'Tests',
      ]),
    );
  }
  return Object.fromEntries(blocks.map(([name, snippet]) => [`AI Baseline: ${name}`, snippet]));
}

/** The rows of a matrix in YAML, each cell a choice of marks. */
export function raciSnippet(field: RecordField, next: () => number): string[] {
  const [first, ...functions] = field.columns ?? [];
  return (field.items ?? []).flatMap(({ text }, index) => {
    const cells = functions.map(({ key }) => `${key}: "${choice(next(), MARKS, '-')}"`).join(', ');
    return [`# ${index + 1} ${escaped(text)}`, `- { ${first?.key ?? ''}: ${index + 1}, ${cells} }`];
  });
}

function raciTable(field: RecordField): string[] {
  const columns = field.columns ?? [];
  const next = counter();
  return [
    line(columns.map(({ key }) => columnTitle(key))),
    line(columns.map(() => '---')),
    ...(field.items ?? []).map(({ text }, index) => {
      const title = `${index + 1} ${escaped(text.replace(/ \([^()]*\)$/u, ''))}`;
      return line([title, ...columns.slice(1).map(() => choice(next(), MARKS, '-'))]);
    }),
    '$0',
  ];
}

function evidence(format: Format): string[] {
  const kind = choice(1, EVIDENCE);
  if (format === 'markdown')
    return [`- **${kind}:** [$2]($3), version $4, $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE`, '$0'];
  return [
    `- kind: ${kind}`,
    '  ref: "$2"',
    '  version: "$3"',
    '  date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE',
    '  note: "$4"',
    '$0',
  ];
}

function checklist(): Snippet {
  return {
    prefix: 'aib-checklist',
    description: 'A section of things to do; where one does not apply, "n/a:" and why behind it',
    body: [
      '## $1',
      '',
      '<!-- Where an item does not apply, leave it unticked and write "n/a:" and why behind it. -->',
      '',
      '- [ ] $2 ($3)',
      '- [ ] $4 ($5)',
      '$0',
    ],
  };
}

function row(
  name: string,
  prefix: string,
  description: string,
  format: Format,
  [catalogue, kind, field]: readonly [Catalogue, string, string],
): [string, Snippet] {
  const columns = fieldOf(catalogue, kind, field).columns ?? [];
  return [name, { prefix, description, body: format === 'yaml' ? yamlRow(columns) : [line(cells(columns)), '$0'] }];
}

/** A row of each list of a threat model. */
function threatBlocks(catalogue: Catalogue): [string, Snippet][] {
  const blocks: readonly (readonly [name: string, prefix: string, description: string, field: string])[] = [
    ['Threat model asset', 'aib-asset', 'Something worth attacking', 'assets'],
    ['Component', 'aib-component', 'One part of the system in a threat model', 'architecture.components'],
    ['Entry point', 'aib-entry', 'One way into the system in a threat model', 'architecture.entry-points'],
    ['Trust boundary', 'aib-boundary', 'One line between more and less trusted parts', 'architecture.trust-boundaries'],
    ['Data flow', 'aib-flow', 'What moves from one part to another', 'architecture.flows'],
    ['Permission', 'aib-permission', 'What the system may do on another one', 'permissions'],
    ['Superfluous function', 'aib-superfluous', 'What a model can do and nobody needs', 'superfluous'],
    ['Risk acceptance row', 'aib-acceptance', 'Who lives with which risk, and until when', 'acceptance'],
    ['Communicated threat', 'aib-communicated', 'Which threat was told to whom', 'communicated'],
  ];
  const controls = fieldOf(catalogue, 'threat-model', 'threats').columns?.find(({ key }) => key === 'controls');
  const control = { prefix: 'aib-control', description: 'One control against a threat' };
  return [
    ...blocks.map(([name, prefix, description, field]) =>
      row(name, prefix, description, 'yaml', [catalogue, 'threat-model', field]),
    ),
    ['Control', { ...control, body: yamlRow(controls?.columns ?? []) }],
  ];
}

/** In Markdown no record holds threats: their table is of one's own, and so comes with its head and the columns that matter most. */
function threat(catalogue: Catalogue, format: Format): [string, Snippet] {
  const about = { prefix: 'aib-threat', description: 'One threat, with what is done about it' };
  const columns = fieldOf(catalogue, 'threat-model', 'threats').columns ?? [];
  if (format === 'yaml') return ['Threat row', { ...about, body: yamlRow(columns) }];
  const wanted = columns.filter(({ key }) => MAIN_COLUMNS.has(key));
  const head = [line(wanted.map(({ key }) => columnTitle(key))), line(wanted.map(() => '---'))];
  return ['Threat row', { ...about, body: [...head, line(cells(wanted)), '$0'] }];
}

function yamlRow(all: readonly Omit<RecordColumn, 'columns'>[]): string[] {
  const columns = all.filter(({ rare }) => !rare);
  const values = cells(columns);
  const rows = columns.map(({ key }, index) => `${index === 0 ? '- ' : '  '}${key}: "${values[index] ?? ''}"`);
  return [...rows, '$0'];
}

function cells(columns: readonly Pick<RecordColumn, 'values'>[]): string[] {
  return columns.map(({ values }, index) => (values === undefined ? `$${index + 1}` : choice(index + 1, values)));
}

function line(texts: readonly string[]): string {
  return `| ${texts.join(' | ')} |`;
}

function fieldOf(catalogue: Catalogue, kind: string, name: string): RecordField {
  const fields = catalogue.records.find(({ id }) => id === kind)?.fields ?? [];
  const field = fields.find(({ key, heading }) => key === name || heading === name);
  if (field === undefined) throw new Error(`There is no field ${name} in the records of kind ${kind}`);
  return field;
}

function counter(): () => number {
  const state = { last: 0 };
  return () => (state.last += 1);
}
