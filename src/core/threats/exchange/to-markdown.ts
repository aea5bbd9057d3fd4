import type { ComponentType, Threat, ThreatModel } from '../../model';
import { drawnOf } from './drawn';
import type { Drawn, DrawnBoundary, DrawnPart } from './drawn';
import type { Notes } from './notes';

const SHAPES: Readonly<Record<ComponentType, readonly [string, string]>> = {
  actor: ['(["', '"])'],
  process: ['("', '")'],
  store: ['[("', '")]'],
  model: ['{{"', '"}}'],
  tool: ['[/"', '"/]'],
  external: ['[["', '"]]'],
};
const DEEPEST = 100;

/** A threat model for reading on a host of Git: a diagram in Mermaid, its parts, its threats, what is open. */
export function toMarkdown(model: ThreatModel, notes: Notes): string {
  const drawn = drawnOf(model, notes);
  const about = [
    ['Version', model.version],
    ['Owner', model.owner],
    ['Reviewed', model.reviewed?.date ?? null],
    ['Next review', model.reviewBy?.date ?? null],
  ] as const;
  return [
    `# Threat model: ${inline(model.system)}`,
    model.purpose === null ? '' : paragraphs(model.purpose),
    about.map(([label, value]) => `- ${label}: ${value === null ? 'not stated' : inline(value)}`).join('\n'),
    list('Out of scope', model.outOfScope),
    list('Assumptions', model.assumptions),
    drawn.parts.length === 0 ? '' : `## Data flows\n\n\`\`\`mermaid\n${mermaid(drawn)}\n\`\`\``,
    assets(model),
    threats(model),
    ...model.threats.map(threatText),
    acceptances(model),
    list('Changes', model.changeLog),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** The diagram: what lies in a trust boundary is framed. Ids are our own, so that no name can end or begin anything. */
function mermaid({ parts, boundaries, flows }: Drawn): string {
  const ids = new Map(parts.map(({ id }, index) => [id, `n${String(index + 1)}`]));
  const lines = ['flowchart LR', ...frame(null, { parts, boundaries, ids, depth: 1 })];
  for (const { from, to, data, both } of flows) {
    const label = data === null ? '' : `|"${labelText(data)}"|`;
    lines.push(`  ${ids.get(from) ?? ''} ${both ? '<-->' : '-->'}${label} ${ids.get(to) ?? ''}`);
  }
  return lines.join('\n');
}

interface Framed extends Pick<Drawn, 'parts' | 'boundaries'> {
  readonly ids: ReadonlyMap<string, string>;
  readonly depth: number;
}

function frame(box: string | null, framed: Framed): string[] {
  const { parts, boundaries, ids, depth } = framed;
  const space = '  '.repeat(depth);
  const part = ({ id, name, type }: DrawnPart) => {
    const [open, close] = SHAPES[type];
    return `${space}${ids.get(id) ?? ''}${open}${labelText(name)}${close}`;
  };
  const sub = (each: DrawnBoundary): string[] => [
    `${space}subgraph b${String(boundaries.indexOf(each) + 1)}["${labelText(each.name)}"]`,
    ...(depth < DEEPEST ? frame(each.id, { ...framed, depth: depth + 1 }) : []),
    `${space}end`,
  ];
  return [
    ...parts.filter(({ boundary }) => boundary === box).map(part),
    ...boundaries.filter(({ inside }) => inside === box).flatMap(sub),
  ];
}

/** Words inside the quotes of Mermaid: whatever could be read as more than words is written as its number. */
function labelText(text: string): string {
  const line = text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  const short = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  return short.replace(/["#&;<>`\\|[\]{}()*_~]/gu, (mark) => `#${String(mark.charCodeAt(0))};`);
}

/** Words in a line or cell of Markdown, without marks that could become links, pictures, tags or mentions. */
function inline(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/([\\`*_[\]|~#!])/gu, '\\$1')
    .replace(/@(?=\w)/gu, '@\u2060');
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map(inline)
    .filter((each) => each !== '')
    .map(unlisted)
    .join('\n\n');
}

/** A line that begins like an item or a heading is still a line. */
function unlisted(line: string): string {
  return line.replace(/^(\d+)([.)])/u, '$1\\$2').replace(/^([-+>=])/u, '\\$1');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${unlisted(inline(item))}`).join('\n')}`;
}

function assets({ assets: all }: ThreatModel): string {
  const rows = all.map(({ asset, name, sensitivity, owner }) => [
    asset.text,
    name ?? '',
    sensitivity ?? '',
    owner ?? '',
  ]);
  return all.length === 0 ? '' : `## Assets\n\n${table(['Asset', 'Name', 'Sensitivity', 'Owner'], rows)}`;
}

function threats({ threats: all }: ThreatModel): string {
  if (all.length === 0) return '';
  const rows = all.map((threat) => [
    threat.id.text,
    threat.title,
    threat.targets.map(({ text }) => text).join(', '),
    threat.inherent ?? 'not rated',
    threat.residual ?? 'not rated',
    threat.treatment ?? 'open',
  ]);
  const open = all.filter(({ treatment }) => treatment === null).length;
  const words = open === 0 ? '' : `\n\nWithout a decision: ${String(open)} of ${String(all.length)}.`;
  return `## Threats\n\n${table(['Id', 'Threat', 'Aims at', 'Inherent', 'Residual', 'Treatment'], rows)}${words}`;
}

function threatText(threat: Threat): string {
  const controls = threat.controls.map(({ text, state, owner, due }) => {
    const more = [state === 'planned' ? 'planned' : 'in place', owner, due === null ? null : `by ${due.date}`];
    return `  - ${unlisted(inline(text))} (${more.flatMap((each) => (each === null ? [] : inline(each))).join(', ')})`;
  });
  const lines = [
    threat.stride.length === 0 ? '' : `- Harm: ${threat.stride.join(', ')}`,
    ids('ATLAS', threat.atlas),
    ids('OWASP', threat.owasp),
    threat.reason === null ? '' : `- Reason: ${inline(threat.reason)}`,
    threat.status === null ? '' : `- Status: ${inline(threat.status)}`,
    controls.length === 0 ? '' : `- Controls:\n${controls.join('\n')}`,
  ].filter((line) => line !== '');
  const scenario = threat.scenario === null ? '' : `\n\n${paragraphs(threat.scenario)}`;
  const rest = lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
  return `### ${inline(threat.id.text)} ${inline(threat.title)}${scenario}${rest}`;
}

function ids(label: string, all: readonly { readonly text: string }[]): string {
  return all.length === 0 ? '' : `- ${label}: ${all.map(({ text }) => inline(text)).join(', ')}`;
}

function acceptances({ acceptances: all }: ThreatModel): string {
  const rows = all.map(({ threat, by, role, date, expires, reason }) => [
    threat.text,
    by ?? '',
    role ?? '',
    date?.date ?? '',
    expires?.date ?? '',
    reason ?? '',
  ]);
  return all.length === 0
    ? ''
    : `## Accepted risks\n\n${table(['Threat', 'By', 'Role', 'Date', 'Until', 'Reason'], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
