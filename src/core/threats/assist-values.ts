import type { RecordKind, ThreatCatalogue } from '../catalogue';
import type { Completion, Range, ThreatModel } from '../model';
import { wordsOf } from './words';

/** What assistance in a threat model draws on. */
export interface ThreatAssist {
  readonly catalogue: ThreatCatalogue;
  /** The file as far as it can be read; null where it cannot. */
  readonly model: ThreatModel | null;
}

type Option = Pick<Completion, 'label' | 'detail' | 'documentation'>;

/**
 * What can stand under a key of a threat model, its keys outermost first: ids of this file, attack paths, ids of ATLAS and
 * OWASP, words with what they mean. Null where there is nothing to say that holds for threat models alone.
 */
export function threatValues(
  names: readonly string[],
  kind: RecordKind,
  range: Range,
  assist: ThreatAssist,
): Completion[] | null {
  const path = names.map((name) => name.replaceAll('_', '-')).join('.');
  const options = referenceOptions(path, assist) ?? wordOptions(path, kind);
  return options && options.map((option) => ({ ...option, kind: 'value', insert: option.label, range }));
}

/** The keys of a row inside a row, such as one of the controls of a threat; null where no rows stand there. */
export function threatKeys(names: readonly string[], kind: RecordKind, range: Range): Completion[] | null {
  const columns = columnAt(names.join('.'), kind)?.columns;
  if (!columns) return null;
  return columns.map(({ key, help, required }) => ({
    label: key,
    kind: 'key',
    detail: required ? 'required' : '',
    documentation: help,
    insert: `${key}: `,
    range,
  }));
}

function referenceOptions(path: string, { catalogue, model }: ThreatAssist): Option[] | null {
  switch (path) {
    case 'threats.attack-path':
      return catalogue.paths.map(({ id, title, happens }) => option(id, title, happens));
    case 'threats.atlas':
      return Object.entries(catalogue.atlas.techniques).map(([id, name]) =>
        option(id, name, `ATLAS ${catalogue.atlas.release}`),
      );
    case 'threats.atlas-release':
      return [option(catalogue.atlas.release, 'The release that is known here', '')];
    case 'threats.owasp':
      return catalogue.owasp.lists.flatMap(({ title, entries }) =>
        Object.entries(entries).map(([id, name]) => option(id, name, title)),
      );
    default:
      return model && ownOptions(path, model);
  }
}

function ownOptions(path: string, model: ThreatModel): Option[] | null {
  const components = () => model.components.map(({ id, name, type }) => option(id, type, name === id ? '' : name));
  const entries = () => model.entryPoints.map(({ id, name }) => option(id, 'entry point', name === id ? '' : name));
  const assets = () => model.assets.map(({ asset, sensitivity }) => option(asset.text, 'asset', sensitivity ?? ''));
  switch (path) {
    case 'architecture.components.boundary':
    case 'architecture.trust-boundaries.inside':
      return model.boundaries.map(({ id, name }) => option(id, 'trust boundary', name === id ? '' : name));
    case 'architecture.entry-points.component':
    case 'threats.component':
      return components();
    case 'architecture.flows.from':
      return [...components(), ...entries(), ...assets()];
    case 'architecture.flows.to':
      return [...components(), ...assets()];
    case 'threats.entry':
      return entries();
    case 'acceptance.threat':
    case 'communicated.threat':
      return model.threats.map(({ id, title, residual }) =>
        option(id.text, residual === null ? 'not rated' : residual, title),
      );
    default:
      return null;
  }
}

function option(label: string, detail: string, documentation: string): Option {
  return { label, detail, documentation };
}

/** Words of a column, where it is known what they mean or where it lies inside a row of a row. */
function wordOptions(path: string, kind: RecordKind): Option[] | null {
  const column = columnAt(path, kind);
  if (column?.values === undefined) return null;
  const words = wordsOf(column.key);
  return column.values.map((value) => option(value, '', words[value] ?? column.help));
}

type Column = NonNullable<RecordKind['fields'][number]['columns']>[number];

/** The column of a dotted name: `threats.treatment`, `threats.controls.state`, `architecture.components.type`. */
function columnAt(path: string, kind: RecordKind): Column | null {
  for (const { key, columns } of kind.fields) {
    if (key === undefined || !path.startsWith(`${key}.`)) continue;
    const [first, second, ...rest] = path.slice(key.length + 1).split('.');
    const column = columns?.find((each) => each.key === first);
    if (column === undefined || second === undefined) return column ?? null;
    const cell = rest.length === 0 ? column.columns?.find((each) => each.key === second) : undefined;
    return cell ?? null;
  }
  return null;
}
