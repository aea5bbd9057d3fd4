import type { Catalogue } from '../../catalogue';
import type { Asset, ProseDocument } from '../../model';
import { remembering } from '../../discover/remembered';
import { accounts } from './describe';
import { NameIndex } from './names';

/** What one document does for one of the assets, by its place in their list. */
interface Told {
  readonly at: number;
  readonly path: string;
  readonly describes: boolean;
}

/** What documents say about assets; each is read once as long as the assets go by the same names and lie at the same places. */
export class Speaking {
  readonly #names: NameIndex;
  readonly #folders = new Map<string, Asset[]>();
  readonly #prompts = new Set<string>();
  readonly #places: ReadonlyMap<Asset, number>;
  readonly #told = new WeakMap<ProseDocument, readonly Told[]>();

  constructor(assets: readonly Asset[]) {
    this.#names = new NameIndex(assets);
    this.#places = new Map(assets.map((asset, at) => [asset, at]));
    for (const asset of assets) {
      for (const site of asset.sites.filter(({ via }) => via === 'file')) {
        if (asset.kind === 'prompt') this.#prompts.add(site.path);
        const folder = folderOf(site.path);
        const inside = this.#folders.get(folder);
        if (inside) inside.push(asset);
        else this.#folders.set(folder, [asset]);
      }
    }
  }

  /** Whether the file at that path is a prompt itself. */
  isPrompt(path: string): boolean {
    return this.#prompts.has(path);
  }

  /**
   * Those of a list of documents that speak of any asset; a prompt does not document what it names. Worked out once for
   * the same list.
   */
  readonly telling = remembering((documents: readonly ProseDocument[]) =>
    documents.flatMap((document) => {
      const told = this.isPrompt(document.path) ? [] : this.#of(document);
      return told.length === 0 ? [] : [[document, told] as const];
    }),
  );

  #of(document: ProseDocument): readonly Told[] {
    const known = this.#told.get(document);
    if (known) return known;
    const beside = this.#folders.get(folderOf(document.path)) ?? [];
    const told = accounts(document, this.#names, beside).map(({ asset, path, describes }) => ({
      at: this.#places.get(asset) ?? -1,
      path,
      describes,
    }));
    this.#told.set(document, told);
    return told;
  }
}

interface Last {
  readonly keys: readonly string[];
  readonly speaking: Speaking;
}

const last = new WeakMap<Catalogue, Last>();

/** What documents say about these assets: worked out anew where one goes by other names or lies elsewhere than last time. */
export function speakingOf(assets: readonly Asset[], catalogue: Catalogue): Speaking {
  const keys = assets.map(keyOf);
  const before = last.get(catalogue);
  if (before && before.keys.length === keys.length && keys.every((key, at) => key === before.keys[at]))
    return before.speaking;
  const speaking = new Speaking(assets);
  last.set(catalogue, { keys, speaking });
  return speaking;
}

const made = new WeakMap<Asset, string>();

/** All of an asset that tells which documents speak of it. */
function keyOf(asset: Asset): string {
  const known = made.get(asset);
  if (known !== undefined) return known;
  const { id, name, aliases, sites } = asset;
  const files = sites.flatMap(({ via, path }) => (via === 'file' ? [path] : []));
  const key = JSON.stringify([id, name, aliases, files]);
  made.set(asset, key);
  return key;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
