import type { ThreatModel, ThreatModelState } from '../../model';
import { absent, cannotTell, holds, isComplete, ofKinds, papers, placed, sitesOf, some } from './look';
import type { Look, Seen } from './look';

/** Threat models whose required fields are filled; a draft shows nothing yet. */
export function completeModels(look: Look): ThreatModel[] {
  const complete = new Set(
    papers(look, ['threat-model'])
      .filter(isComplete)
      .map(({ path }) => path),
  );
  return look.threatModels.filter(({ path }) => complete.has(path));
}

const NONE = 'no complete threat model is here';

/** How the complete ones stand. */
function statesIn(look: Look): ThreatModelState[] {
  const complete = new Set(completeModels(look));
  return look.threatStates.filter(({ model }) => complete.has(model));
}

/** Every model, dataset and prompt is named by a threat model. */
export function threatModelCovers(look: Look): Seen {
  const assets = ofKinds(look, ['model', 'dataset', 'prompt']);
  if (assets.length === 0) return cannotTell('no asset was found');
  const states = statesIn(look);
  if (states.length === 0) return absent(look, NONE);
  const covered = new Set(states.flatMap((state) => state.covered));
  const missing = assets.filter(({ id }) => !covered.has(id));
  if (missing.length === 0) return holds(look, `in a threat model: ${some(assets.length, assets.length, 'asset')}`);
  return {
    outcome: 'contradicted',
    detail: `in no threat model: ${some(missing.length, assets.length, 'asset')}`,
    places: sitesOf(missing),
  };
}

/** What threat models name is still what they were written about, as far as they note that. */
export function threatModelCurrent(look: Look): Seen {
  const states = statesIn(look);
  if (states.length === 0) return absent(look, NONE);
  const rows = states.flatMap(({ model }) => model.assets);
  const noted = rows.filter(({ digest, configDigest }) => digest !== null || configDigest !== null).length;
  const changed = states.flatMap(({ model, changed: changes }) =>
    changes.map(({ asset, written }) => {
      const row = model.assets.find((each) => each.asset.text === written);
      return placed(model.path, row?.range ?? model.range, asset);
    }),
  );
  if (changed.length > 0) {
    return {
      outcome: 'contradicted',
      detail: `changed since the threat model was reviewed: ${some(changed.length, noted, 'asset')}`,
      places: changed,
      condition: 'content or settings of an asset have changed',
    };
  }
  if (noted === 0) return absent(look, 'no threat model notes what its assets were when it was reviewed');
  return holds(look, `as reviewed: ${some(noted, noted, 'asset')}`);
}
