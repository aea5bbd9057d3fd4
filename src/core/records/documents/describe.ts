import type { Asset, ProseDocument } from '../../model';
import { remembering } from '../../discover/remembered';
import { mentionsBeside, type Mention, type NameIndex } from './names';
import { passages, withoutCode } from './passages';
import type { Passage } from './passages';
import { factsIn, sayAtLeast, Speech } from './said';
import type { Fact } from './said';

/** What one document does for one asset. */
export interface Account {
  readonly asset: Asset;
  readonly path: string;
  readonly describes: boolean;
  said(): ReadonlySet<Fact>;
}

/** The passages of a document: it is cut up once, not at every change elsewhere. */
const passagesOf = remembering(({ text }: ProseDocument): readonly Passage[] => passages(text));

/** How many kinds of things a document has to say about an asset to describe it. */
const ENOUGH = 2;
/** A card is about what it names in its beginning. */
const BEGINNING = 1500;

/** What a document says about each asset that it names, or that lies beside it. */
export function accounts(document: ProseDocument, names: NameIndex, beside: readonly Asset[]): Account[] {
  const told = new Map<Asset, Speech[]>();
  const mentions = [...names.mentions(document), ...mentionsBeside(document, beside)];
  const cut = mentions.length > 0 ? passagesOf(document) : [];
  let at = 0;
  // A card beside a model is about that model, and names what it was made from.
  const related = (start: number) => beside.some(({ kind }) => kind === 'model') && isRelation(document.text, start);
  for (const mention of [...mentions].sort((left, right) => left.start - right.start)) {
    while (at < cut.length && (cut[at]?.end ?? 0) <= mention.start) at += 1;
    const isNamedOnly = related(mention.start) || isAboutSettings(document, cut[at], mention);
    add(told, mention.asset, isNamedOnly ? null : speechAt(document, cut[at], mention));
  }
  for (const asset of ofWholeDocument(document, mentions, beside, related)) add(told, asset, wholeOf(document));
  return [...told].map(([asset, speeches]) => ({
    asset,
    path: document.path,
    describes: sayAtLeast(ENOUGH, speeches),
    said: () => factsIn(speeches),
  }));
}

const speechOf = remembering(({ text }: Passage) => new Speech(() => text));
const wholeOf = remembering(({ text }: ProseDocument) => new Speech(() => withoutCode(text)));

/** Code blocks lie outside every passage: naming an asset there says nothing about it, but for where to fetch it from. */
function speechAt(document: ProseDocument, passage: Passage | undefined, mention: Mention): Speech | null {
  if (passage !== undefined && passage.start <= mention.start) return speechOf(passage);
  const { text } = document;
  const start = text.lastIndexOf('\n', mention.start) + 1;
  const end = text.indexOf('\n', mention.end);
  const line = text.slice(start, Math.min(end < 0 ? text.length : end, start + LONGEST_LINE));
  return FETCHED.test(line) ? new Speech(() => line) : null;
}

const SETTINGS = /\.(?:toml|ya?ml|json|ini|env)$/iu;
const OF_PROMPTS = /prompt|instruct|template|persona|rubric|preamble|message|agent|judge|evaluat/iu;

/** What is said of a file of settings says something of the prompts among them only where it speaks of such. */
function isAboutSettings(
  { text }: ProseDocument,
  passage: Passage | undefined,
  { asset, start, end }: Mention,
): boolean {
  if (asset.kind !== 'prompt' || !SETTINGS.test(asset.name)) return false;
  return !OF_PROMPTS.test(passage === undefined ? text.slice(Math.max(0, start - 200), end + 200) : passage.text);
}

const LONGEST_LINE = 1000;
/** A command that fetches a file from an address, or from a hub. */
const FETCHED =
  /^[\s$>]*(?:sudo )?(?:(?:wget|curl|aria2c|Invoke-WebRequest|iwr) [^\n]*https?:\/\/|(?:huggingface-cli|hf) download [\w.-]+\/[\w.-]+|git clone https?:\/\/)/iu;

function add(told: Map<Asset, Speech[]>, asset: Asset, speech: Speech | null): void {
  const known = told.get(asset) ?? [];
  told.set(asset, known);
  if (speech !== null && !known.includes(speech)) known.push(speech);
}

/**
 * The assets that a document as a whole is about: for a document in a folder of its own, the files beside it if it names
 * one of them or the folder; for a card, what it names in its beginning.
 */
function ofWholeDocument(
  document: ProseDocument,
  mentions: readonly Mention[],
  beside: readonly Asset[],
  related: (start: number) => boolean,
): Asset[] {
  const about = new Set<Asset>();
  const named = new Set(mentions.map((mention) => mention.asset));
  const folder = document.path.split('/').at(-2);
  const speaksOfFolder = beside.length > 0 && folder !== undefined && namesFolder(document.text, folder);
  const isCard = document.kind === 'card';
  if (folder !== undefined || isCard)
    for (const kind of ['model', 'dataset', 'prompt'] as const)
      for (const asset of spokenOf(kind, beside, { named, isCard, speaksOfFolder })) about.add(asset);
  if (document.kind === 'card') {
    for (const { asset, start } of mentions) {
      if (start < BEGINNING && !related(start)) about.add(asset);
    }
  }
  return [...about];
}

interface Speaking {
  readonly named: ReadonlySet<Asset>;
  readonly isCard: boolean;
  readonly speaksOfFolder: boolean;
}

/** Those of one kind beside a document that it is about as a whole. */
function spokenOf(kind: Asset['kind'], beside: readonly Asset[], { named, isCard, speaksOfFolder }: Speaking): Asset[] {
  const here = beside.filter((asset) => asset.kind === kind);
  if (speaksOfFolder && kind !== 'prompt') return here;
  const told = here.filter((asset) => named.has(asset));
  // A list of some of the data sets or prompts beside it says nothing about the others.
  return told.length === 0 || (kind !== 'model' && !isCard) ? told : here;
}

/** Keys of a card's header that name what it was made from: the card is about something else. */
const RELATION = /^(?:base_model|datasets|source_datasets|new_version)[ \t]*:/u;

/** True where the name at `at` stands in a card's header as the base or the data of what the card is about. */
function isRelation(text: string, at: number): boolean {
  if (!text.startsWith('---') || text.indexOf('\n---', 3) < at) return false;
  let start = text.lastIndexOf('\n', at - 1) + 1;
  while (start > 0 && /^[ \t]*-[ \t]/u.test(text.slice(start, start + 80)))
    start = text.lastIndexOf('\n', start - 2) + 1;
  return RELATION.test(text.slice(start, start + 80));
}

/** The folder's name as words, joined or apart: `image_classification_mobilenet`, "tiny shakespeare". */
function namesFolder(text: string, folder: string): boolean {
  const name = folder.toLowerCase();
  if (name.length < 3 || GENERIC_FOLDERS.has(name)) return false;
  const beginning = text.slice(0, 20_000).toLowerCase();
  return name.length >= LONG_NAME ? beginning.includes(name) : beginning.split(/[^\p{L}\p{N}_-]+/u).includes(name);
}

/** So long a name says the same inside a longer word. */
const LONG_NAME = 8;
const GENERIC_FOLDERS = new Set(
  'app api data dataset datasets model models prompt prompts weights checkpoints docs samples examples src lib test tests eval tools utils scripts'.split(
    ' ',
  ),
);
