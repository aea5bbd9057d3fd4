import type { RecordKind } from '../catalogue';
import type { AssetRecord, GateReason } from '../model';
import { daysBetween } from '../config';
import { reason } from './reason';
import type { GateInput } from './reason';

/** Records: those that have to be there, those that are drafts, and those that were reviewed too long ago. */
export function* paperReasons(input: GateInput): Iterable<GateReason> {
  yield* missingKinds(input);
  for (const record of input.snapshot.records) {
    // What cannot be read at all may be anything, the checklist among it.
    if (record.kind !== null && !concerns(input, record)) continue;
    const found = brokenOrDraft(input, record) ?? tooOld(input, record);
    if (found) yield { ...found, path: record.path };
  }
}

/** The records of what is decided on: those of the product's assets, and the kinds that the policy asks for. */
function concerns({ snapshot, policy, checklist, gate }: GateInput, record: AssetRecord): boolean {
  if (record.path === checklist?.path) return true;
  if (record.kind === 'release-checklist') return false;
  if (record.kind !== null && policy.records.includes(record.kind)) return true;
  if (gate !== 'release') return false;
  if (record.covers.length === 0) return true;
  const product = new Set(snapshot.assets.filter(({ scope }) => scope === 'product').map(({ id }) => id));
  return record.covers.some(({ asset }) => product.has(asset));
}

function* missingKinds({ policy, snapshot, catalogue }: GateInput): Iterable<GateReason> {
  for (const id of policy.records) {
    if (snapshot.records.some((record) => record.kind === id)) continue;
    const kind = catalogue.records.find((each) => each.id === id);
    const title = (kind?.title ?? id).toLowerCase();
    yield reason(
      {
        weight: 'blocks',
        about: 'record',
        message: `There is no ${title}.`,
        wayOut: 'Write one.',
      },
      { provisions: kind?.provisions ?? [], recordKind: id, command: newCommand(kind, id) },
    );
  }
}

/** A kind of which a project has one, or one for each system, needs no title. */
function newCommand(kind: RecordKind | undefined, id: string): string | null {
  if (kind === undefined) return null;
  return `ai-baseline new ${id}${kind.file !== undefined || id === 'threat-model' ? '' : ' "…"'}`;
}

function brokenOrDraft({ catalogue, checklist }: GateInput, record: AssetRecord): GateReason | null {
  const [problem] = record.problems;
  if (problem) {
    const message = `${record.path} cannot be read in full: ${problem.message}.`;
    const wayOut = 'Correct it at the place shown; until then nobody can decide on what it says.';
    return reason({ weight: 'unread', about: 'record', message, wayOut }, { range: problem.range });
  }
  const kind = catalogue.records.find(({ id }) => id === record.kind);
  // The items of the checklist are reasons of their own, and the decision is taken after all this.
  const asked = kind?.fields.filter(
    ({ type }) => record.path !== checklist?.path || !['task-list', 'choice'].includes(type),
  );
  const names = new Set(asked?.map(({ key, heading }) => key ?? heading));
  const open = record.open.filter(({ required, field }) => required && names.has(field));
  const fields = asked?.filter(({ level }) => level === 'required').length ?? record.fields;
  const [first] = open;
  if (!first) return null;
  const title = (kind?.title ?? record.kind ?? 'record').toLowerCase();
  const named = open
    .slice(0, 3)
    .map(({ label }) => label)
    .join(', ');
  const rest = open.length > 3 ? ` and ${String(open.length - 3)} more` : '';
  return reason(
    {
      weight: 'blocks',
      about: 'record',
      message: `The ${title} ${record.path} is a draft: ${String(open.length)} of ${String(fields)} required fields are open (${named}${rest}).`,
      wayOut: 'Fill the open fields.',
    },
    { range: first.range, provisions: [...new Set(open.flatMap(({ provisions }) => provisions))] },
  );
}

function tooOld({ policy, snapshot }: GateInput, record: AssetRecord): GateReason | null {
  if (policy.maxAge === null || record.reviewed === null) return null;
  const age = daysBetween(record.reviewed, snapshot.asOf);
  if (age === null || age <= policy.maxAge) return null;
  return reason(
    {
      weight: 'blocks',
      about: 'review',
      message: `${record.path} was last reviewed ${String(age)} days ago; the policy allows ${String(policy.maxAge)}.`,
      wayOut: 'Review it, and write the day under "reviewed".',
    },
    { range: record.range },
  );
}
