import type { Binding, Sighting } from '../../model';
import { rememberingTexts } from '../remembered';
import { siteIn } from '../sighting-parts';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import type { Resolving } from '../resolve/resolving';
import { snakeCase } from '../snake-case';
import { hubDataset, plainPath, withoutScheme } from './paths';

const DEEPEST = 3;
const MOST_ENTRIES = 200;
/** No address is longer; patterns are tried on none that is. */
const LONGEST = 300;

/** What an address of data ends with: archives and rows. */
const FILE_URL =
  /^https?:\/\/\S+\.(?:zip|tgz|tar|tar\.(?:gz|bz2|xz)|7z|csv|tsv|jsonl?|parquet|txt|npz|h5)(?:\.gz)?(?:\?\S*)?$/i;
const URL_KEY = /(?:^|_)(?:urls?|uri|link|source|hub|path|name|repo)$/;

/** True for the address of a file that data has the form of, and of a collection on a hub. */
export function isDataAddress(text: string): boolean {
  return FILE_URL.test(text) || hubDataset(text) !== null;
}

/** `DATASET_URL = "https://…/birds.zip"`. */
export function datasetAt(text: string, key: string, placed: Placed, use: 'use' | 'definition'): Sighting[] {
  const onHub = hubDataset(text);
  if (text.length > LONGEST || /[\s<>"|]/.test(text) || !URL_KEY.test(key)) return [];
  if (onHub === null && (text.includes('{') || !FILE_URL.test(text))) return [];
  return [made(text, onHub, placed, use)];
}

/** An address that says itself that data lies there, packed or as rows: `…/datasets/flowers.zip`. */
const ADDRESS =
  /^https?:\/\/(?=[^?#]*[/._-](?:data_?sets?|corpus|corpora|training[-_]?data)[/._-])[^\s{}<>"']+\/[\w.%+-]+\.(?:zip|tar|tar\.gz|tgz|tar\.bz2|csv|csv\.gz|tsv|jsonl|jsonl\.gz|parquet)(?:[?#]\S*)?$/i;

/** What such an address leads to, whatever it is kept under or handed to. */
export function addressed(placed: Placed, use: 'use' | 'definition'): Sighting[] {
  const { value } = placed;
  if (value.kind !== 'text' || value.holes.length > 0 || value.text.length > LONGEST || !ADDRESS.test(value.text))
    return [];
  return [made(value.text, hubDataset(value.text), placed, use)];
}

function made(text: string, onHub: string | null, { file, value }: Placed, use: 'use' | 'definition'): Sighting {
  return {
    ...siteIn(file, value.range, use, { signature: 'dataset.named', provider: null }),
    kind: 'dataset',
    name: onHub ?? plainPath(withoutScheme(text)),
    written: text,
    aliases: [text],
    pin: 'none',
    confidence: 'medium',
    publicSource: true,
  };
}

/** `BASE = "https://huggingface.co/datasets/owner/name/resolve/main"`: what files of a hub's collection are fetched from. */
export function baseOnHub(file: SourceFile, binding: Binding): Sighting[] {
  const { value } = binding;
  if (
    value.kind !== 'text' ||
    value.text.length > LONGEST ||
    !/^https?:\/\/[^\s]+\/(?:resolve|raw)\/\S*$/.test(value.text)
  )
    return [];
  return hubDataset(value.text) === null
    ? []
    : datasetAt(value.text, 'url', { value, file, scope: scopeOf(binding) }, 'definition');
}

/** `DATA_HUB["birds"] = (BASE + "birds.zip", "ab12…")` puts one more into a table of addresses. */
export function datasetsInTable(resolving: Resolving, binding: Binding, placed: Placed): Sighting[] {
  const table = binding.kind === 'member' ? (binding.symbol.split('.').at(-2) ?? '') : binding.name;
  return isTable(table) ? addressesIn(resolving, placed, DEEPEST) : [];
}

/** Names of tables that say where data is fetched from: `DATA_HUB`, `DATASET_URLS`, `corpora`. */
const isTable = rememberingTexts((identifier) =>
  /(?:^|_)(?:data_?sets|corpora|(?:data|data_?sets?|corpus|corpora)_(?:hub|urls?|links?|sources?|files?|registry|downloads?|mirrors?))$/.test(
    snakeCase(identifier),
  ),
);

/** The addresses of data in a map or list, a few levels down. */
function addressesIn(resolving: Resolving, placed: Placed, depth: number): Sighting[] {
  const { value } = placed;
  if (depth === 0) return [];
  if (value.kind === 'map' || value.kind === 'list') {
    const parts = value.kind === 'map' ? value.entries.map((entry) => entry.value) : value.items;
    return parts
      .slice(0, MOST_ENTRIES)
      .flatMap((part) => addressesIn(resolving, { ...placed, value: part }, depth - 1));
  }
  if (value.kind !== 'text') return [];
  return textsOf(resolving, placed).flatMap(({ text }) => datasetAt(text, 'url', placed, 'definition'));
}
