import { hasCode, type FileFacts, type Value } from '../../model';
import { CodeIndex } from '../resolve/code-index';
import { sourceFile, type SourceFile } from '../resolve/source-file';
import { isTestPath } from '../scope';
import { ecosystemOf, type SignatureLibrary } from './library';

/** What is known already of whether files import a library that works with models. */
export interface KnownAi {
  /** By path; undefined where it is not known. */
  of(path: string): boolean | undefined;
  /** One of those that are known does, and is no test. */
  any(): boolean;
}

const NOTHING_KNOWN: KnownAi = { of: () => undefined, any: () => false };

/** One state of the project, seen through the signatures; what is worked out once for all its files is kept here. */
export class Analysis {
  readonly #ai = new Map<string, boolean>();
  #projectAi: boolean | null = null;

  constructor(
    readonly files: ReadonlyMap<string, FileFacts>,
    readonly library: SignatureLibrary,
    /** The index of these files. */
    readonly index = new CodeIndex(files),
    private readonly known: KnownAi = NOTHING_KNOWN,
  ) {}

  /** True where the file imports a library that works with models. */
  isAi(file: SourceFile): boolean {
    const known = this.known.of(file.path) ?? this.#ai.get(file.path);
    if (known !== undefined) return known;
    const ecosystem = ecosystemOf(file.facts.language);
    const ai =
      modulesOf(file).some((module) => this.library.isAi(module, ecosystem) || tellsOfModels(module)) ||
      speaksToService(file);
    this.#ai.set(file.path, ai);
    return ai;
  }

  /** True where any file of the project does that is no test: what tests try out may be meant for other projects. */
  get projectIsAi(): boolean {
    this.#projectAi ??= this.#anyAi();
    return this.#projectAi;
  }

  #anyAi(): boolean {
    // What is known costs nothing: asked first.
    if (this.known.any()) return true;
    for (const [path, ai] of this.#ai) if (ai && !isTestPath(path)) return true;
    for (const [path, facts] of this.files) {
      if (this.known.of(path) !== undefined || this.#ai.has(path) || !hasCode(facts)) continue;
      if (facts.code && this.isAi(sourceFile(path, facts.code)) && !isTestPath(path)) return true;
    }
    return false;
  }

  aiEvidence(file: SourceFile): 'file' | 'project' | 'none' {
    return this.isAi(file) ? 'file' : this.projectIsAi ? 'project' : 'none';
  }
}

const modules = new WeakMap<SourceFile, readonly string[]>();

/** The modules that a file imports, each once; a name from a package may be a module too (`from google import genai`). */
export function modulesOf(file: SourceFile): readonly string[] {
  const known = modules.get(file);
  if (known) return known;
  const python = file.facts.language === 'python';
  const made = new Set<string>();
  for (const { module, name } of file.facts.imports) {
    made.add(module);
    if (python && name !== null && name !== '*') made.add(`${module}.${name}`);
  }
  const list = [...made];
  modules.set(file, list);
  return list;
}

/** Parts of the names of packages that work with models, whoever made them: `github.com/acme/llm-router`, `@acme/openai`. */
const TELLING =
  /(?:^|[/@:._-])(?:openai|anthropic|ollama|llms?|genai|langchain(?:go|js|_rust)?|langgraph|huggingface|onnxruntime|llama(?:_?cpp|index)|chatgpt|litellm|openrouter|vllm)(?:$|[/:._-])/i;

/** Only packages: a folder of the project is what it imports itself. */
function tellsOfModels(module: string): boolean {
  return !/^(?:\.|\/|crate|self|super)/.test(module) && TELLING.test(module);
}

/** Addresses of model services, for code that calls them without a library. */
const SERVICE =
  /\b(?:api\.(?:openai|anthropic|mistral|cohere|groq|deepseek|x|together|perplexity|voyageai)\.(?:com|ai|xyz)|openai\.azure\.com|generativelanguage\.googleapis\.com|(?:api-inference|router)\.huggingface\.co|openrouter\.ai\/api|gateway\.ai\.cloudflare\.com|\/ai\/run\/@(?:cf|hf)\/|\/v1\/chat\/completions|localhost:11434)|^(?:https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?|[^/]*\{\d+\}|)\/v1\/(?:completions|embeddings|messages)\b/;

function speaksToService({ facts }: SourceFile): boolean {
  const speaks = (value: Value): boolean =>
    value.kind === 'text' ? SERVICE.test(value.text) : value.kind === 'either' && value.options.some(speaks);
  return (
    facts.calls.some((call) => call.args.some((argument) => speaks(argument.value))) ||
    facts.bindings.some((binding) => speaks(binding.value))
  );
}
