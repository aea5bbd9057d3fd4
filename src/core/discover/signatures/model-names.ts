import type { Pin } from '../../model';
import { withoutUnknownFolders } from './paths';
import type { Families } from './families';

/** A model id, read: its identity, how it was written, who makes it and how exactly it names a version. */
export interface ModelName {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly provider: string | null;
  readonly pin: Pin;
}

const WEIGHTS =
  /\.(?:safetensors|gguf|ggml|onnx|tflite|keras|mlmodel|mlpackage|llamafile|mar|engine|caffemodel|pdmodel|torchscript|jit|ckpt|joblib|pt|pth|bin|pb|h5|hdf5|pkl|pickle|npz|weights|model|task|mlnet|ort|ptl|pte|ubj|pmml|ser|ser\.gz)$/i;
const DATED =
  /(?:^|[-_@.:])(?:20\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])|0[1-9]\d{2}|1[0-2]\d{2}|2[4-9](?:0[1-9]|1[0-2])|00\d)(?:$|[-_@:])|-(?:0[1-9]|1[0-2])-20\d{2}$|-preview-(?:0[1-9]|1[0-2])-[0-3]\d$|-v\d+:\d+|@v?\d+$/;
/** A commit or digest behind the id. */
const FIXED = /@(?:sha256[:-])?[0-9a-f]{7,64}$|:[0-9a-f]{40,64}$/;
const HASH = /^[0-9a-f]{7,64}$/i;
const KINDS_IN_IDS = /^(?:messages|chat|completion|embeddings?|moderation|responses|text-completion):/;
const WORD = /^[a-z][\w.-]*$/i;
const DEVELOPER_FOLDER = /^(?:\/(?:Users|home)\/|[A-Za-z]:[\\/])/;

/** Reads a text that stands where a library takes a model id, or a path of weights. Null where it names no model. */
export function readModelName(
  written: string,
  as: 'id' | 'router' | 'file' | 'word',
  families: Families,
): ModelName | null {
  const joined = joinedByColon(written.trim(), families);
  if (joined !== null) return withAlias(readModelName(joined, as, families), written);
  const text = withoutUnknownFolders(ARGUMENTS.exec(written)?.[1] ?? written.trim());
  if (text === null || !couldBeId(text)) return null;
  if (as === 'word' && WORD.test(text)) return { name: text, aliases: [], provider: null, pin: 'none' };
  if (isPlaceholder(text, families)) return null;
  const kept = keptAt(text, as);
  if (kept !== undefined) return withAlias(fromPath(kept, 'file'), text);
  const registered = /^models:\/([^/@]+)(?:[/@]([^/]+))?$/.exec(text);
  if (registered) return fromRegistry(text, registered[1] ?? text, registered[2] ?? null);
  const address = /^[a-z][\w+.-]*:\/\//i.exec(text)?.[0];
  return address === undefined ? fromPathOrId(text, as, families) : atAddress(text, address, as, families);
}

/** `pretrained=owner/name,dtype=float16`: what evaluation harnesses are told in one text. */
const ARGUMENTS = /(?:^|,)\s*pretrained=([^,\s]+)/;

/** `my_housing_model.pkl` is a file that the code writes, `my-model` a word to be replaced. */
const OWN_FILE = /^my[-_]\w[\w.-]*\.(?:pkl|pickle|joblib|keras|h5|pth?|ckpt|onnx|safetensors)$/i;

function isPlaceholder(text: string, families: Families): boolean {
  return families.isPlaceholder(text) && !OWN_FILE.test(text);
}

function atAddress(text: string, address: string, as: string, families: Families): ModelName | null {
  if ((as === 'file' || WEIGHTS.test(text)) && STORES.test(address))
    return withAlias(fromPath(text.slice(address.length), as), text);
  return address.startsWith('http') ? fromUrl(text, as) : fromAddress(text, families);
}

/** `openai > gpt-4o`, `groq|llama-3.3-70b`: registries join provider and id by marks of the project's choice. */
function joinedByColon(text: string, families: Families): string | null {
  const [, prefix = '', rest = ''] =
    /^([A-Za-z][\w-]{1,30})(?:\s?(?:>|\||::|#|→|->)\s?)([\w][\w.:/@-]{1,100})$/u.exec(text) ?? [];
  const isKnown = prefix !== '' && (families.providerOf(prefix) !== null || families.isRouter(prefix));
  return isKnown && families.lookOfId(rest) !== null ? `${prefix}:${rest}` : null;
}

function fromPathOrId(text: string, as: string, families: Families): ModelName | null {
  if (as === 'file' || WEIGHTS.test(text) || /^(?:\.{0,2}\/|~\/)/.test(text)) return fromPath(text, as);
  const arn = /^arn:[^/]+\/(.+)$/.exec(text)?.[1];
  return fromId(arn ?? text, text, as === 'router', families);
}

/** Stores of objects and shared disks. */
const STORES = /^(?:s3[an]?|gs|gcs|az|abfss?|wasbs?|hdfs|dbfs):/i;

/** The path in an address of where a browser keeps what it trained, of a file, or of what lies inside a Java archive. */
function keptAt(text: string, as: string): string | undefined {
  const kept = /^(?:localstorage|indexeddb|downloads|file):\/\/(.+)$/i.exec(text)?.[1];
  if (kept !== undefined && !text.startsWith('file:///')) return kept;
  return as === 'file' ? /^(?:jar|file):\/{3,}(.+)$/.exec(text)?.[1] : undefined;
}

function couldBeId(text: string): boolean {
  return text.length >= 2 && text.length <= 200 && !/[\s{}()"'<>|*]/.test(text) && !/^[A-Za-z]:\\/.test(text);
}

function fromId(text: string, written: string, router: boolean, families: Families): ModelName | null {
  const id = stripped(text, router, families);
  if (id.name === '' || families.isPlaceholder(id.name)) return null;
  const provider = id.provider ?? providerOf(id.name, families);
  return { name: id.name, aliases: id.name === written ? [] : [written], provider, pin: pinOf(id.name, families) };
}

function withAlias(name: ModelName | null, alias: string): ModelName | null {
  return name && { ...name, aliases: [...new Set([...name.aliases, alias])] };
}

/** `models:/churn/3` of a model registry: a number is one version, anything else a stage or alias. */
function fromRegistry(text: string, name: string, version: string | null): ModelName {
  const pin = version !== null && /^\d+$/.test(version) ? 'exact' : 'alias';
  return { name, aliases: [text], provider: null, pin };
}

/** `scheme://deployment/x/model/gpt-4o` of a library that packs its settings into one text. */
function fromAddress(text: string, families: Families): ModelName | null {
  const stored = ZOO.exec(text)?.[1];
  if (stored !== undefined) return { name: stored, aliases: [text], provider: null, pin: 'none' };
  const model = /\/models?\/([^/]+)\/?$/.exec(text)?.[1] ?? /^djl:\/\/[^/]+\/(.+)$/.exec(text)?.[1];
  return model === undefined ? null : fromId(model, text, false, families);
}

/** Weights in a library's own store: `torchvision://resnet50`. */
const ZOO = /^(?:torchvision|detectron2|open-mmlab|openmmlab|mmcls|catalog):\/\/(\w[\w./-]*)$/;

export function isZooAddress(text: string): boolean {
  return ZOO.test(text);
}

/** The pin with a revision beside the id: a hash makes it exact, any other name moves. */
export function pinWith(pin: Pin, revision: string | null): Pin {
  if (revision === null || pin === 'not-applicable' || pin === 'exact') return pin;
  return HASH.test(revision) ? 'exact' : 'alias';
}

/** What providers add to the name of a family: sizes, speeds, states, kinds of input. Not `rag`, `index`, `run`. */
const ADDED =
  /^(?:v?\d+(?:\.\d+)*[a-z]{0,2}|\d+k|mini|nano|micro|turbo|preview|latest|pro|max|ultra|plus|premier|flash|lite|sonnet|opus|haiku|instant|instruct|vision|audio|image|realtime|live|transcribe|diarize|tts|hd|search|deep|research|exp|experimental|thinking|reasoning|reasoner|non|fast|large|small|medium|tiny|high|low|codex|code|coder|chat|it|embed|embedding|multilingual|english|text|generate|beta|alpha)$/i;

/** True for the id of a hosted model and nothing else: its family and a version, with what providers add to them. */
export function isPlainId(text: string, families: Families): boolean {
  if (families.isWholeId(text)) return true;
  if (text.length < 5 || text.length > 80 || !/\d/.test(text) || !/^[\w./:@-]+$/.test(text)) return false;
  const look = families.lookOfId(text);
  if (look?.hosted !== true) return false;
  if (text.startsWith('ft:')) return true;
  const bare = text.slice(text.lastIndexOf('/') + 1).replace(/^(?:(?:us|eu|apac|global)\.)?[a-z]+[.:](?=[a-z])/, '');
  const [family = '', ...added] = bare.split(/[-_:@]/);
  return /^[a-z][a-z\d.]*$/i.test(family) && added.every((part) => ADDED.test(part));
}

export function isWeightsPath(text: string): boolean {
  return WEIGHTS.test(text);
}

function fromPath(text: string, as: string): ModelName | null {
  if (DEVELOPER_FOLDER.test(text)) return null;
  const name = text.replace(/^(?:\.\/|file:\/\/)+/, '').replace(/\/+$/, '');
  if (
    name === '' ||
    name === '.' ||
    name === '..' ||
    (as !== 'file' && !WEIGHTS.test(name) && !/[\w]\/?[\w]/.test(name))
  )
    return null;
  return { name, aliases: name === text ? [] : [text], provider: null, pin: 'not-applicable' };
}

/** Weights are packed together with their labels: told by the place that an archive is given to. */
const ARCHIVE = /\.(?:zip|tar|tar\.gz|tgz)$/i;

function fromUrl(text: string, as: string): ModelName | null {
  const trained = /^https?:\/\/(teachablemachine\.withgoogle\.com\/models\/[\w-]+)/i.exec(text)?.[1];
  if (trained !== undefined) return { name: trained, aliases: [text], provider: null, pin: 'none' };
  const path = text.replace(/[?#].*$/, '').replace(/^https?:\/\/[^/]+\/?/i, '');
  const base = path.slice(path.lastIndexOf('/') + 1);
  if (WEIGHTS.test(base) || (as === 'file' && ARCHIVE.test(base)))
    return { name: base, aliases: [text], provider: null, pin: 'none' };
  const hub = /^https?:\/\/(?:huggingface\.co|hf\.co)\/([\w.-]+\/[\w.-]+)\/?$/i.exec(text)?.[1];
  if (hub !== undefined) return { name: hub, aliases: [text], provider: hub.split('/')[0] ?? null, pin: 'none' };
  const module = /^https?:\/\/(?:tfhub\.dev|(?:www\.)?kaggle\.com\/models)\/([\w./-]+?)\/?$/i.exec(text)?.[1];
  return module === undefined
    ? null
    : { name: module, aliases: [text], provider: module.split('/')[0] ?? null, pin: 'none' };
}

interface Stripped {
  readonly name: string;
  readonly provider: string | null;
}

/** Takes off what routers and providers put in front: `openai/gpt-4o`, `anthropic:messages:claude-…`, `ollama/llama3`. */
function stripped(id: string, router: boolean, families: Families): Stripped {
  let name = id;
  let provider: string | null = null;
  for (let step = 0; step < 4; step += 1) {
    const parts = /^([\w.-]+)([:/])(.+)$/.exec(name);
    if (!parts) break;
    const [, prefix = '', separator = '', behind = ''] = parts;
    const rest = behind.replace(KINDS_IN_IDS, '');
    if (!prefixMayGo(prefix, separator, rest, router, families)) break;
    provider = families.providerOf(prefix) ?? provider;
    name = rest;
  }
  return { name, provider: families.lookOfId(name)?.provider ?? provider };
}

function prefixMayGo(prefix: string, separator: string, rest: string, router: boolean, families: Families): boolean {
  const look = families.lookOfId(rest);
  if (families.isRouter(prefix)) return router || look !== null || rest.includes('/');
  if (families.providerOf(prefix) === null) return false;
  if (separator === ':') return look !== null || rest.includes('/');
  return router ? !rest.includes('/') || look !== null : look?.hosted === true && !rest.includes('/');
}

/** What an id is behind the providers and routers in front of it: `openai:gpt-5-mini`; null where nothing known stands there. */
export function behindProvider(text: string, families: Families): string | null {
  const { name } = stripped(text, true, families);
  return name === text ? null : name;
}

/** By the look of the id, of what follows a vendor's dot (`us.anthropic.claude-…`), or by the owner of a hub id. */
function providerOf(name: string, families: Families): string | null {
  const look = families.lookOfId(name);
  if (look && (look.hosted || !name.includes('/'))) return look.provider;
  const vendor = /^(?:us|eu|apac|global)?\.?([a-z0-9]+)\./.exec(name)?.[1];
  const byVendor = vendor === undefined ? null : families.providerOf(vendor);
  if (byVendor !== null) return byVendor;
  const owner = /^([\w.-]+)\/[\w.-]+/.exec(name)?.[1];
  return owner === undefined ? null : (families.providerOf(owner) ?? owner);
}

function pinOf(name: string, families: Families): Pin {
  if (FIXED.test(name)) return 'exact';
  const look = families.lookOf(name);
  // What lies on a hub under a name can be replaced there, whatever date the name has in it.
  const isOnHub = name.includes('/') && families.lookOfId(name)?.hosted !== true;
  if (!isOnHub && DATED.test(name)) return 'exact';
  return name.includes('/') || (look !== null && !look.hosted && !name.includes(':')) ? 'none' : 'alias';
}
