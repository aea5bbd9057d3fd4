import type { Catalogue } from '../catalogue';
import { matchesGlob } from '../config';
import type { Configuration } from '../config/configuration';
import type {
  Asset,
  AssetChange,
  FileFacts,
  System,
  SystemProfile,
  ThreatModel,
  ThreatModelAsset,
  ThreatModelState,
} from '../model';
import { compareText } from '../model';
import { assetIndexOf, type AssetIndex } from '../records/documents/asset-index';
import { sameDigest } from '../records/same-digest';
import { applicablePaths } from './applicable';
import type { ApplicablePath } from './applicable';
import { capabilitiesOf } from './capabilities';
import { NO_SETTINGS } from './asset-rows';
import { PathAnswers } from './answers';
import type { WantedPath } from './answers';
import { belongsInModel, systemAssets, systemOf } from './system-assets';

const MOST_FACTS = 3;

/** What threat models are held against. */
export interface StandingInput {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
  readonly assets: readonly Asset[];
  readonly profile: SystemProfile | null;
  readonly files: ReadonlyMap<string, FileFacts>;
}

/** How each threat model stands to the workspace of today: what it takes in, what changed, what it does not answer. */
export function threatStates(models: readonly ThreatModel[], input: StandingInput): ThreatModelState[] {
  if (models.length === 0) return [];
  const { catalogue, profile } = input;
  const answers = new PathAnswers(catalogue);
  const applying = new Applying(input);
  return assetStates(models, input).map((state) => {
    const { model } = state;
    const paths = wantedPaths(catalogue, applying.to(systemOf(model, profile)));
    return { ...state, unanswered: answers.unanswered(model.threats, paths) };
  });
}

/** The part of it that follows from assets alone. */
export function assetStates(
  models: readonly ThreatModel[],
  { assets, profile }: Pick<StandingInput, 'assets' | 'profile'>,
): Omit<ThreatModelState, 'unanswered'>[] {
  const index = assetIndexOf(assets);
  const wanted = assets.filter(belongsInModel).map(({ id }) => id);
  return models.map((model) => {
    const covered = coveredBy(model, index);
    const system = systemOf(model, profile)?.id ?? null;
    const own = systemAssets(covered, { assets, system, models: models.length });
    return {
      model,
      covered: [...covered].sort(compareText),
      wanted: [...wanted].sort(compareText),
      changed: model.assets.flatMap((listed) => changeOf(listed, index) ?? []),
      added: own.flatMap(({ id }) => (covered.has(id) ? [] : [id])).sort(compareText),
    };
  });
}

/** The attack paths that apply to a system, or to the whole project; worked out once for each. */
class Applying {
  private readonly known = new Map<System | null, readonly ApplicablePath[]>();

  constructor(private readonly input: StandingInput) {}

  to(system: System | null): readonly ApplicablePath[] {
    const known = this.known.get(system);
    if (known) return known;
    const { input } = this;
    const assets = system === null ? input.assets : input.assets.filter(({ systems }) => systems.includes(system.id));
    const globs = (system?.paths ?? []).map((glob) => matchesGlob(glob));
    const holds = globs.length === 0 ? {} : { holds: (path: string) => globs.some((matches) => matches(path)) };
    const found = applicablePaths(input.catalogue, capabilitiesOf({ ...input, assets, ...holds }));
    this.known.set(system, found);
    return found;
  }
}

/** Those that the standard names and those that apply, each once. */
function wantedPaths({ threats }: Catalogue, applicable: readonly ApplicablePath[]): WantedPath[] {
  const applying = new Map(applicable.map(({ path, facts }) => [path.id, facts]));
  return threats.paths
    .filter(({ id, named }) => named.length > 0 || applying.has(id))
    .map(({ id, title }) => ({
      key: id,
      title,
      because: (applying.get(id) ?? []).slice(0, MOST_FACTS).map(({ path, range }) => `${path}:${range.line}`),
    }));
}

/** Assets that a model lists, has a component or threat for, or leaves out in so many words. */
function coveredBy(model: ThreatModel, index: AssetIndex): ReadonlySet<string> {
  const written = [
    ...model.assets.map(({ asset }) => asset.text),
    ...model.components.flatMap(({ asset }) => asset?.text ?? []),
    ...model.threats.flatMap(({ targets }) => targets.map(({ text }) => text)),
    ...model.outOfScope.map((line) => line.replace(/(?::\s|\s).*$/su, '')),
  ];
  return new Set([...new Set(written)].flatMap((id) => index.covered(id).map((asset) => asset.id)));
}

/** Content and settings are compared where the model says what they were; a glob stands for too much to say that. */
function changeOf({ asset: { text }, digest, configDigest }: ThreatModelAsset, index: AssetIndex): AssetChange | null {
  const [asset, ...others] = digest === null && configDigest === null ? [] : index.covered(text);
  if (!asset || others.length > 0) return null;
  const content = sameDigest(digest, asset.digest) === false;
  const settings = settingsChanged(configDigest, asset.configDigest ?? null);
  if (!content && !settings) return null;
  const what = content && settings ? 'content and settings' : content ? 'content' : 'settings';
  return { asset: asset.id, written: text, what };
}

function settingsChanged(before: string | null, now: string | null): boolean {
  if (before === null) return false;
  if (before === NO_SETTINGS) return now !== null;
  return now === null ? sameDigest(before, before) === true : sameDigest(before, now) === false;
}

/** The assets of today by the id that stands in a model; a glob stands for too many to say what they are. */
export function listedAssets(model: ThreatModel, assets: readonly Asset[]): ReadonlyMap<string, Asset> {
  const index = assetIndexOf(assets);
  return new Map(
    model.assets.flatMap(({ asset: { text } }) => {
      const [asset, ...others] = index.covered(text);
      return asset && others.length === 0 ? [[text, asset] as const] : [];
    }),
  );
}
