import type { Binding, Call, MapEntry, Range, Sighting, Value } from '../../model';
import { rememberingTexts } from '../remembered';
import { siteIn } from '../sighting-parts';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import { asText } from '../resolve/texts';
import { calleeName, type Found, type Resolving } from '../resolve/resolving';
import type { Analysis } from './analysis';
import { flagOf, pairPut, valueSet } from './key-pairs';
import { constantAt, type LibraryConstant } from './library-constants';
import { isWeightsPath, isZooAddress, readModelName, type ModelName } from './model-names';
import { withoutUnknownFolders } from './paths';
import { comparesOnly, inferenceId, tellsByItself } from './telling-names';
import { snakeCase } from '../snake-case';

const MOST_ENTRIES = 300;
const DEEPEST = 4;
/** Parts of a tuple: an id, a revision, a file. */
const MOST_TUPLE = 4;
/** More than anybody chooses from. */
const MOST_LISTED = 40;
/** Names of lists to choose from, and of who serves what they hold. */
const LISTS =
  /(?:^|_)(?:registry|catalogue?|options?|choices|available|supported|presets?|tiers?|providers?|defaults?|fallbacks?|candidates|ids|openai|anthropic|google|gemini|mistral|groq|xai|deepseek|cohere|bedrock|ollama)$/;

/** Names under which ids of models are kept: `MODEL`, `model_name`, `embeddingModelId`, `deployment`, `weights_path`. */
const NAME =
  /^(?:.*_)?(?:models?|llms?|onnx|gguf|tflite|engine|deployment|checkpoint|ckpt|weights|encoder|embedder|embeddings?|init_from|load_from|resume_from|pretrained(?:_from)?)(?:_?(?:name|id|ids|names|list|map|version|default|paths?|files?|urls?|deployment|type|key|options?|registry|slug|config|choices|repo|arn|profiles?|infos?|specs?|meta|metadata|catalog(?:ue)?|presets?|definitions?|cards?|aliases|dir))*(?:_\d+)?$/;
/** Keys of an entry that hold its id, the surest first. */
const IDS = ['id', 'modelId', 'model_id', 'model', 'value', 'slug', 'modelName', 'model_name', 'engine', 'name', 'key'];
/** Functions that define an option of a command line. */
const OPTIONS: ReadonlySet<string> = new Set([
  'add_argument',
  'option',
  'Option',
  'addOption',
  'argument',
  'String',
  'StringVar',
  'StringP',
  'StringVarP',
  'DEFINE_string',
  'DEFINE_enum',
]);

/** `mistral:7b-instruct-q4_0`: a tag with a size, as local runners write it. */
const TAG = /^[a-z][\w.-]*(?:\/[\w.-]+)?:\d+(?:\.\d+)?[bm](?:-[\w.-]+)?$/;

type Use = 'use' | 'definition';

/**
 * Ids of models that show by the name they are kept under and by their look: `DEFAULT_MODEL = "gpt-4o"`,
 * `models = [{ id: "openai/gpt-5.2" }]`, `ask(model="claude-…")`, `--model` with a default.
 */
export function namedModels(analysis: Analysis, resolving: Resolving, file: SourceFile): Sighting[] {
  const reader = new NamedModels(analysis, resolving, file);
  return [
    ...file.facts.bindings.flatMap((binding) => reader.inBinding(binding)),
    ...file.facts.calls.flatMap((call) => reader.inCall(call)),
  ];
}

function isWeights(value: Value): boolean {
  return value.kind === 'text' && isWeightsPath(value.text);
}

/** `download("owner/name", "weights.gguf")`, `repo.get("weights.gguf")`: the repository is the model, the file a part of it. */
function takesFromRepository(call: Call): boolean {
  const isId = (value: Value): boolean => value.kind === 'text' && /^[\w.-]+\/[\w.-]+$/.test(value.text);
  return calleeName(call) === 'get' || call.args.some(({ value }) => isId(value) && !isWeights(value));
}

/** `Path.Combine(home, "Assets", "gate.onnx")`: the parts that are known are one path, where its last are weights. */
function wholePath(call: Call): Value | null {
  const last = call.args.at(-1)?.value;
  if (last?.kind !== 'text' || !isWeights(last) || !/^(?:Combine|[jJ]oin|of|get|resolve)$/.test(calleeName(call)))
    return null;
  const parts: string[] = [];
  for (const { value } of [...call.args].reverse()) {
    if (value.kind !== 'text' || value.holes.length > 0) break;
    parts.unshift(value.text.replace(/\/+$/, ''));
  }
  return parts.length > 1 ? { ...last, text: parts.join('/') } : null;
}

/** `--chat-model` of `-m, --chat-model <name>`. */
function optionName(flag: string): string {
  return (/--([\w-]+)/.exec(flag)?.[1] ?? flag).replace(/^-+/, '');
}

const namesModel = rememberingTexts((identifier) => NAME.test(snake(identifier)));

function snake(identifier: string): string {
  return snakeCase(identifier).replace(/[-.]/g, '_');
}

/** What is reported of a model: its name as read and as written, and where. */
interface Named {
  readonly name: ModelName;
  readonly written: string;
  readonly range: Range;
  readonly file: SourceFile;
}

/** What a table says of a model: more than one word or number, and no ids of its own. */
function describes(value: Value): boolean {
  return value.kind === 'map' || (value.kind === 'list' && value.items.every(({ kind }) => kind === 'literal'));
}

/** Values that may hold ids themselves, as opposed to leading to one. */
const HOLDS: ReadonlySet<Value['kind']> = new Set(['text', 'list', 'map', 'either', 'call']);
const NONE: readonly Sighting[] = [];

/** What can be nothing but weights, whatever the file works with: of a library's own store, a file at an address. */
function isStored(text: string): boolean {
  return (
    isZooAddress(text) ||
    /^https:\/\/[\w./@%+-]+\.(?:pth?|ckpt|safetensors|onnx|gguf|tflite|caffemodel|keras)$/i.test(text)
  );
}

class NamedModels {
  readonly #ai: boolean;

  constructor(
    private readonly analysis: Analysis,
    private readonly resolving: Resolving,
    private readonly file: SourceFile,
  ) {
    this.#ai = analysis.aiEvidence(file) !== 'none';
  }

  inBinding(binding: Binding): readonly Sighting[] {
    const { kind } = binding.value;
    if (!HOLDS.has(kind) && kind !== 'member') return NONE;
    const placed = { value: binding.value, file: this.file, scope: scopeOf(binding) };
    if (namesModel(binding.name)) return this.#under(placed, 'definition', DEEPEST);
    if (kind === 'member') return NONE;
    if (binding.value.kind === 'call') return this.#given(placed, binding.value);
    const listed = LISTS.test(snake(binding.name)) ? this.#listed(placed) : [];
    return [...this.#plain(placed, 'definition'), ...listed, ...this.#inEntries(placed, 'definition', DEEPEST)];
  }

  /** A list of nothing but ids, under a name that says what may be chosen; those with settings are entries of their own. */
  #listed(placed: Placed): Sighting[] {
    const { value } = placed;
    if (!this.#ai || value.kind !== 'list' || value.items.length > MOST_LISTED) return [];
    const ids = value.items.filter(({ kind }) => kind !== 'map');
    const found = ids.map((item) => this.#plain({ ...placed, value: item }, 'definition'));
    return found.every((sightings) => sightings.length > 0) ? found.flat() : [];
  }

  /** `SMALL("gpt-4o-mini")` of an enum: what an object is made with. */
  #given(placed: Placed, value: Value & { kind: 'call' }): Sighting[] {
    const call = this.#ai ? this.file.callOf(value) : undefined;
    if (call?.form !== 'new') return [];
    return call.args.flatMap(({ value: inner }) => this.#plain({ ...placed, value: inner }, 'definition'));
  }

  /** A text that can only be an id, whatever it is kept under; any of several too. */
  #plain(placed: Placed, use: Use): Sighting[] {
    const { value } = placed;
    if (!this.#ai) return [];
    if (value.kind === 'either')
      return value.options.slice(0, MOST_ENTRIES).flatMap((option) => this.#plain({ ...placed, value: option }, use));
    if (value.kind === 'list' && this.file.facts.language === 'rust')
      return value.items.slice(0, MOST_TUPLE).flatMap((item) => this.#plain({ ...placed, value: item }, use));
    if (value.kind !== 'text') return [];
    // `${BASE}/gate.onnx`: nothing else with holes tells.
    const isPut = value.holes.length > 0 && (isWeightsPath(value.text) || inferenceId(value.text) !== null);
    if (value.holes.length > 0 && !isPut) return [];
    const told = isPut ? value.text.replace(/^\{\d+\}/, '') : value.text;
    return tellsByItself(told, this.analysis.library.families)
      ? this.#sighting({ ...placed, value, holder: null }, use)
      : [];
  }

  /** What a call is handed: `useState('gpt-4o-mini')`, `z.enum(['grok-3', …])`, `dir.join("gate.onnx")`. */
  #handed(call: Call): Sighting[] {
    if (!this.#ai || comparesOnly(calleeName(call))) return [];
    const inRepository = takesFromRepository(call);
    const whole = wholePath(call);
    if (whole) return this.#plain({ value: whole, file: this.file, scope: call.scope }, 'use');
    return call.args.flatMap(({ value }) => {
      const values = value.kind === 'list' ? value.items.slice(0, MOST_ENTRIES) : [value];
      const meant = inRepository ? values.filter((inner) => !isWeights(inner)) : values;
      return meant.flatMap((inner) => this.#plain({ value: inner, file: this.file, scope: call.scope }, 'use'));
    });
  }

  inCall(call: Call): readonly Sighting[] {
    if (!call.args.some(({ value }) => HOLDS.has(value.kind))) return NONE;
    const option = OPTIONS.has(calleeName(call))
      ? call.args.findIndex(({ value }) => value.kind === 'text' && namesModel(optionName(value.text)))
      : -1;
    const pair = pairPut(call);
    if (pair && namesModel(pair.key))
      return this.#under({ value: pair.value, file: this.file, scope: call.scope }, 'use', 1);
    const set = this.#ai ? valueSet(call) : null;
    if (set && namesModel(set.key))
      return this.#under({ value: set.value, file: this.file, scope: call.scope }, 'use', 1);
    const flag = flagOf(call);
    if (flag && namesModel(optionName(flag.key)))
      return this.#under({ value: flag.value, file: this.file, scope: call.scope }, 'use', 1);
    // Some are given their default by its place: `StringVar(&model, "model", "gpt-4o", "which")`.
    const values = call.args.filter(({ name }, at) =>
      option >= 0
        ? name === 'default' || name === 'const' || (name === null && at > option)
        : name !== null && namesModel(name),
    );
    const placed = (value: Value): Placed => ({ value, file: this.file, scope: call.scope });
    return [
      ...values.flatMap(({ value }) => this.#under(placed(value), 'use', DEEPEST)),
      ...this.#handed(call),
      ...call.args.flatMap(({ value }) => this.#inEntries(placed(value), 'use', DEEPEST)),
    ];
  }

  /** Texts under a name that speaks of models, in lists and maps too. */
  #under(placed: Placed, use: Use, depth: number): Sighting[] {
    const { value } = placed;
    if (depth === 0) return [];
    if (value.kind === 'list' || value.kind === 'either') {
      const items = value.kind === 'list' ? value.items : value.options;
      return items.slice(0, MOST_ENTRIES).flatMap((item) => this.#under({ ...placed, value: item }, use, depth - 1));
    }
    if (value.kind === 'map') {
      const under = (entry: MapEntry) => this.#under({ ...placed, value: entry.value }, use, depth - 1);
      const found = [...this.#keyed(placed, value.entries, use), ...speaking(value.entries).flatMap(under)];
      // `{ name: 'Depth, small', url: 'https://…/depth.onnx' }`: the usual key holds words for people.
      return found.length > 0 ? found : value.entries.slice(0, MOST_ENTRIES).filter(isAddress).flatMap(under);
    }
    if (value.kind === 'text') return this.#sighting({ ...placed, holder: null }, use);
    const constant = this.#ai ? constantAt(this.resolving, this.analysis.library, placed) : null;
    if (constant) return this.#ofConstant(constant, use);
    if (value.kind !== 'call') return [];
    const written = this.resolving.expand(placed).filter((found) => found.holder === null);
    return written.flatMap((found) => this.#sighting(found, use));
  }

  /** `{ 'gpt-4.1': { contextWindow: … }, 'owner/whisper-base': [77] }`: a table of models by their ids. */
  #keyed(placed: Placed, entries: readonly MapEntry[], use: Use): Sighting[] {
    return entries.slice(0, MOST_ENTRIES).flatMap(({ key, value, range }) => {
      if (key === null || !describes(value) || isWeightsPath(key)) return [];
      return this.#sighting({ ...placed, value: { kind: 'text', text: key, holes: [], range }, holder: null }, use);
    });
  }

  /** Entries of any map whose key speaks of models: `{ model: "gpt-4o" }`. */
  #inEntries(placed: Placed, use: Use, depth: number): Sighting[] {
    const { value } = placed;
    if (depth === 0) return [];
    if (value.kind === 'list') {
      return value.items
        .slice(0, MOST_ENTRIES)
        .flatMap((item) => this.#inEntries({ ...placed, value: item }, use, depth - 1));
    }
    // `registerAs('ai', () => ({ … }))`: what a function that is handed over gives back.
    if (value.kind === 'function')
      return value.returns.flatMap((returned) => this.#inEntries({ ...placed, value: returned }, use, depth - 1));
    if (value.kind !== 'map') return [];
    const entries = value.entries.slice(0, MOST_ENTRIES);
    const named = entries.filter((entry) => entry.key !== null && namesModel(entry.key));
    const ids = speaking(named);
    const under = (entry: MapEntry) => this.#under({ ...placed, value: entry.value }, use, depth - 1);
    const surest = new Map(ids.map((entry) => [entry, under(entry)]));
    const tells = [...surest.values()].some((found) => found.length > 0);
    return entries.flatMap((entry) => {
      const inner = { ...placed, value: entry.value };
      const listed = LISTS.test(snake(entry.key ?? '')) ? this.#listed(inner) : [];
      if (!named.includes(entry))
        return [...this.#plain(inner, use), ...listed, ...this.#inEntries(inner, use, depth - 1)];
      // `engine: 'local'` beside `chatModel: '…'`: the usual key held no id.
      return tells ? (surest.get(entry) ?? []) : under(entry);
    });
  }

  #sighting(found: Found, use: Use): Sighting[] {
    const [text] = asText(this.resolving, found);
    const name = text && text.text.length >= 4 ? this.#named(text.text) : null;
    if (!text || !name) return [];
    return [this.#made({ name, written: text.text, range: found.value.range, file: found.file }, use)];
  }

  #made({ name, written, range, file }: Named, use: Use): Sighting {
    return {
      ...siteIn(file, range, use, { signature: 'model.named', provider: name.provider }),
      kind: 'model',
      name: name.name,
      written,
      ...(name.aliases.length > 0 ? { aliases: name.aliases } : {}),
      pin: name.pin,
      confidence: 'medium',
    };
  }

  /** `m.Model = anthropic.ModelClaude3_7SonnetLatest`: kept without a call that asks it. */
  #ofConstant({ id, name: written, range }: LibraryConstant, use: Use): Sighting[] {
    const name = readModelName(id, 'id', this.analysis.library.families);
    if (name === null) return [];
    return [
      this.#made({ name: { ...name, aliases: [...name.aliases, written] }, written, range, file: this.file }, use),
    ];
  }

  #weights(text: string): ModelName | null {
    const telling = this.#ai || /\.(?:onnx|gguf|safetensors|tflite|ggml|caffemodel|keras|pth|ckpt)$/i.test(text);
    return telling && /^[\w.+/-]+$/.test(text) ? readModelName(text, 'file', this.analysis.library.families) : null;
  }

  /** The id, if its look says so: of a known family and with a number or parts, or a path of weights. */
  #named(text: string): ModelName | null {
    const { families } = this.analysis.library;
    if (isStored(text)) return readModelName(text, 'id', families);
    if (/^(?:https?:|@)/.test(text)) return this.#ai ? readModelName(inferenceId(text) ?? text, 'id', families) : null;
    const path = withoutUnknownFolders(text);
    if (path !== null && isWeightsPath(path)) return this.#weights(path);
    return this.#ofFamily(readModelName(text, 'id', families));
  }

  #ofFamily(name: ModelName | null): ModelName | null {
    if (!name || name.pin === 'not-applicable') return null;
    const { families } = this.analysis.library;
    const look = families.lookOfId(name.name);
    const bare = name.name.slice(name.name.lastIndexOf('/') + 1);
    if (!look && this.#ai && TAG.test(name.name)) return name;
    if (!look || !/[\d-]/.test(bare)) return null;
    // Without any AI library around, only ids that nothing else is called by.
    if (!this.#ai && (!look.hosted || !/\d/.test(bare) || bare.length < 5)) return null;
    return { ...name, provider: name.provider ?? look.provider };
  }
}

function isAddress({ key, value }: MapEntry): boolean {
  return key !== null && /ur[il]$/i.test(key) && value.kind === 'text';
}

/**
 * The entries of a map that hold ids: the surest of the usual keys where one is a text, else every entry where all are
 * texts; nested maps and lists always.
 */
function speaking(entries: readonly MapEntry[]): readonly MapEntry[] {
  const nested = entries.filter(({ value }) => value.kind !== 'text');
  const onlyTexts = nested.every(({ value }) => value.kind === 'either');
  const texts = entries.filter(({ value }) => value.kind === 'text');
  const key = IDS.find((id) => texts.some((entry) => entry.key === id));
  const ids = texts.filter((entry) => (key === undefined ? true : entry.key === key));
  const all = key !== undefined || onlyTexts || texts.every((entry) => entry.key !== null && namesModel(entry.key));
  return [...(all ? ids : []), ...nested].slice(0, MOST_ENTRIES);
}
