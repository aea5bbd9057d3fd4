import type { Asset, FileFacts, ProjectEdit, Snapshot } from '../model';
import { isDocumentedKind } from '../model';
import { Adoptions, scaffold } from '../records';
import type { Adoption, ScaffoldInput } from '../records';

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

/** What documents that are there give to new records. */
export interface Adopter {
  /** What a record of an asset could take over; null where nothing is there, or where it has a record. */
  readonly adoption: (asset: Asset) => Adoption | null;
  readonly offer: (asset: Asset) => AdoptOffer | null;
}

/**
 * Records that point to documents which are there. What was worked out is kept as long as the snapshot is the same: editors
 * ask at every move of the cursor.
 */
export function createAdopter({ snapshot, files, about }: AdoptOptions): Adopter {
  const adoptions = rememberedWhile(
    snapshot,
    () =>
      new Adoptions(
        snapshot().assets.filter((each) => isDocumentedKind(each.kind)),
        files().values(),
      ),
  );
  const offers = rememberedWhile(snapshot, () => new Map<string, AdoptOffer | null>());
  const adoption = (asset: Asset): Adoption | null => {
    if (asset.records.length > 0 || !isDocumentedKind(asset.kind)) return null;
    const kind = about().catalogue.records.find((each) => each.assetKind === asset.kind);
    return kind ? adoptions().of(asset, kind) : null;
  };
  const make = (asset: Asset): AdoptOffer | null => {
    const input = about();
    const kind = input.catalogue.records.find((each) => each.assetKind === asset.kind);
    const adopted = adoption(asset);
    const file = adopted && kind ? scaffold(kind.id, { ...input, title: null, assets: [asset], adopted }) : null;
    const path = adopted?.paths[0];
    return file && path !== undefined ? { path, edit: { creations: [file], replacements: [] } } : null;
  };
  return {
    adoption,
    offer(asset) {
      const known = offers().get(asset.id);
      if (known !== undefined) return known;
      const offer = make(asset);
      offers().set(asset.id, offer);
      return offer;
    },
  };
}

/** Made once for each snapshot. */
function rememberedWhile<T>(snapshot: () => Snapshot, make: () => T): () => T {
  const memory: { of: Snapshot | null; value: T | null } = { of: null, value: null };
  return () => {
    if (memory.of !== snapshot() || memory.value === null) {
      memory.of = snapshot();
      memory.value = make();
    }
    return memory.value;
  };
}
