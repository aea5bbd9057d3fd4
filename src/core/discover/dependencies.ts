import { compareText, type Asset, type AssetKind, type Sighting, type SightingContext } from '../model';

/** An asset with all that was seen of it. */
interface Seen {
  readonly asset: Asset;
  readonly sightings: readonly Sighting[];
}

/** What each kind may be used with or made of. What a model is made of has to be said: see `becomes`. */
const USES: Readonly<Record<AssetKind, readonly AssetKind[]>> = {
  model: [],
  dataset: [],
  prompt: ['model'],
  agent: ['model', 'prompt', 'tool', 'mcp-server', 'vector-index', 'guardrail', 'agent'],
  tool: ['vector-index', 'mcp-server'],
  'mcp-server': [],
  'vector-index': ['model', 'dataset'],
  guardrail: ['model', 'prompt'],
  'evaluation-set': ['dataset'],
};

/** More than hang together in one call: then nobody can say what goes with what. */
const MOST_TOGETHER = 48;

/** For each asset the ids of those it depends on, sorted, wherever a call or a file shows them together. */
export function dependenciesOf(seen: readonly Seen[]): ReadonlyMap<Asset, readonly string[]> {
  const found = new Map<Asset, Set<string>>();
  const add = (asset: Asset, on: Asset): void => {
    if (asset === on) return;
    const ids = found.get(asset) ?? new Set();
    found.set(asset, ids.add(on.id));
  };
  inCalls(seen, add);
  ofModels(seen, add);
  return new Map([...found].map(([asset, ids]) => [asset, [...ids].sort(compareText)]));
}

type Add = (asset: Asset, on: Asset) => void;

/** The assets of one call depend on each other, and on those of the calls that it is given or made on. */
function inCalls(seen: readonly Seen[], add: Add): void {
  const calls = new Map<string, Together>();
  for (const { asset, sightings } of seen) {
    for (const { context } of sightings) if (context) note(calls, context, asset);
  }
  for (const { own, from } of calls.values()) {
    // Most calls show one asset alone.
    if (own.size === 1 && from.size === 0) continue;
    const given = [...from].flatMap((key) => [...(calls.get(key)?.own ?? [])]);
    if (own.size + given.length <= MOST_TOGETHER) together([...own], given, add);
  }
}

/** The assets of one call, and the calls that it is given or made on. */
interface Together {
  readonly own: Set<Asset>;
  readonly from: Set<string>;
}

function note(calls: Map<string, Together>, { at, from = [] }: SightingContext, asset: Asset): void {
  const call = calls.get(at) ?? { own: new Set(), from: new Set() };
  call.own.add(asset);
  for (const key of from) call.from.add(key);
  calls.set(at, call);
}

function together(own: readonly Asset[], given: readonly Asset[], add: Add): void {
  for (const asset of own) {
    const wanted = USES[asset.kind];
    const [here, there] = [own, given].map((assets) => assets.filter(({ kind }) => wanted.includes(kind)));
    for (const on of here ?? []) add(asset, on);
    // A prompt goes to the model that its own call names; only where it names none, to that of its client.
    const isNamed = (kind: AssetKind) => asset.kind === 'prompt' && (here ?? []).some((each) => each.kind === kind);
    for (const on of there ?? []) if (!isNamed(on.kind)) add(asset, on);
  }
  // A prompt that is made elsewhere and given to a call goes to the model of that call, or the one given beside it.
  const models = [...own, ...given].filter(({ kind }) => kind === 'model');
  for (const prompt of given) if (prompt.kind === 'prompt') for (const model of models) add(prompt, model);
}

/** A model that is tuned from another, on a dataset, or an adapter of it. */
function ofModels(seen: readonly Seen[], add: Add): void {
  if (!seen.some(({ sightings }) => sightings.some(({ context }) => context?.becomes !== undefined))) return;
  const models = new Map<string, Asset>();
  for (const { asset } of seen) {
    if (asset.kind !== 'model') continue;
    for (const name of [...asset.aliases, asset.name]) models.set(plain(name), asset);
  }
  for (const { asset, sightings } of seen) {
    for (const name of sightings.flatMap(({ context }) => context?.becomes ?? [])) {
      const made = models.get(plain(name));
      if (made) add(made, asset);
    }
  }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^(?:\.\/)+|\/+$/g, '');
}
