import type { ThreatModel } from '../../model';
import type { Notes } from './notes';

/** Keys of a threat model's file, and cells of a threat, that a format can hold. */
export interface Held {
  readonly keys: readonly string[];
  readonly cells: readonly string[];
}

/** Notes what stands in a threat model and has no place in a format. */
export function noteLeft(model: ThreatModel, { keys, cells }: Held, notes: Notes): void {
  for (const [key, items] of Object.entries(contents(model))) {
    if (keys.includes(key)) continue;
    for (const item of items) if (item !== null && item !== '') notes.left(key, item);
  }
  for (const threat of model.threats) {
    const rows: Readonly<Record<string, boolean>> = {
      'attack-path': threat.attackPath !== null,
      entry: threat.entry !== null,
      stride: threat.stride.length > (cells.includes('first stride') ? 1 : 0),
      atlas: threat.atlas.length > 0,
      owasp: threat.owasp.length > 0,
      seen: threat.seen.length > 0,
      inherent: threat.inherent !== null || threat.inherentLikelihood !== null || threat.inherentImpact !== null,
      residual: threat.residual !== null || threat.likelihood !== null || threat.impact !== null,
      treatment: threat.treatment !== null,
      reason: threat.reason !== null,
      owner: threat.owner !== null,
      due: threat.due !== null,
      evidence: threat.evidence.length > 0,
      status: threat.status !== null,
      'owner, day or evidence of a control': threat.controls.some(
        ({ owner, due, evidence }) => owner !== null || due !== null || evidence !== null,
      ),
    };
    for (const [cell, isThere] of Object.entries(rows))
      if (isThere && !cells.includes(cell)) notes.left(`${cell} of a threat`, threat.id.text);
  }
}

function contents(model: ThreatModel): Readonly<Record<string, readonly (string | null)[]>> {
  return {
    id: [model.id],
    version: [model.version],
    owner: [model.owner],
    authors: model.authors,
    role: [model.role],
    reviewed: [model.reviewed?.date ?? null],
    'review-by': [model.reviewBy?.date ?? null],
    'review-triggers': model.reviewTriggers,
    'out-of-scope': model.outOfScope,
    assumptions: model.assumptions,
    'risk-appetite': [model.riskAppetite],
    assets: model.assets.map(({ asset }) => asset.text),
    'digests and owners of assets': model.assets.flatMap(({ asset, digest, configDigest, seen, owner }) =>
      [digest, configDigest, seen, owner].some((each) => each !== null) ? [asset.text] : [],
    ),
    'asset of a component': model.components.map(({ id, asset }) => (asset === null ? null : `${id} ${asset.text}`)),
    'entry-points': model.entryPoints.map(({ name }) => name),
    permissions: model.permissions.map(({ tool }) => tool),
    superfluous: model.superfluous.map(({ capability }) => capability),
    acceptance: model.acceptances.map(({ threat, by }) => `${threat.text} by ${by ?? 'nobody'}`),
    communicated: model.communicated.map(({ threat }) => threat.text),
    'change-log': model.changeLog,
  };
}
