import { compareRange, compareText, type Range, type Sighting } from '../model';
import { promptInCodeId } from './asset-id';
import { isWeightsPath } from './signatures/model-names';

/** The sightings of one asset. `id` where the names alone do not make it. */
export interface SightingGroup {
  readonly id: string | null;
  readonly sightings: readonly Sighting[];
}

/** Puts the sightings of the same asset together. */
export function groupSightings(sightings: readonly Sighting[]): SightingGroup[] {
  const inCode = sightings.filter((sighting) => sighting.kind === 'prompt' && sighting.symbol !== undefined);
  const others = sightings.filter((sighting) => sighting.kind !== 'prompt' || sighting.symbol === undefined);
  return [...promptsInCode(inCode), ...byName(others)];
}

/** Prompts in code: by home, symbol and place; equals under one symbol are numbered in order of place. */
function promptsInCode(sightings: readonly Sighting[]): SightingGroup[] {
  const bySymbol = groupBy(sightings, (sighting) => `${sighting.home ?? sighting.path}#${sighting.symbol ?? ''}`);
  return [...bySymbol.values()].flatMap((equals) => {
    const byPlace = groupBy(equals, (sighting) => placeOf(sighting) ?? '');
    const places = [...byPlace.entries()]
      .filter(([key]) => key !== '')
      .sort(([, a], [, b]) => compareRange(definedAt(a), definedAt(b)));
    const unplaced = byPlace.get('') ?? [];
    const groups = places.length > 0 ? places.map(([, members]) => [...members]) : [[]];
    groups[0]?.push(...unplaced);
    return groups.map((members, at) => {
      const { home, path, symbol = '' } = members[0] as Sighting;
      return { id: promptInCodeId(home ?? path, symbol, at + 1), sightings: members };
    });
  });
}

type Placed = Sighting & { readonly defined?: Range };

/** Where the text stands; null for a use whose sighting does not say. */
function placeOf(sighting: Placed): string | null {
  const at = sighting.defined ?? (sighting.home === undefined || sighting.home === sighting.path ? sighting : null);
  return at === null ? null : `${at.line}:${at.column}`;
}

function definedAt(members: readonly Placed[]): Range {
  const [first] = members as [Placed];
  return first.defined ?? first;
}

/** Everything with a name: equal names, and names that are another's alias. */
function byName(sightings: readonly Sighting[]): SightingGroup[] {
  const inTree = new Set(sightings.filter(({ via }) => via === 'file').map(({ name }) => name));
  const groups = groupBy(sightings, (sighting) => keyOf(sighting, inTree));
  const target = new Map<string, string>();
  for (const [key, members] of groups) {
    for (const alias of members.flatMap(({ kind, aliases }) =>
      kind === 'model' ? (aliases ?? []).map((text) => `${kind}:${plain(text)}`) : [],
    )) {
      if (alias !== key && groups.has(alias)) target.set(alias, key);
    }
  }
  const merged = new Map<string, Sighting[]>();
  for (const key of [...groups.keys()].sort(compareText)) {
    const root = rootOf(key, target);
    merged.set(root, [...(merged.get(root) ?? []), ...(groups.get(key) ?? [])]);
  }
  return [...merged.values()].map((members) => ({ id: null, sightings: members }));
}

function rootOf(key: string, target: ReadonlyMap<string, string>): string {
  const seen = new Set([key]);
  let at = key;
  for (let next = target.get(at); next !== undefined && !seen.has(next); next = target.get(at)) {
    seen.add(next);
    at = next;
  }
  // In a ring every member has to come to the same end.
  return target.has(at) ? ([...seen].sort(compareText)[0] ?? at) : at;
}

/** Weights that are not in the tree are known by their file name alone: folders differ from place to place. */
function keyOf({ kind, name }: Sighting, inTree: ReadonlySet<string>): string {
  const isLoose = kind === 'model' && !inTree.has(name) && isWeightsPath(name);
  return `${kind}:${isLoose ? plain(name.slice(name.lastIndexOf('/') + 1)) : kind === 'prompt' ? name : plain(name)}`;
}

function plain(name: string): string {
  return name.toLowerCase();
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
