/**
 * A path or name without the folders that are only known at run time: `{0}/train.csv` → `train.csv`. Null where a part
 * of the name itself is unknown.
 */
export function withoutUnknownFolders(text: string): string | null {
  // `folder + "faces.xml"`: what stands in front of a whole name of a file is where it lies.
  const known = text.replace(/^.*\{\d+\}[^/]*\//s, '').replace(/^\{\d+\}(?=[a-z][\w-]{3,}\.[a-z]\w{1,11}$)/i, '');
  return known === '' || /\{\d+\}/.test(known) ? null : known;
}

/** A file's path or name as it identifies a dataset: no `./` in front, no `/` at the end. */
export function plainPath(text: string): string {
  return text.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

const DATA_FILE =
  /\.(?:csv|tsv|jsonl?|ndjson|parquet|arrow|feather|tfrecords?|npy|npz|h5|hdf5|xlsx?|txt|md|pdf|xml|ya?ml|pkl|pickle|bin|db|sqlite|zip|tar|gz|tgz|html?|sql|docx?|zst)$/i;

export function looksLikeDataFile(text: string): boolean {
  return DATA_FILE.test(text);
}

/** Host and path of a URL: `https://a.org/b/c.csv?d` → `a.org/b/c.csv`. */
export function withoutScheme(url: string): string {
  return url.replace(/[?#].*$/, '').replace(/^[a-z][\w+.-]*:\/\/(?:[^/@]*@)?/i, '');
}

/** The last part of a URL's path, '' where there is none. */
export function urlBase(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/^[a-z][\w+.-]*:\/\/[^/]+\/?/i, '');
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Collections by the address of their page, or of a file in them, on a hub that has one page for each. */
const ON_HUBS = [
  /^https?:\/\/(?:huggingface|hf)\.co\/datasets\/([\w.-]+\/[\w.-]+)/i,
  /^https?:\/\/(?:www\.)?kaggle\.com\/datasets\/([\w-]+\/[\w-]+)/i,
  /^https?:\/\/(?:www\.)?kaggle\.com\/(?:c|competitions)\/([\w-]+)/i,
  /^hf:\/\/datasets\/([\w.-]+\/[\w.-]+)/i,
];

/** The name of a collection in its address on a hub; null for any other address. */
export function hubDataset(url: string): string | null {
  for (const pattern of ON_HUBS) {
    const name = pattern.exec(url)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
