import { groupBy } from '../groups';
import { compareRange, compareText, type Range, type Sighting } from '../model';
import { idInCode } from './asset-id';
import { remembering } from './remembered';
import { isWeightsPath } from './signatures/model-names';

/** The sightings of one asset. `id` where the names alone do not make it. */
export interface SightingGroup {
  readonly id: string | null;
  readonly sightings: readonly Sighting[];
}

/** Puts the sightings of the same asset together. */
export function groupSightings(sightings: readonly Sighting[]): SightingGroup[] {
  const inCode = sightings.filter((sighting) => sighting.symbol !== undefined);
  const others = sightings.filter((sighting) => sighting.symbol === undefined);
  return [...namedBySymbol(inCode), ...byName(others)];
}

const symbolKey = remembering(
  ({ kind, home, path, symbol = '' }: Sighting): string => `${kind}:${home ?? path}#${symbol}`,
);

/** Prompts in code, and parts that go by their symbol: by home, symbol and place; equals under one symbol are numbered in order of place. */
function namedBySymbol(sightings: readonly Sighting[]): SightingGroup[] {
  const bySymbol = groupBy(sightings, symbolKey);
  return [...bySymbol.values()].flatMap(knownGroups);
}

interface Grouped {
  readonly equals: readonly Sighting[];
  readonly groups: readonly SightingGroup[];
}

const grouped = new WeakMap<Sighting, Grouped>();

/** The groups of the sightings under one symbol; the same ones as long as the same sightings make them. */
function knownGroups(equals: readonly Sighting[]): readonly SightingGroup[] {
  const [first] = equals;
  const known = first && grouped.get(first);
  if (known?.equals.length === equals.length && known.equals.every((each, at) => each === equals[at]))
    return known.groups;
  const groups = groupsOf(equals);
  if (first) grouped.set(first, { equals, groups });
  return groups;
}

function groupsOf(equals: readonly Sighting[]): readonly SightingGroup[] {
  // What several branches make under one name is one thing, texts are not.
  const byPlace = groupBy(equals, (sighting) => (sighting.kind === 'prompt' ? (placeOf(sighting) ?? '') : ''));
  const places = [...byPlace.entries()]
    .filter(([key]) => key !== '')
    .sort(([, a], [, b]) => compareRange(definedAt(a), definedAt(b)));
  const unplaced = byPlace.get('') ?? [];
  const groups = places.length > 0 ? places.map(([, members]) => [...members]) : [[]];
  groups[0]?.push(...unplaced);
  return groups.map((members, at) => {
    const { kind, home, path, symbol = '' } = members[0] as Sighting;
    return { id: idInCode(kind, home ?? path, symbol, at + 1), sightings: members };
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
  const sets = new Map<string, string>();
  for (const key of [...groups.keys()].sort(compareText)) {
    for (const alias of modelAliases(groups.get(key) ?? [])) {
      // Several files of one repository may share its name as an alias: the first of them takes what is called so.
      if (groups.has(alias) && !sets.has(alias) && rootOf(key, sets) !== alias) sets.set(alias, key);
    }
  }
  const merged = groupBy([...groups.keys()].sort(compareText), (key) => rootOf(key, sets));
  return [...merged.values()].map((keys) => ({ id: null, sightings: keys.flatMap((key) => groups.get(key) ?? []) }));
}

function modelAliases(members: readonly Sighting[]): string[] {
  const aliases = members.flatMap(({ kind, aliases: names }) =>
    kind === 'model' ? (names ?? []).map((name) => `${kind}:${plain(name)}`) : [],
  );
  return [...new Set(aliases)].sort(compareText);
}

/** Follows a key to the asset it belongs to; there are no rings, since no root is ever put below itself. */
function rootOf(key: string, sets: ReadonlyMap<string, string>): string {
  let root = key;
  for (let next = sets.get(root); next !== undefined; next = sets.get(root)) root = next;
  return root;
}

/** Weights that are not in the tree are known by their file name alone: folders differ from place to place. */
const plainKey = remembering(({ kind, name }: Sighting): string => `${kind}:${kind === 'prompt' ? name : plain(name)}`);

function keyOf(sighting: Sighting, inTree: ReadonlySet<string>): string {
  const { kind, name } = sighting;
  const isLoose = kind === 'model' && !inTree.has(name) && isWeightsPath(name);
  return isLoose ? `${kind}:${plain(name.slice(name.lastIndexOf('/') + 1))}` : plainKey(sighting);
}

function plain(name: string): string {
  return name.toLowerCase();
}
