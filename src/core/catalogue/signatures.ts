import * as z from 'zod';

/**
 * Signatures say what calls, annotations and constants of a library mean. Patterns are literals with `*` (any letters
 * inside one segment) and `**` (any number of segments), never regular expressions.
 */

/** Languages that share libraries: `javascript` covers TypeScript, `java` covers Kotlin. */
export const ecosystems = ['python', 'javascript', 'java', 'go', 'csharp', 'rust', 'ruby', 'php'] as const;
export type Ecosystem = (typeof ecosystems)[number];

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item, z.array(item).min(1)]).transform((value): z.output<T>[] => (Array.isArray(value) ? value : [value]));

/**
 * A path below the module: `load`, `hub.load`, `**.chat.completions.create`, `**.ChatModel.builder().**.modelName`. A
 * segment that is itself called ends in `()`.
 *
 * It has to fit the whole path of the callee: what follows the module root, with the rest of a submodule's name in front
 * (`import torch.hub` gives `hub.load`). Where no row fits so, the submodule may be left out, and folders before a class
 * (`chat_models.ChatOpenAI` fits `ChatOpenAI`). A default import fits any segment that begins with a capital letter.
 */
const pattern = z.string().regex(/^[\w$*]+(\(\))?(\.[\w$*]+(\(\))?)*$/u, 'segments joined by dots, with * and ** only');

/**
 * Where in the arguments a value stands: `model` (keyword), `0` (position), `0.model` (key of an options object),
 * `messages.*.content` (every item), `callee` (the object that the method is called on), `callee.0` (what that was made with), `docstring` and `returns` of
 * what a decorator or base stands at, `1.returns` (what a function given there returns). The first that is present counts.
 */
const place = z.string().regex(/^[\w$*-]+(\.[\w$*-]+)*$/u, 'a keyword, a position or a path into an argument');
const places = oneOrMore(place);

const role = z.enum(['system', 'user', 'assistant', 'template']);

/** `role: system` speaks for itself; `user` and `template` texts have to look like a prompt as well. */
const promptArgument = z.strictObject({
  at: places,
  /**
   * `text` (default), a list of messages with roles (maps, tuples, constructor calls), or the id of a prompt that is kept
   * elsewhere, such as on a hub.
   */
  as: z.enum(['text', 'messages', 'id']).default('text'),
  role: role.default('user'),
});

const modelArgument = z.strictObject({
  at: places,
  /**
   * `id` (default): an id or path, as the text shows; `router`: `provider/model` ids; `file`: a path of weights; `word`: a
   * word of the library's own, such as a size, that would say nothing elsewhere.
   */
  as: z.enum(['id', 'router', 'file', 'word']).default('id'),
});

const datasetArgument = z.strictObject({
  at: places,
  /** The id names a public collection (hub, benchmark). */
  public: z.boolean().default(false),
  /**
   * `id` (default): an id or path; `query`: SQL, or a table of a warehouse by its name; `constant`: an id, or a constant
   * of the library that stands for a collection (`URLs.PETS`).
   */
  as: z.enum(['id', 'query', 'constant']).default('id'),
});

/**
 * Something that the call makes, or that is defined in an argument of it. Its name is the first text at `at`; without one
 * it goes by the identifier, key or decorated function that holds it.
 */
const part = z.strictObject({
  at: oneOrMore(place).optional(),
  /** Every text at `at` names one (`tools.*.name`); what holds the call names nothing. */
  each: z.boolean().default(false),
});

/** Kinds of assets that are listed beside models, datasets and prompts, by the key they have in a row. */
export const partKinds = {
  agent: 'agent',
  tool: 'tool',
  server: 'mcp-server',
  index: 'vector-index',
  guardrail: 'guardrail',
  evaluation: 'evaluation-set',
} as const;

const toList = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** A list of arguments, each written as a place alone where nothing else is to be said. */
const shorts = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => toList(value).map((item) => (typeof item === 'string' ? { at: item } : item)), z.array(schema));

/** What another argument must hold for the row to count: `is` one of these texts, or merely be there (or not). */
const condition = z.strictObject({
  at: places,
  is: oneOrMore(z.string()).optional(),
  present: z.boolean().optional(),
});

const sightingExpected = z
  .string()
  .regex(/^(model|dataset|prompt|agent|tool|mcp-server|vector-index|guardrail|evaluation-set) \S.*$/u, 'kind and name, as in "model gpt-4o"');

/** Code with what must be found in it. The same code under another module, or another name of it, is tested too. */
const example = z.strictObject({
  language: z.string(),
  code: z.string(),
  expect: z.array(sightingExpected),
  /** False where the import cannot be renamed mechanically. */
  alias: z.boolean().default(true),
});

/** Code in which nothing may be found. */
const nearMiss = z.strictObject({ language: z.string(), code: z.string() });

const row = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/u),
  /** Languages it holds for, where the library's own list is too wide. */
  languages: z.array(z.enum(ecosystems)).optional(),
  /** Modules it holds for, instead of the library's. */
  modules: z.array(z.string()).optional(),
  /** Callee, constructor, decorator or annotation. */
  call: oneOrMore(pattern),
  form: oneOrMore(z.enum(['call', 'new', 'decorator', 'annotation', 'base'])).optional(),
  /** Ends of callees that count where the receiver cannot be resolved but the file imports the library. */
  loose: oneOrMore(pattern).optional(),
  /** The loose ends are telling enough to count without that import. */
  anywhere: z.boolean().default(false),
  when: z.array(condition).default([]),
  /** `ai`: counts only where the file works with models too; `project`: where any file of the project does. */
  evidence: z.enum(['ai', 'project']).optional(),
  model: shorts(modelArgument),
  dataset: shorts(datasetArgument),
  prompt: shorts(promptArgument),
  agent: part.optional(),
  tool: part.optional(),
  server: part.optional(),
  index: part.optional(),
  guardrail: part.optional(),
  evaluation: part.optional(),
  /** The call stands for one known asset, without any argument; `{last}` is the last segment of the callee, `{owner}` the one before it, `{id}` the number given as `id`, or first. */
  denotes: z.strictObject({ kind: z.enum(['model', 'dataset']), name: z.string(), public: z.boolean().default(false) }).optional(),
  /** Settings of this library that go by another name or by position: `{ k: [k, '1'] }`. */
  settings: z.record(z.string().regex(/^\w+$/u), places).default({}),
  revision: places.optional(),
  provider: z.string().nullable().optional(),
  examples: z.array(example).min(1),
  nearMisses: z.array(nearMiss).default([]),
});

/** One library. */
export const signatureFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: z.string(),
  /** Who provides the models that its calls name; null where ids of many providers or local files are named. */
  provider: z.string().nullable(),
  /** Importing it shows that a file works with models; false for general tools such as pandas. */
  ai: z.boolean().default(true),
  /** Import roots; `*` inside a segment. A root covers its submodules. */
  modules: z.partialRecord(z.enum(ecosystems), z.array(z.string()).min(1)),
  /** Constants of the library that stand for ids: `GPT_4_O: gpt-4o`. */
  constants: z.record(z.string(), z.string()).default({}),
  rows: z.array(row),
});

export type SignatureFile = z.output<typeof signatureFileSchema>;
export type SignatureRow = SignatureFile['rows'][number];
export type ModelArgument = z.output<typeof modelArgument>;
export type DatasetArgument = z.output<typeof datasetArgument>;
export type PromptArgument = z.output<typeof promptArgument>;
export type Condition = z.output<typeof condition>;
export type PartArgument = z.output<typeof part>;
export type PromptRole = z.output<typeof role>;

const family = z.strictObject({
  /** Who makes these models. */
  provider: z.string(),
  /** Ids of models that are served by the provider begin so. */
  hosted: z.array(z.string()).default([]),
  /** Ids of models that anybody can download begin so. */
  open: z.array(z.string()).default([]),
  /** Names of the provider in front of an id: `openai/gpt-4o`, `openai:gpt-4o`. */
  prefixes: z.array(z.string()).default([]),
});

/** `_families.yaml`: how model ids look. Supporting evidence only. */
export const familiesFileSchema = z.strictObject({
  families: z.array(family),
  /** Prefixes of routers and gateways that say nothing about who made the model: `ollama_chat/`, `openrouter/`. */
  routers: z.array(z.string()),
  /** Names used in place of a model in samples and tests: never reported. */
  placeholders: z.array(z.string()),
});

export type FamiliesFile = z.output<typeof familiesFileSchema>;
