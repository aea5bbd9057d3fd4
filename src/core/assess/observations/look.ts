import type { Catalogue, RecordField } from '../../catalogue';
import { remembering } from '../../discover/remembered';
import type {
  Asset,
  AssetRecord,
  CoverState,
  Coverage,
  FileFacts,
  FilePlace,
  Observation,
  Range,
  SystemProfile,
  ThreatModel,
  ThreatModelState,
} from '../../model';

/** What observations are made from: the whole project, or the part of it that one system is. */
export interface Look {
  readonly catalogue: Catalogue;
  /** Assets in product scope. */
  readonly assets: readonly Asset[];
  readonly records: readonly AssetRecord[];
  readonly drift: readonly CoverState[];
  readonly threatModels: readonly ThreatModel[];
  /** How each threat model stands to the assets of today. */
  readonly threatStates: readonly ThreatModelState[];
  readonly profile: SystemProfile | null;
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly coverage: Coverage;
  readonly today: string;
}

export type LabelledPlace = FilePlace & { readonly label: string };

/** What a check says. */
export interface Seen {
  readonly outcome: Observation;
  /** What was counted or seen. */
  readonly detail: string;
  readonly places?: readonly LabelledPlace[];
  /** What shows that the condition of the provision holds. */
  readonly condition?: string;
}

/** Whether a part of the project was not looked at: then nothing can be said about what is not there. */
function isPartial({ coverage }: Look): boolean {
  return coverage.skipped.length > 0 || coverage.ignored.config > 0;
}

/** Something was looked for and is not there. */
export function absent(look: Look, detail: string, more: Partial<Seen> = {}): Seen {
  const partial = isPartial(look);
  const why = partial ? '; not everything could be looked at' : '';
  return { ...more, outcome: partial ? 'cannot-tell' : 'not-seen', detail: `${detail}${why}` };
}

/** Something holds for everything that was found: which says nothing of what was not looked at. */
export function holds(look: Look, detail: string, more: Partial<Seen> = {}): Seen {
  const partial = isPartial(look);
  const why = partial ? '; not everything could be looked at' : '';
  return { ...more, outcome: partial ? 'cannot-tell' : 'seen', detail: `${detail}${why}` };
}

export function cannotTell(detail: string): Seen {
  return { outcome: 'cannot-tell', detail };
}

export function placed(path: string, range: Range, label: string): LabelledPlace {
  const { line, column, endLine, endColumn, cell, cellLine } = range;
  const inCell = { ...(cell === undefined ? {} : { cell }), ...(cellLine === undefined ? {} : { cellLine }) };
  return { path, line, column, endLine, endColumn, ...inCell, label };
}

/** More places than are shown say nothing new. */
export const MOST_PLACES = 20;

/** Where assets are looked at first; of many, the first few. */
export function sitesOf(assets: readonly Asset[]): LabelledPlace[] {
  return assets
    .slice(0, MOST_PLACES)
    .flatMap(({ sites: [site], name }) => (site ? [placed(site.path, site, name)] : []));
}

const byKind = remembering((assets: readonly Asset[]) =>
  remembering((kinds: readonly string[]): readonly Asset[] => assets.filter(({ kind }) => kinds.includes(kind))),
);

/** The assets of some kinds; worked out once for the same list of kinds. */
export function ofKinds({ assets }: Look, kinds: readonly string[]): readonly Asset[] {
  return byKind(assets)(kinds);
}

/** A paper that could be read and of which no required field is open. */
export function isComplete(record: AssetRecord): boolean {
  return record.kind !== null && record.problems.length === 0 && !record.open.some((field) => field.required);
}

export function papers(look: Look, kinds: readonly string[]): AssetRecord[] {
  return look.records.filter((record) => record.kind !== null && kinds.includes(record.kind));
}

/** The fields, of those named, that a kind has. */
export function fieldsOf({ catalogue }: Look, kind: string | null, named: readonly string[]): RecordField[] {
  const fields = catalogue.records.find(({ id }) => id === kind)?.fields ?? [];
  return fields.filter((field) => named.includes(field.key ?? field.heading ?? ''));
}

/** Whether a record has something under a field. */
export function states(record: AssetRecord, { key, heading }: RecordField): boolean {
  const name = key ?? heading ?? '';
  const open = record.open.some(({ field }) => field === name);
  return !open && record.stated !== undefined && Object.hasOwn(record.stated, name);
}

/** What kind of paper it is, as people call it: `monitoring runbook`. */
export function kindWords({ catalogue }: Look, kinds: readonly string[]): string {
  const titles = kinds.map((id) => catalogue.records.find((kind) => kind.id === id)?.title.toLowerCase() ?? id);
  return titles.length < 2 ? (titles[0] ?? '') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1) ?? ''}`;
}

/** `2 of 3 models`. */
export function some(amount: number, all: number, one: string, many = `${one}s`): string {
  return `${amount} of ${all} ${all === 1 ? one : many}`;
}
