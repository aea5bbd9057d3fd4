import { compareText, type Sighting } from '../model';
import type { SourceFile } from './resolve/source-file';
import { keyOf, partsOf } from './signatures/call-links';
import type { CallReader } from './signatures/requests';

/**
 * Prompts that a call brings together with models although it names neither itself: `LLMChain(prompt=prompt, llm=llm)`.
 * Each gets the keys of those models' calls.
 */
export function joinedByCalls(
  sightings: readonly Sighting[],
  reader: CallReader,
  file: SourceFile,
): readonly Sighting[] {
  const keysOf = (kind: Sighting['kind']) =>
    new Set(sightings.flatMap((each) => (each.kind === kind && each.context ? [each.context.at] : [])));
  const [prompts, models] = [keysOf('prompt'), keysOf('model')];
  if (prompts.size === 0 || models.size === 0) return sightings;
  const joined = new Map<string, Set<string>>();
  for (const call of file.facts.calls) {
    const site = { call, file };
    if (call.args.length < 2 || prompts.has(keyOf(site)) || models.has(keyOf(site))) continue;
    const keys = partsOf(reader.resolving, site).map(keyOf);
    const given = keys.filter((key) => models.has(key));
    if (given.length === 0) continue;
    for (const key of keys.filter((each) => prompts.has(each))) {
      const known = joined.get(key) ?? new Set();
      for (const model of given) known.add(model);
      joined.set(key, known);
    }
  }
  return joined.size === 0 ? sightings : sightings.map((sighting) => withModels(sighting, joined));
}

function withModels(sighting: Sighting, joined: ReadonlyMap<string, ReadonlySet<string>>): Sighting {
  const { context, kind } = sighting;
  const models = context && kind === 'prompt' ? joined.get(context.at) : undefined;
  if (!context || !models) return sighting;
  const from = [...new Set([...(context.from ?? []), ...models])].sort(compareText);
  return { ...sighting, context: { ...context, from } };
}
