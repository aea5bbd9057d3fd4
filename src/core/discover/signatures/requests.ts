import type { Condition, DatasetArgument, ModelArgument, PromptArgument } from '../../catalogue';
import type { Call } from '../../model';
import { messagesIn } from '../prompts/messages';
import { writtenPath, type Reference, type Resolving, type Target } from '../resolve/resolving';
import { ownerOf, type Placed, type SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import { modulesOf, type Analysis } from './analysis';
import { glob } from './patterns';
import { ecosystemOf, type Match } from './library';
import { valuesAt, type CallSite } from './places';

/** What an argument is for, with what stands there. */
export type Request = {
  readonly site: CallSite;
  readonly match: Match;
  readonly values: readonly Placed[];
} & Asked;

type Asked =
  | { readonly kind: 'model'; readonly argument: ModelArgument }
  | { readonly kind: 'dataset'; readonly argument: DatasetArgument }
  | { readonly kind: 'prompt'; readonly argument: PromptArgument };

/** A parameter of a function of the project that ends up in an argument of a library. */
interface Sink {
  readonly parameter: string;
  readonly position: number;
  readonly asked: Asked;
  readonly match: Match;
}

type Sinks = ReadonlyMap<string, readonly Sink[]>;

const MOST_SINKS = 12;
const DEEPEST = 3;

/** Says of each call which models, datasets and prompts it is given, directly or through functions of the project. */
export class CallReader {
  readonly #sinks = new Map<SourceFile, Sinks>();
  readonly #references = new Map<Call, Reference[]>();
  #depth = 0;

  constructor(
    readonly analysis: Analysis,
    readonly resolving: Resolving,
  ) {}

  /** Rows of the signatures that the call fits, their conditions included. */
  matches(site: CallSite): Match[] {
    return this.#matches(site, this.references(site));
  }

  requests(site: CallSite): Request[] {
    const references = this.references(site);
    return [...this.#direct(site, references), ...this.#throughProject(site, references)];
  }

  /** What the callee denotes; worked out once for each call. */
  references({ call, file }: CallSite): Reference[] {
    const known = this.#references.get(call);
    if (known) return known;
    const found = this.resolving.references({ value: call.callee, file, scope: call.scope });
    this.#references.set(call, found);
    return found;
  }

  #matches(site: CallSite, references: readonly Reference[]): Match[] {
    const { call, file } = site;
    const { library } = this.analysis;
    const shape = {
      ecosystem: ecosystemOf(file.facts.language),
      form: call.form,
      references,
      written: writtenPath(call.callee, file),
      imported: modulesOf(file),
    };
    return library
      .match(shape)
      .filter(({ row }) => row.evidence !== 'ai' || this.analysis.isAi(file))
      .filter(({ row }) => row.when.every((condition) => this.#holds(site, condition)));
  }

  #direct(site: CallSite, references: readonly Reference[]): Request[] {
    return this.#matches(site, references).flatMap((match) =>
      askedBy(match).flatMap((asked) => this.#request(site, match, asked)),
    );
  }

  #request(site: CallSite, match: Match, asked: Asked): Request[] {
    const values = valuesAt(this.resolving, site, asked.argument.at);
    return values.length === 0 ? [] : [{ site, match, values, ...asked }];
  }

  #throughProject(site: CallSite, references: readonly Reference[]): Request[] {
    if (this.#depth >= DEEPEST) return [];
    const seen = new Set<string>();
    return references
      .flatMap(({ target }) => (target ? this.#sinksOf(target) : []))
      .filter((sink) => !seen.has(keyOf(sink)) && seen.add(keyOf(sink)))
      .flatMap(({ parameter, position, asked, match }) =>
        this.#request(site, match, {
          ...asked,
          argument: { ...asked.argument, at: [parameter, String(position), `0.${parameter}`] },
        } as Asked),
      );
  }

  /** What the function, or the constructor of the class, does with its parameters. */
  #sinksOf({ file, symbol }: Target): readonly Sink[] {
    const sinks = this.#sinksIn(file);
    return ['', '.__init__', '.constructor'].flatMap((ending) => sinks.get(symbol + ending) ?? []);
  }

  #sinksIn(file: SourceFile): Sinks {
    const known = this.#sinks.get(file);
    if (known) return known;
    const found = new Map<string, Sink[]>();
    // Calls in a circle find what is known so far.
    this.#sinks.set(file, found);
    this.#depth += 1;
    try {
      for (const call of file.facts.calls) {
        for (const request of this.requests({ call, file })) this.#addSinks(found, request);
      }
    } finally {
      this.#depth -= 1;
    }
    return found;
  }

  #addSinks(sinks: Map<string, Sink[]>, request: Request): void {
    for (const value of request.values) {
      this.#addSink(sinks, request, value, request);
      if (request.kind !== 'prompt' || request.argument.as !== 'messages') continue;
      for (const { role, content } of messagesIn(this.resolving, value, request.argument.role)) {
        this.#addSink(sinks, request, content, { kind: 'prompt', argument: { at: [], as: 'text', role } });
      }
    }
  }

  #addSink(sinks: Map<string, Sink[]>, { match, site }: Request, value: Placed, asked: Asked): void {
    for (const { holder } of this.resolving.expand(value)) {
      if (holder?.binding.kind !== 'parameter' || holder.file !== site.file) continue;
      const owner = ownerOf(holder.binding.symbol);
      const position = positionOf(holder.file, owner, holder.binding.name);
      const list = sinks.get(owner) ?? [];
      sinks.set(owner, list);
      if (position >= 0 && list.length < MOST_SINKS) {
        list.push({
          parameter: holder.binding.name,
          position,
          asked: { kind: asked.kind, argument: asked.argument } as Asked,
          match,
        });
      }
    }
  }

  #holds(site: CallSite, condition: Condition): boolean {
    const values = valuesAt(this.resolving, site, condition.at);
    if (condition.present === false) return values.length === 0;
    if (condition.is === undefined) return values.length > 0;
    const wanted = condition.is;
    return values.some((value) => this.#readings(value).some((text) => wanted.some((word) => glob(word, text))));
  }

  #readings(value: Placed): string[] {
    const texts = textsOf(this.resolving, value).map(({ text }) => text);
    const literals = this.resolving
      .expand(value)
      .flatMap((found) => (found.value.kind === 'literal' ? [String(found.value.value)] : []));
    const name = value.value.kind === 'name' || value.value.kind === 'member' ? [value.value.name] : [];
    return [...texts, ...literals, ...name];
  }
}

/** The arguments that a row speaks of. */
function askedBy({ row }: Match): Asked[] {
  return [
    ...row.model.map((argument): Asked => ({ kind: 'model', argument })),
    ...row.dataset.map((argument): Asked => ({ kind: 'dataset', argument })),
    ...row.prompt.map((argument): Asked => ({ kind: 'prompt', argument })),
  ];
}

function keyOf({ parameter, asked, match }: Sink): string {
  const role = asked.kind === 'prompt' ? `${asked.argument.role}${asked.argument.as}` : '';
  return `${parameter}|${asked.kind}|${role}|${match.row.id}`;
}

/** Place of a parameter among those that a caller gives by position. */
function positionOf(file: SourceFile, owner: string, name: string): number {
  const names = file.parametersOf(owner).map((parameter) => parameter.name);
  const given = names[0] === 'self' || names[0] === 'cls' ? names.slice(1) : names;
  return given.indexOf(name);
}

/** A call that the project's own code answers, by the names of its parameters: what stands for which. */
export function argumentsByParameter(
  site: { call: Call; file: SourceFile },
  references: readonly Reference[],
): Map<Placed, string> {
  const named = new Map<Placed, string>();
  const { call, file } = site;
  const target = references.find((reference) => reference.target !== null)?.target;
  const parameters = target ? givenParameters(target) : [];
  let position = 0;
  for (const argument of call.args) {
    const name = argument.name ?? parameters[position];
    if (argument.name === null) position += 1;
    if (name !== undefined && argument.spread !== true)
      named.set({ value: argument.value, file, scope: call.scope }, name);
  }
  return named;
}

function givenParameters({ file, symbol }: Target): string[] {
  for (const owner of [symbol, `${symbol}.__init__`, `${symbol}.constructor`]) {
    const names = file.parametersOf(owner).map((parameter) => parameter.name);
    if (names.length > 0) return names[0] === 'self' || names[0] === 'cls' ? names.slice(1) : names;
  }
  return [];
}
