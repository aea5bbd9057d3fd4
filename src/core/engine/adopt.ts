import type { Asset, FileFacts, ProjectEdit, Snapshot } from '../model';
import { isDocumentedKind } from '../model';
import { Adoptions, scaffold } from '../records';
import type { ScaffoldInput } from '../records';

/** A record that takes over what a document says. */
export interface AdoptOffer {
  /** The document that tells most. */
  readonly path: string;
  readonly edit: ProjectEdit;
}

interface AdoptOptions {
  readonly snapshot: () => Snapshot;
  readonly files: () => ReadonlyMap<string, FileFacts>;
  readonly about: () => Omit<ScaffoldInput, 'assets' | 'title'>;
}

/**
 * Records that point to documents which are there. What was worked out is kept as long as the snapshot is the same: editors
 * ask at every move of the cursor.
 */
export function createAdopter({ snapshot, files, about }: AdoptOptions): (asset: Asset) => AdoptOffer | null {
  const memory: { of: Snapshot | null; adoptions: Adoptions | null; offers: Map<string, AdoptOffer | null> } = {
    of: null,
    adoptions: null,
    offers: new Map(),
  };
  const make = (asset: Asset): AdoptOffer | null => {
    const input = about();
    const kind = input.catalogue.records.find((each) => each.assetKind === asset.kind);
    memory.adoptions ??= new Adoptions(
      snapshot().assets.filter((each) => isDocumentedKind(each.kind)),
      files().values(),
    );
    const adopted = kind ? memory.adoptions.of(asset, kind) : null;
    const file = adopted && kind ? scaffold(kind.id, { ...input, title: null, assets: [asset], adopted }) : null;
    const path = adopted?.paths[0];
    return file && path !== undefined ? { path, edit: { creations: [file], replacements: [] } } : null;
  };
  return (asset) => {
    if (memory.of !== snapshot()) {
      memory.of = snapshot();
      memory.adoptions = null;
      memory.offers.clear();
    }
    if (asset.records.length > 0 || !isDocumentedKind(asset.kind)) return null;
    const known = memory.offers.get(asset.id);
    if (known !== undefined) return known;
    const offer = make(asset);
    memory.offers.set(asset.id, offer);
    return offer;
  };
}
