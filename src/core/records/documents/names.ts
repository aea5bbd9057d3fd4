import type { Asset, ProseDocument } from '../../model';
import { beginning, wordEnd, wordStart } from './word-scan';

/** A name under which a document may speak of an asset. */
interface Name {
  readonly asset: Asset;
  /** As written, where the case has to fit because the name is an ordinary word. */
  readonly exact: string | null;
}

/** Names that begin with the same word and have the same length, by their text. */
interface Group {
  /** Code units before the first letter or digit. */
  readonly lead: number;
  readonly length: number;
  readonly names: Map<string, Name[]>;
}

/** One place of a text that names an asset. */
export interface Mention {
  readonly asset: Asset;
  readonly start: number;
  readonly end: number;
}

/** "GPT-4o mini" is another model than "GPT-4o". */
const SIZE = /^ (?:mini|nano|turbo|lite|micro|realtime|audio)(?![\w-])/u;
const TELLING = /[\d\-_./]/u;

/** Finds the names of many assets in a text in one pass: by the first word of each name, whole words only. */
export class NameIndex {
  private readonly byFirstWord = new Map<string, Group[]>();
  private readonly beginnings = new Set<number>();

  constructor(assets: readonly Asset[]) {
    const shared = new Map<string, { readonly lasts: Set<string>; amount: number }>();
    for (const asset of assets) {
      const last = lastPart(asset.name);
      for (const name of new Set(shortNames(asset))) {
        const known = shared.get(name) ?? { lasts: new Set<string>(), amount: 0 };
        shared.set(name, known);
        known.lasts.add(last);
        known.amount += 1;
      }
    }
    // An archive, the folder it becomes and the same weights in another format go by one name; equal names of files do not.
    const isOwn = (name: string) => {
      const known = shared.get(name);
      return known !== undefined && known.amount === known.lasts.size && known.amount <= MOST_FORMS;
    };
    for (const asset of assets) {
      const own = shortNames(asset).filter(isOwn);
      for (const text of new Set([
        ...wholeNames(asset),
        ...asset.aliases,
        ...own,
        ...inWords(asset),
        ...hyphenated(asset),
        ...spoken(asset),
        ...untagged(asset),
      ]))
        this.add(asset, text);
      const word = nameAlone(asset);
      if (word !== null) this.add(asset, word, NEVER);
    }
  }

  /** The places that name an asset, in order of the words they begin with. */
  mentions({ text }: ProseDocument): Mention[] {
    const found: Mention[] = [];
    if (this.byFirstWord.size === 0) return found;
    const lower = lowerCase(text);
    for (let at = wordStart(lower, 0); at < lower.length;) {
      const end = wordEnd(lower, at);
      // Most words are told apart by their beginning and length, without being cut out.
      const groups = this.beginnings.has(beginning(lower, at, end)) ? this.byFirstWord.get(lower.slice(at, end)) : null;
      if (groups) this.mentionsAt(text, lower, at, groups, found);
      at = wordStart(lower, end);
    }
    return found;
  }

  private mentionsAt(text: string, lower: string, place: number, groups: readonly Group[], found: Mention[]): void {
    for (const { lead, length, names } of groups) {
      const start = place - lead;
      const end = start + length;
      const same = start < 0 ? undefined : names.get(lower.slice(start, end));
      if (same === undefined || !standsAlone(lower, start, end)) continue;
      const isOther = SIZE.test(lower.slice(end, end + 10));
      for (const { asset, exact } of same) {
        if (isOther && asset.kind === 'model') continue;
        if (exact === null || text.startsWith(exact, start) || isName(text.slice(start, end), asset))
          found.push({ asset, start, end });
      }
    }
  }

  private add(asset: Asset, written: string, exact = written): void {
    const text = lowerCase(written);
    const first = /[\p{L}\p{N}]+/u.exec(text);
    if (first === null || text.length < 3 || text.length > 300) return;
    const name = { asset, exact: TELLING.test(text) ? null : exact };
    const { names } = this.group(first[0], first.index, text.length);
    const same = names.get(text);
    if (same) same.push(name);
    else names.set(text, [name]);
  }

  private group(word: string, lead: number, length: number): Group {
    const groups = this.byFirstWord.get(word) ?? [];
    this.byFirstWord.set(word, groups);
    this.beginnings.add(beginning(word, 0, word.length));
    const found = groups.find((group) => group.lead === lead && group.length === length);
    if (found) return found;
    const made: Group = { lead, length, names: new Map() };
    groups.push(made);
    return made;
  }
}

const MOST_BESIDE = 40;

/** Files that lie beside a document, where it marks their bare names: `` `system.md` ``, `[the prompt](system.md)`. */
export function mentionsBeside({ text }: ProseDocument, beside: readonly Asset[]): Mention[] {
  return beside.slice(0, MOST_BESIDE).flatMap((asset) => {
    const name = lastPart(asset.name);
    if (!name.includes('.')) return [];
    return [`\`${name}\``, `\`./${name}\``, `](${name})`, `](./${name})`].flatMap((written) =>
      placesOf(text, written, asset),
    );
  });
}

function placesOf(text: string, written: string, asset: Asset): Mention[] {
  const found: Mention[] = [];
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1))
    found.push({ asset, start: at, end: at + written.length });
  return found;
}

/**
 * `OpenWebText` for `openwebtext`: capitals inside make a name of what is no word of its own; so do nothing but capitals
 * for a data set (`COCO`, `IMDB`).
 */
function isName(written: string, { kind }: Asset): boolean {
  if (/^\p{Lu}\p{Ll}+(?:\p{Lu}[\p{Ll}\p{Lu}]+)+$/u.test(written)) return true;
  return kind === 'dataset' && /^\p{Lu}{3,}$/u.test(written) && !GENERIC.test(written);
}

/** Stands in no text: the name counts where its capitals show that it is one. */
const NEVER = '\u0000';

/** `mobilebert` of `mobilebert.tflite`: a word like any other, unless it is written as a name. */
function nameAlone({ kind, name }: Asset): string | null {
  const stem = kind === 'model' ? /^([a-z]{8,40})\.[a-z][a-z\d]{1,11}$/u.exec(lastPart(name))?.[1] : undefined;
  return stem === undefined || GENERIC.test(stem) ? null : stem;
}

const MOST_FORMS = 4;
/** `topics` of `artifacts/topics` is a word of any text; the whole path is none. */
const PLAIN_WORD = /^[a-z]{3,12}$/u;

/** Ordinary words, which documents use for many things. */
const GENERIC =
  /^(?:train(?:ing)?|test|val|valid|validation|eval|dev|data|datasets?|images|labels|models?|raw|processed|interim|external|prompts?|docs|documents|main|base|large|small|medium|tiny|default|weights|best|last|final|latest|all|full|sample|samples|checkpoints?)$/iu;

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** A prompt that is kept in a variable called `query` goes by that word only where it is marked as a name. */
function wholeNames({ kind, name }: Asset): string[] {
  return kind === 'prompt' && PLAIN_WORD.test(name) ? [`\`${name}\``] : [name];
}

/** Last parts of paths and hub ids; they count only where one asset alone is called so. */
function shortNames(asset: Asset): string[] {
  const last = lastPart(asset.name);
  const stem = last.replace(/(\.[A-Za-z][A-Za-z0-9]{0,11}){1,2}$/u, '');
  const stems = /[\d_-]/u.test(stem) && stem.length >= 8 && stem !== last ? [stem] : [];
  if (last === asset.name) return [...stems, ...released(asset, last)];
  // `docs` says nothing, `guide/docs` does.
  const ending = asset.name.split('/').slice(-2).join('/');
  if (GENERIC.test(last) && asset.kind !== 'prompt' && ending !== asset.name) return [ending];
  return GENERIC.test(last) || PLAIN_WORD.test(last)
    ? holder(asset, last)
    : [last, ...stems, ...holder(asset, last), ...released(asset, last), ...marked(asset, stem)];
}

/** Files whose own names say nothing go by what they lie in: `…/LongForm/main/train.json`, `data/tiny_stories/train.bin`. */
function holder({ kind, name }: Asset, last: string): string[] {
  if (kind !== 'dataset' || !GENERIC.test(last.replace(/\.[\w.]+$/u, ''))) return [];
  const held =
    /^(?:raw\.githubusercontent\.com|github\.com)\/[^/]+\/([^/]+)\//u.exec(name)?.[1] ?? name.split('/').at(-2) ?? '';
  return held.length < 5 || GENERIC.test(held) || PLAIN_WORD.test(held) || held.includes('{') ? [] : [held];
}

/** Weights of a release by the word for their size: `` `tiny.en` ``, `` `base` ``. */
function released({ kind }: Asset, last: string): string[] {
  const stem = /^([a-z][\w.-]{2,30})\.(?:pth?|ckpt|onnx|safetensors|gguf|bin|th)$/u.exec(last)?.[1];
  return kind !== 'model' || stem === undefined || NO_RELEASE.test(stem) ? [] : [`\`${stem}\``];
}

const NO_RELEASE = /^(?:model|weights|best|last|final|latest|checkpoint|ckpt|main|net|pytorch_model|output|state)\w*$/u;

/** Stems that say nothing of which file it is. */
const PLAIN_STEMS = /^(?:prompt|skprompt|system|user|index|main|model|data|train|test|template|default|readme)$/iu;

/**
 * A prompt by its stem, where a document marks it as a name: `` `summarize` ``, `**Summarize**`. Those of Semantic Kernel,
 * skills and patterns (`extract/system.md`) go by the folder that they lie in.
 */
function marked({ kind, name }: Asset, stem: string): string[] {
  if (kind !== 'prompt') return [];
  const folders = name.split('/').slice(0, -1);
  const isKernel = /^(?:skprompt|skill|system)$/iu.test(stem);
  const word = isKernel ? (folders.at(-1) ?? '') : stem;
  // A word that a folder above goes by too means that folder.
  if (!isKernel && folders.includes(word)) return [];
  return word.length < 3 || PLAIN_STEMS.test(word) || GENERIC.test(word) ? [] : [`\`${word}\``, `**${word}**`];
}

/** `cifar10`, `FashionMNIST`, `ms_marco` as people write it: "CIFAR-10", "Fashion-MNIST", "MS-MARCO". */
function hyphenated({ kind, name }: Asset): string[] {
  const last = lastPart(name);
  if (kind !== 'dataset' || last.length < 4 || !/^[A-Za-z][A-Za-z0-9_]*$/u.test(last)) return [];
  const parts = last.replace(/([a-z])(?=[A-Z])|([A-Za-z])(?=\d+$)|([A-Z])(?=[A-Z][a-z])/gu, '$&-').replaceAll('_', '-');
  return parts === last || !/^[\w]{2,}-/u.test(parts) ? [] : [parts];
}

/** `speech_commands` as people write it: "Speech Commands", "SpeechCommands". */
function inWords({ kind, name }: Asset): string[] {
  return kind === 'dataset' && /^[a-z]{3,}(?:_[a-z]{3,})+$/i.test(name) && name.length >= 12
    ? [name.replaceAll('_', ' '), name.replaceAll('_', '')]
    : [];
}

/** What providers put behind the name that people use: a date, a build, `latest`. */
const BUILD = /-(?:20\d{6}|20\d\d-\d\d-\d\d|latest|preview(?:-\d\d-\d\d)?|00\d)$/u;
const SPOKEN =
  /^(?:[\w.]+\.)?((?:claude|gemini|gpt|command|mistral|codestral|llama|grok|deepseek)-[a-z\d.-]+?)(?:-v\d(?::\d)?)?$/u;

/** `claude-3-5-sonnet-20241022` as people write it: "Claude 3.5 Sonnet"; `gpt-4.1-mini`: "GPT-4.1 mini". */
function spoken({ kind, name }: Asset): string[] {
  // `deeplabv3.tflite`: "DeepLab v3".
  const [, word = '', version = ''] = /^([a-z]{5,20})[-_]?(v\d{1,2})\.[a-z][a-z\d]{1,11}$/iu.exec(lastPart(name)) ?? [];
  if (kind === 'model' && word !== '' && !GENERIC.test(word)) return [`${word} ${version}`];
  const id = kind === 'model' ? SPOKEN.exec(name)?.[1]?.replace(BUILD, '') : undefined;
  if (id === undefined) return [];
  const words = id.replace(/-(\d)-(\d)(?=-|$)/u, '-$1.$2').split('-');
  if (words.length < 3 || !words.some((word) => /\d/u.test(word))) return [];
  const [family = '', ...rest] = words;
  return [words.join(' '), `${family}-${rest.join(' ')}`];
}

/** `nomic-embed-text:latest`: nobody writes the tag that is meant without one. */
function untagged({ kind, name }: Asset): string[] {
  return kind === 'model' && name.endsWith(':latest') ? [name.slice(0, -':latest'.length)] : [];
}

/** Lower case that keeps every offset: letters whose lower case is longer stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}

/** `gpt-4` in `gpt-4o`, `gpt-4-turbo`, `gpt-4.1` or `my-gpt-4` is not gpt-4. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  if (/[\p{L}\p{N}_]$/u.test(before) || /[\p{L}\p{N}][-.]$/u.test(before)) return false;
  const after = text.slice(end, end + 2);
  return !/^[\p{L}\p{N}_]/u.test(after) && !/^[-.:][\p{L}\p{N}]/u.test(after);
}
