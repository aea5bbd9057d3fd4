import { remembering } from '../../discover/remembered';
import type { Site } from '../../model';
import { cannotTell, holds, ofKinds, placed, some } from './look';
import type { Look, Seen } from './look';

/** Formats of weights that run code when they are loaded. */
const RUNS_CODE = /\.(?:pkl|pickle|joblib|dill|pt|pth|ckpt)$|(?:^|\/)(?:pytorch_model|adapter_model)[^/]*\.bin$/iu;
const TRUSTS = 'trust_remote_code';

/** No model comes in a format that can run code, and none brings code of its own that is trusted. */
export function modelsSafe(look: Look): Seen {
  const models = ofKinds(look, ['model']);
  if (models.length === 0) return cannotTell('no model was found');
  const unsafe = models.flatMap(({ name, sites }) => {
    const site = unsafeIn(sites) ?? (RUNS_CODE.test(name) ? sites[0] : undefined);
    return site === undefined ? [] : [placed(site.path, site, name)];
  });
  if (unsafe.length === 0) return holds(look, `nothing that runs code: ${some(models.length, models.length, 'model')}`);
  const detail = `can run code when loaded: ${some(unsafe.length, models.length, 'model')}`;
  return { outcome: 'contradicted', detail, places: unsafe };
}

const unsafeIn = remembering((sites: readonly Site[]) => sites.find(isUnsafe));

function isUnsafe({ via, path, settings }: Site): boolean {
  const trusted = settings !== undefined && Object.hasOwn(settings, TRUSTS) ? settings[TRUSTS] : undefined;
  return (via === 'file' && RUNS_CODE.test(path)) || /^true$/iu.test(trusted ?? '');
}
