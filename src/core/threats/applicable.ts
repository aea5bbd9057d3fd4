import type { AttackPath, Catalogue } from '../catalogue';
import { compareText } from '../model';
import type { Capabilities, CapabilityFact } from './capabilities';

/** An attack path that applies to a system, with what makes it apply. */
export interface ApplicablePath {
  readonly path: AttackPath;
  /** Each place once, the most telling first. */
  readonly facts: readonly CapabilityFact[];
}

/** The attack paths whose conditions a system fulfils, those with the most facts first. */
export function applicablePaths({ threats }: Pick<Catalogue, 'threats'>, capabilities: Capabilities): ApplicablePath[] {
  return threats.paths
    .flatMap((path) => {
      const facts = factsFor(path, capabilities);
      return facts.length === 0 ? [] : [{ path, facts }];
    })
    .sort((a, b) => b.facts.length - a.facts.length || compareText(a.path.id, b.path.id));
}

/** What fulfils a condition of the path; empty where none is fulfilled. */
function factsFor({ when }: AttackPath, capabilities: Capabilities): CapabilityFact[] {
  const places = new Map<string, CapabilityFact>();
  for (const { all, any, none } of when) {
    const there = any.filter((key) => capabilities.has(key));
    if (!all.every((key) => capabilities.has(key)) || none.some((key) => capabilities.has(key))) continue;
    if (any.length > 0 && there.length === 0) continue;
    for (const key of [...there, ...all]) {
      for (const fact of capabilities.get(key)?.facts ?? []) {
        const place = `${fact.path}:${fact.range.line}`;
        if (!places.has(place)) places.set(place, fact);
      }
    }
  }
  return [...places.values()];
}
