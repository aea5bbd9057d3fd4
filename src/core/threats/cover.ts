import type { Snapshot, ThreatModel } from '../model';
import { assetIndexOf, type AssetIndex } from '../records/documents/asset-index';
import { assetStates } from './standing';

/** Which threat models take an asset in, and how many of their threats aim at it. */
export class ThreatCover {
  private readonly models = new Map<string, ThreatModel[]>();
  private readonly threats = new Map<string, number>();

  constructor(snapshot: Pick<Snapshot, 'assets' | 'threatModels' | 'profile'>) {
    if (snapshot.threatModels.length === 0) return;
    for (const { model, covered } of assetStates(snapshot.threatModels, snapshot)) {
      for (const id of covered) this.models.set(id, [...(this.models.get(id) ?? []), model]);
    }
    const index = assetIndexOf(snapshot.assets);
    for (const model of snapshot.threatModels) this.count(model, index);
  }

  modelsOf(asset: string): readonly ThreatModel[] {
    return this.models.get(asset) ?? [];
  }

  threatsTo(asset: string): number {
    return this.threats.get(asset) ?? 0;
  }

  /** A threat that aims at a component aims at the asset that it stands for. */
  private count({ threats, components }: ThreatModel, index: AssetIndex): void {
    const stands = new Map(components.flatMap(({ id, asset }) => (asset ? [[id, asset.text] as const] : [])));
    for (const { targets, treatment } of threats) {
      if (treatment === 'not-applicable') continue;
      const aims = targets.flatMap(({ text }) => index.covered(stands.get(text) ?? text).map(({ id }) => id));
      for (const id of new Set(aims)) this.threats.set(id, (this.threats.get(id) ?? 0) + 1);
    }
  }
}
