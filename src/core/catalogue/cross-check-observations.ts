import type { ObservationSpec } from './observations';
import type { Principle } from './principles';
import type { RecordKind } from './records';
import type { CatalogueProblem, Loaded } from './yaml-file';

/** What observations say of record kinds: kinds and fields that there are not, and ids that are used twice. */
export function* checkObservations(
  principles: readonly Loaded<Principle>[],
  records: readonly Loaded<RecordKind>[],
): Iterable<CatalogueProblem> {
  const kinds = new Map(records.map(({ data }) => [data.id, data]));
  const seen = new Set<string>();
  for (const { file, data } of principles) {
    for (const [index, { observations }] of data.provisions.entries()) {
      for (const [at, observation] of observations.entries()) {
        const steps = ['provisions', index, 'observations', at];
        const { id } = observation;
        if (seen.has(id)) yield file.problem([...steps, 'id'], `observation ${id} is already defined`);
        seen.add(id);
        for (const wrong of unknownParts(observation, kinds)) yield file.problem(steps, wrong);
      }
    }
  }
}

function unknownParts(observation: ObservationSpec, kinds: ReadonlyMap<string, RecordKind>): string[] {
  const named = 'kinds' in observation ? observation.kinds : [];
  const unknown = named.filter((kind) => !kinds.has(kind)).map((kind) => `there is no record kind ${kind}`);
  const fields = 'fields' in observation && named.length > 0 ? observation.fields : [];
  const all = [...fields, ...('field' in observation ? [observation.field] : [])];
  const known = new Set(
    named.flatMap((kind) => (kinds.get(kind)?.fields ?? []).map(({ key, heading }) => key ?? heading ?? '')),
  );
  return [
    ...unknown,
    ...all.filter((field) => !known.has(field)).map((field) => `none of these kinds has a field ${field}`),
  ];
}
