import type {
  Asset,
  AssetRecord,
  AssetReference,
  CoverState,
  Coverage,
  FileFacts,
  Range,
  UnknownAsset,
} from '../model';
import { canTell, compareText, listWith } from '../model';
import { assetIndexOf } from './documents/asset-index';
import { nearest } from './nearest';

export interface UnknownAssetsInput {
  readonly assets: readonly Asset[];
  readonly records: readonly AssetRecord[];
  readonly drift: readonly CoverState[];
  readonly coverage: Coverage;
  readonly files: ReadonlyMap<string, FileFacts>;
}

const DISPOSAL = 'disposal-record';
/** What they name was there on their day; while they are being written it has to be there. */
const OF_A_DAY = new Set(['release-checklist', 'security-test-report', 'training-record', 'risk-acceptance']);

/**
 * Ids of assets in papers that lead nowhere. Left out is what has words of its own: covers of records that document assets
 * (they are orphaned or moved), what was disposed of, what stands in prose or is followed by words, and what lies in a file that could not be read.
 */
export function unknownAssets(input: UnknownAssetsInput): UnknownAsset[] {
  const { assets, records, drift, coverage, files } = input;
  const index = assetIndexOf(assets);
  const disposals = records.filter(({ kind }) => kind === DISPOSAL);
  const settled = new Set([
    ...disposals.flatMap(({ covers }) => covers.map(({ asset }) => asset)),
    ...drift.flatMap(({ cover, movedTo }) => (movedTo === null ? [] : [cover.asset])),
  ]);
  // What kind of paper it is has to be settled first.
  const settledPapers = records.filter(
    ({ kind, open }) => kind === null || (OF_A_DAY.has(kind) && !open.some((field) => field.required)),
  );
  const quiet = new Set([...disposals, ...settledPapers].map(({ path }) => path));
  const elsewhere = new Set(drift.map(({ record, cover }) => placeKey(record.path, cover.range)));
  const found: UnknownAsset[] = [];
  for (const { path, references = [] } of listWith(files, 'references')) {
    if (quiet.has(path)) continue;
    const unknown = new Map<string, Range[]>();
    for (const { asset, range, written } of references) {
      if (written === 'code' || asset.includes(': ') || settled.has(asset) || elsewhere.has(placeKey(path, range)))
        continue;
      const known = unknown.get(asset);
      if (known) known.push(range);
      else if (index.covered(asset).length === 0 && canTell(asset, coverage)) unknown.set(asset, [range]);
    }
    for (const [asset, ranges] of unknown) found.push({ path, asset, ranges, meant: meantBy(asset, assets) });
  }
  return found;
}

function placeKey(path: string, { line, column }: Range): string {
  return `${path}:${String(line)}:${String(column)}`;
}

/** One slip away, or the only asset of that kind with the same last name. */
function meantBy(id: string, assets: readonly Asset[]): string | null {
  const kind = id.slice(0, id.indexOf(':'));
  const names = assets.filter((asset) => asset.kind === kind).map((asset) => asset.id.slice(kind.length + 1));
  const name = id.slice(kind.length + 1);
  const near = nearest(name, [...names].sort(compareText));
  if (near !== null) return `${kind}:${near}`;
  const same = names.filter((each) => lastName(each) === lastName(name));
  return same.length === 1 && same[0] !== undefined ? `${kind}:${same[0]}` : null;
}

function lastName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}

/** The references of a file to an asset, at some of its places. */
export function referencesTo(file: FileFacts, { asset, ranges }: UnknownAsset): AssetReference[] {
  const places = new Set(ranges.map((range) => placeKey(file.path, range)));
  return (file.references ?? []).filter((each) => each.asset === asset && places.has(placeKey(file.path, each.range)));
}
