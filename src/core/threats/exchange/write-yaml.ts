import { yamlText, yamlValue } from '../../records/yaml-text';
import type { Notes } from './notes';
import type { Sketch, SketchControl, SketchThreat } from './sketch';

/** A cell: words, several, or nothing, which is not written. */
type Cell = string | readonly string[] | null;
type Cells = Readonly<Record<string, Cell>>;

const LONGEST_REMARKS = 60_000;

/**
 * A threat model as YAML, with an open place for what only people of the project can say. Whatever had no place stands as
 * comments at the end. The file is no review: the day of one is written down only where the source gives it.
 */
export function writeYaml(sketch: Sketch, from: string, notes: Notes): string {
  const open = (key: string, value: string | null) => `${key}: ${value === null ? '""' : yamlValue(value)}`;
  const lines = [
    'record: threat-model',
    ...(sketch.id === null ? [] : [open('id', sketch.id)]),
    open('system', sketch.system),
    ...(sketch.version === null ? [] : [`version: ${yamlText(sketch.version)}`]),
    open('owner', sketch.owner),
    ...list('authors', sketch.authors),
    open('reviewed', sketch.reviewed),
    'scope:',
    ...indented([
      open('purpose', sketch.purpose),
      ...list('out-of-scope', sketch.outOfScope),
      ...list('assumptions', sketch.assumptions),
    ]),
    ...rows(
      'assets',
      sketch.assets.map(({ id, ...cells }) => ({ asset: id, ...cells })),
    ),
    ...architecture(sketch),
    ...rows('threats', sketch.threats.map(threatCells), sketch.threats.map(controlLines)),
    ...list('change-log', [`Taken over from a file of ${from}`]),
    ...remarks(from, notes),
  ];
  return `${lines.join('\n')}\n`;
}

function architecture({ components, boundaries, flows }: Sketch): string[] {
  const lines = [
    ...rows(
      'components',
      components.map((component) => ({ ...component })),
    ),
    'entry-points: ""',
    ...rows(
      'trust-boundaries',
      boundaries.map((boundary) => ({ ...boundary })),
    ),
    ...rows(
      'flows',
      flows.map((flow) => ({ ...flow })),
    ),
  ];
  return ['architecture:', ...indented(lines)];
}

function threatCells(threat: SketchThreat): Cells {
  return {
    id: threat.id,
    'attack-path': threat.more['attack-path'] ?? null,
    title: threat.title,
    asset: threat.targets,
    ...threat.more,
    stride: threat.stride,
    scenario: threat.scenario,
    'inherent-likelihood': threat.inherentLikelihood,
    'inherent-impact': threat.inherentImpact,
    inherent: threat.inherent,
    likelihood: threat.likelihood,
    impact: threat.impact,
    residual: threat.residual,
    treatment: threat.treatment ?? '',
    status: threat.status,
  };
}

function controlLines({ controls }: SketchThreat): string[] {
  return rows('controls', controls.map(controlCells));
}

function controlCells({ text, state, owner, due, evidence }: SketchControl): Cells {
  return { control: text, state, owner, due, evidence };
}

/** A list of rows under a key, each with further lines of its own. */
function rows(key: string, all: readonly Cells[], more: readonly (readonly string[])[] = []): string[] {
  if (all.length === 0) return key === 'controls' ? [] : [`${key}: ""`];
  const lines = all.flatMap((cells, index) => {
    const own = [...Object.entries(cells).flatMap(([name, cell]) => cellLines(name, cell)), ...(more[index] ?? [])];
    return own.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
  });
  return [`${key}:`, ...indented(lines)];
}

function cellLines(key: string, cell: Cell): string[] {
  if (cell === null) return [];
  if (typeof cell !== 'string') return list(key, cell);
  return [`${key}: ${cell === '' ? '""' : key === 'due' ? yamlValue(cell) : yamlText(cell)}`];
}

function list(key: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${key}:`, ...items.map((item) => `  - ${yamlText(item)}`)];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function remarks(from: string, notes: Notes): string[] {
  const all = notes.everything().map((line) => `#   ${line}`);
  if (all.length === 0) return [];
  const kept: string[] = [];
  let length = 0;
  for (const line of all) {
    length += line.length;
    if (length > LONGEST_REMARKS) break;
    kept.push(line);
  }
  const rest = all.length - kept.length;
  return [
    `# Said in the file of ${from}, without a place in a threat model here:`,
    ...kept,
    ...(rest > 0 ? [`#   and ${String(rest)} more; the file itself has them`] : []),
  ];
}
