import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { CodeFacts } from '../../model';
import type { Grammars } from '../../ports';
import type { LanguageAdapter } from './adapter';
import { csharpAdapter } from './csharp';
import { embeddedCode, extensionInside } from './embedded';
import { goAdapter } from './go';
import { javaAdapter } from './java';
import { kotlinAdapter } from './kotlin';
import { Notebook } from './notebook';
import { phpAdapter } from './php';
import { pythonAdapter } from './python';
import { TreeSitter } from './parse-runtime';
import { rubyAdapter } from './ruby';
import { rustAdapter } from './rust';
import { javascriptAdapter, typescriptAdapter } from './typescript';

export { Notebook } from './notebook';
export { createWordFilter } from './word-filter';

/** Every language that code is read in. A new one is its adapter and a line here. */
const ADAPTERS: readonly LanguageAdapter[] = [
  pythonAdapter,
  typescriptAdapter,
  javascriptAdapter,
  javaAdapter,
  kotlinAdapter,
  goAdapter,
  csharpAdapter,
  rustAdapter,
  rubyAdapter,
  phpAdapter,
];

const ADAPTER_OF: ReadonlyMap<string, LanguageAdapter> = new Map(
  ADAPTERS.flatMap((adapter) => Object.keys(adapter.extensions).map((extension) => [extension, adapter] as const)),
);

const NOTEBOOK = '.ipynb';

/** Longer texts are not parsed: nobody writes them by hand. */
const MAX_LENGTH = 4_000_000;

/** Turns source files into facts. Grammars are loaded when the first file needs them, once. */
export class CodeParser {
  static readonly #made = new WeakMap<Grammars, CodeParser>();
  readonly #languages = new Map<string, Promise<Language>>();

  private constructor(private readonly grammars: Grammars) {}

  /** The parser over these grammars; the same one for the same grammars. */
  static create(grammars: Grammars): CodeParser {
    const made = this.#made.get(grammars) ?? new CodeParser(grammars);
    this.#made.set(grammars, made);
    return made;
  }

  /** The language that a path is read in, by its extension; null where there is no adapter. Notebooks count as Python. */
  languageOf(path: string): string | null {
    const extension = extensionOf(path);
    if (extension === NOTEBOOK) return pythonAdapter.language;
    return ADAPTER_OF.get(extensionInside(extension) ?? extension)?.language ?? null;
  }

  /** Source code, and nothing but: a file of that name says nothing else than what its code does. */
  isPlainCode(path: string): boolean {
    return adapterOf(path) !== undefined;
  }

  /**
   * The facts of a file; null where no adapter reads it. Broken, huge or pathological text gives facts with `hasErrors`.
   * Rejects only where a grammar cannot be loaded.
   */
  async parse(path: string, text: string): Promise<CodeFacts | null> {
    const own = extensionOf(path);
    if (own === NOTEBOOK) return this.#notebook(text);
    const { extension, code } = embeddedCode(own, text) ?? { extension: own, code: text };
    const adapter = ADAPTER_OF.get(extension);
    if (!adapter) return null;
    return this.#read(adapter, adapter.extensions[extension] ?? adapter.language, code);
  }

  /** Null where the text is no notebook, or its kernel's language has no adapter. */
  async #notebook(text: string): Promise<CodeFacts | null> {
    const notebook = Notebook.read(text);
    const adapter = ADAPTERS.find(({ language }) => language === notebook?.language);
    if (!notebook || !adapter) return null;
    const [grammar = adapter.language] = Object.values(adapter.extensions);
    return notebook.place(await this.#read(adapter, grammar, notebook.code));
  }

  async #read(adapter: LanguageAdapter, grammar: string, text: string): Promise<CodeFacts> {
    const language = await this.#language(grammar);
    const parsed = text.length > MAX_LENGTH ? null : parseBounded(language, adapter.endsWithBreak ? `${text}\n` : text);
    if (!parsed)
      return { language: adapter.language, imports: [], bindings: [], calls: [], comments: [], hasErrors: true };
    const { tree, isWhole } = parsed;
    try {
      const facts = adapter.lower(tree.rootNode, text);
      return isWhole ? facts : { ...facts, hasErrors: true };
    } finally {
      tree.delete();
    }
  }

  #language(grammar: string): Promise<Language> {
    const known = this.#languages.get(grammar);
    if (known) return known;
    const loading = TreeSitter.ready(this.grammars).then(async () => Language.load(await this.grammars.load(grammar)));
    this.#languages.set(grammar, loading);
    loading.catch(() => this.#languages.delete(grammar));
    return loading;
  }
}

/** A tree of the text, or of what stands before the place where the parser got lost. */
interface Parsed {
  readonly tree: Tree;
  readonly isWhole: boolean;
}

/**
 * Null where the text takes far longer than code does: recovery from garbage can be slow, and some unfinished tokens are
 * looked for to the end of the file again and again. What stands before that place is read nevertheless.
 */
function parseBounded(language: Language, text: string): Parsed | null {
  const parser = new Parser();
  try {
    parser.setLanguage(language);
    const whole = attempt(parser, text);
    if (whole.tree) return { tree: whole.tree, isWhole: true };
    parser.reset();
    const end = text.lastIndexOf('\n', whole.reached - 1);
    const { tree } = end > 0 ? attempt(parser, text.slice(0, end + 1)) : { tree: null };
    return tree && { tree, isWhole: false };
  } finally {
    parser.delete();
  }
}

/**
 * Counts the steps of the parser, so that the same text ends the same way on every machine: ordinary code takes less than
 * a tenth of them. The clock only guards against steps that are slow themselves.
 */
function attempt(parser: Parser, text: string): { tree: Tree | null; reached: number } {
  const most = 60 + text.length / 4;
  const deadline = Date.now() + 3_000 + text.length / 300;
  let steps = 0;
  let reached = 0;
  const tree = parser.parse(text, null, {
    progressCallback: ({ currentOffset }) => {
      steps += 1;
      // It counts the bytes of UTF-16.
      reached = currentOffset / 2;
      return steps > most || Date.now() > deadline;
    },
  });
  return { tree, reached };
}

function adapterOf(path: string): LanguageAdapter | undefined {
  return ADAPTER_OF.get(extensionOf(path));
}

function extensionOf(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  return ending === '' || ending.length === path.length || ending.includes('/') ? '' : `.${ending.toLowerCase()}`;
}
