import type { Binding, Value } from '../../model';
import { siteIn, type CodeSighting } from '../sighting-parts';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import { asText } from '../resolve/texts';
import { calleeName, type Found, type Resolving } from '../resolve/resolving';
import type { Analysis } from './analysis';
import { isWeightsPath, readModelName } from './model-names';

const MOST_ENTRIES = 300;
const DEEPEST = 4;

/** Names under which ids of models are kept: `MODEL`, `model_name`, `embeddingModelId`, `deployment`, `baseModel`. */
const NAME =
  /^(?:.*_)?(?:models?|llms?|engine|deployment|checkpoint|encoder|embedder)(?:_?(?:name|id|ids|names|list|map|version|default|path|deployment|type|key|options?|registry|slug|config|choices))*(?:_\d+)?$/;
const IN_ENTRY = /^(?:id|name|value|slug|key|model|engine)$/;

/**
 * Ids of models that show by the name they are kept under and by their look, in files of projects that use AI libraries:
 * `DEFAULT_MODEL = "gpt-4o"`, `models = [{ id: "openai/gpt-5.2" }]`, `ask(model="claude-…")`.
 */
export function namedModels(analysis: Analysis, resolving: Resolving, file: SourceFile): CodeSighting[] {
  if (analysis.aiEvidence(file) === 'none') return [];
  const reader = new NamedModels(analysis, resolving, file);
  return [
    ...file.facts.bindings.flatMap((binding) => reader.inBinding(binding)),
    ...file.facts.calls.flatMap((_, at) => reader.inCall(at)),
  ];
}

class NamedModels {
  constructor(
    private readonly analysis: Analysis,
    private readonly resolving: Resolving,
    private readonly file: SourceFile,
  ) {}

  inBinding(binding: Binding): CodeSighting[] {
    if (!namesModel(binding.name))
      return this.#inEntries({ value: binding.value, file: this.file, scope: scopeOf(binding) }, 'definition', DEEPEST);
    return this.#under({ value: binding.value, file: this.file, scope: scopeOf(binding) }, 'definition', DEEPEST);
  }

  inCall(at: number): CodeSighting[] {
    const call = this.file.facts.calls[at];
    if (!call) return [];
    const named = call.args.filter((argument) => argument.name !== null && namesModel(argument.name));
    const option =
      OPTIONS.has(calleeName(call)) &&
      call.args.some(({ value }) => value.kind === 'text' && namesModel(value.text.replace(/^-+/, '')));
    const values = option
      ? call.args.filter((argument) => argument.name === 'default' || argument.name === 'const')
      : named;
    const placed = (value: Value): Placed => ({ value, file: this.file, scope: call.scope });
    return [
      ...values.flatMap(({ value }) => this.#under(placed(value), 'use', DEEPEST)),
      ...call.args.flatMap(({ value }) => this.#inEntries(placed(value), 'use', DEEPEST)),
    ];
  }

  /** Texts under a name that speaks of models, in lists and maps too. */
  #under(placed: Placed, use: 'use' | 'definition', depth: number): CodeSighting[] {
    const { value } = placed;
    if (depth === 0) return [];
    if (value.kind === 'list' || value.kind === 'either') {
      const items = value.kind === 'list' ? value.items : value.options;
      return items.slice(0, MOST_ENTRIES).flatMap((item) => this.#under({ ...placed, value: item }, use, depth - 1));
    }
    if (value.kind === 'map') {
      return value.entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
        const inner = { ...placed, value: entry.value };
        const scalar = entry.value.kind === 'text';
        const speaks =
          entry.key === null ||
          !scalar ||
          IN_ENTRY.test(entry.key) ||
          namesModel(entry.key) ||
          value.entries.every((other) => other.value.kind === 'text');
        return speaks ? this.#under(inner, use, depth - 1) : [];
      });
    }
    if (value.kind !== 'text' && value.kind !== 'call') return [];
    const found: Found[] =
      value.kind === 'text'
        ? [{ ...placed, holder: null }]
        : this.resolving.expand(placed).filter((result) => result.holder === null);
    return found.flatMap((result) => this.#sighting(result, use));
  }

  /** Entries of any map whose key speaks of models: `{ model: "gpt-4o" }`. */
  #inEntries(placed: Placed, use: 'use' | 'definition', depth: number): CodeSighting[] {
    const { value } = placed;
    if (depth === 0 || (value.kind !== 'map' && value.kind !== 'list')) return [];
    if (value.kind === 'list')
      return value.items
        .slice(0, MOST_ENTRIES)
        .flatMap((item) => this.#inEntries({ ...placed, value: item }, use, depth - 1));
    return value.entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
      const inner = { ...placed, value: entry.value };
      return entry.key !== null && namesModel(entry.key)
        ? this.#under(inner, use, depth - 1)
        : this.#inEntries(inner, use, depth - 1);
    });
  }

  #sighting(found: Found, use: 'use' | 'definition'): CodeSighting[] {
    const [text] = asText(this.resolving, found);
    if (!text || text.text.length < 4 || isWeightsPath(text.text)) return [];
    const { families } = this.analysis.library;
    const name = readModelName(text.text, 'id', families);
    if (!name || name.pin === 'not-applicable') return [];
    const bare = name.name.slice(name.name.lastIndexOf('/') + 1);
    const look = families.lookOf(name.name) ?? families.lookOf(bare);
    // A word alone (`command`, `llama`) may be anything; ids have numbers or parts.
    if (!look || !/[\d-]/.test(bare) || !/\d|-/.test(bare.slice(1))) return [];
    return [
      {
        ...siteIn(found.file, found.value.range, use, {
          signature: 'model.named',
          provider: name.provider ?? look.provider,
        }),
        kind: 'model',
        name: name.name,
        written: text.text,
        ...(name.aliases.length > 0 ? { aliases: name.aliases } : {}),
        pin: name.pin,
        confidence: 'medium',
      },
    ];
  }
}

const OPTIONS: ReadonlySet<string> = new Set(['add_argument', 'option', 'Option', 'addOption', 'argument']);

export function namesModel(identifier: string): boolean {
  const name = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/-/g, '_')
    .toLowerCase();
  return NAME.test(name);
}
