import type { Condition, DatasetArgument, ModelArgument, PromptArgument } from '../../catalogue';
import type { Call } from '../../model';
import { messagesIn } from '../prompts/messages';
import { madePath, writtenPath, type Found, type Reference, type Resolving, type Target } from '../resolve/resolving';
import { ownerOf, type Placed, type SourceFile } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';
import type { Consulted } from '../resolve/code-index';
import { Resolver } from '../resolve/resolver';
import { modulesOf, type Analysis } from './analysis';
import { glob } from './patterns';
import { ecosystemOf, type Match } from './library';
import { detailsOf, settingsOf, type CallDetails } from './call-details';
import { callAround } from './call-links';
import { variantsOf } from './call-variants';
import { loadedByPage } from './page-globals';
import { positionOf } from './parameters';
import { valuesAt, type CallSite } from './places';

/** What an argument is for, with what stands there. */
export type Request = {
  readonly site: CallSite;
  readonly match: Match;
  readonly values: readonly Placed[];
  /** The call of the library, where `site` calls a function of the project that hands the value on to it. */
  readonly inner: CallSite | null;
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
  /** Where the library is called. */
  readonly site: CallSite;
}

type Sinks = ReadonlyMap<string, readonly Sink[]>;

/** What is known of a file's functions, by how far they are followed; and what was looked at for it. */
interface KnownSinks {
  readonly levels: Map<number, Sinks>;
  readonly consulted: Consulted;
}

const MOST_SINKS = 12;
const MOST_READERS = 32;
const DEEPEST = 3;

/** The readers of a project's files: each is made once, for itself and for the files that call its functions. */
export class CallReaders {
  readonly #readers = new Map<SourceFile, CallReader>();
  /** By path, and longer than the readers: worked out again for each caller, functions of functions would take for ever. */
  readonly #sinks = new Map<string, KnownSinks>();

  constructor(readonly analysis: Analysis) {}

  of(file: SourceFile): CallReader {
    const known = this.#readers.get(file);
    if (known) return known;
    // Each holds all that its file says: of a big project only some at a time.
    if (this.#readers.size >= MOST_READERS) this.#readers.clear();
    const made = new CallReader(this, file);
    this.#readers.set(file, made);
    return made;
  }

  /** The parameters of the file's functions that are handed on to a library, through at most `level` functions. */
  sinksOf(file: SourceFile, level: number): { readonly sinks: Sinks; readonly consulted: Consulted } {
    const known = this.#sinks.get(file.path) ?? { levels: new Map<number, Sinks>(), consulted: nothingConsulted(file) };
    this.#sinks.set(file.path, known);
    const { levels, consulted } = known;
    const before = levels.get(level);
    if (before) return { sinks: before, consulted };
    const reader = this.of(file);
    const sinks = reader.sinks(level);
    levels.set(level, sinks);
    addConsulted(consulted, reader.consulted);
    return { sinks, consulted };
  }
}

function nothingConsulted(file: SourceFile): Consulted {
  return { files: new Set([file.path]), wanted: new Set() };
}

function addConsulted(to: Consulted, { files, wanted }: Consulted): void {
  for (const path of files) to.files.add(path);
  for (const stem of wanted) to.wanted.add(stem);
}

/** Says of each call of a file which models, datasets and prompts it is given, directly or through functions of the project. */
export class CallReader {
  readonly analysis: Analysis;
  readonly consulted: Consulted;
  readonly resolving: Resolving;
  readonly #references = new Map<Call, Reference[]>();
  readonly #heard = new Set<string>();
  readonly #matched = new Map<Call, Match[]>();
  readonly #details = new Map<Call, CallDetails>();
  #imported: ReadonlySet<string> | null = null;

  constructor(
    private readonly readers: CallReaders,
    readonly file: SourceFile,
  ) {
    this.analysis = readers.analysis;
    this.consulted = nothingConsulted(file);
    this.resolving = new Resolver(this.analysis.index, this.consulted);
  }

  /** Rows of the signatures that the call fits, their conditions included. */
  matches(call: Call): Match[] {
    const known = this.#matched.get(call);
    if (known) return known;
    const found = this.#match(call);
    this.#matched.set(call, found);
    return found;
  }

  /** What the call is given; `level` says through how many functions of the project it is followed. */
  requests(call: Call, level = DEEPEST): Request[] {
    const variants = this.#isChoosy(call) ? variantsOf(this.resolving, { call, file: this.file }) : [];
    return (variants.length > 1 ? variants : [call]).flatMap((each) => this.#requests(each, level));
  }

  /** True where something is spread into a call, and rows ask what its arguments are. */
  #isChoosy(call: Call): boolean {
    const spreads = call.args.some(({ spread }) => spread === true);
    return spreads && this.#candidates(call).some(({ row }) => row.when.length > 0);
  }

  #requests(call: Call, level: number): Request[] {
    const matches = this.matches(call);
    if (matches.length === 0) return level === 0 ? [] : this.#throughProject(call, level - 1);
    const direct = matches.flatMap((match) =>
      askedBy(match).flatMap((asked) => this.#request(call, match, asked, null)),
    );
    return level === 0 ? direct : [...direct, ...this.#throughProject(call, level - 1)];
  }

  /** What the callee denotes; worked out once for each call. */
  references(call: Call): Reference[] {
    const known = this.#references.get(call);
    if (known) return known;
    const found = this.resolving
      .references({ value: call.callee, file: this.file, scope: call.scope })
      .map((reference) => loadedByPage(reference, { call, file: this.file }, this.analysis.library));
    this.#references.set(call, found);
    return found;
  }

  /** What the call tells besides: settings, address, what it hangs together with. */
  details(call: Call): CallDetails {
    const known = this.#details.get(call);
    if (known) return known;
    const { terms } = this.analysis.library;
    const own = detailsOf(this.resolving, terms, { call, file: this.file }, this.matches(call));
    const around = callAround({ call, file: this.file });
    const matches = around ? this.matches(around) : [];
    const outer =
      around && matches.length > 0
        ? settingsOf(this.resolving, terms, { call: around, file: this.file }, matches)
        : null;
    const found = { ...own, outer };
    this.#details.set(call, found);
    return found;
  }

  /** The parameters of the file's functions that are handed on to a library; `CallReaders` remembers them. */
  sinks(level: number): Sinks {
    const found = new Map<string, Sink[]>();
    for (const call of this.file.facts.calls) {
      for (const request of this.requests(call, level)) this.#addSinks(found, request);
    }
    return found;
  }

  #match(call: Call): Match[] {
    return this.#candidates(call).filter((match) => this.#applies(match, call));
  }

  /** Rows that the callee fits, whatever they ask of the arguments. */
  #candidates(call: Call): Match[] {
    const { file } = this;
    const shape = {
      ecosystem: ecosystemOf(file.facts.language),
      form: call.form,
      references: this.references(call),
      last: lastSegment(call, file),
      written: () => madePath(call, file),
      imported: () => (this.#imported ??= this.analysis.library.rootsAround(modulesOf(file))),
    };
    return this.analysis.library.match(shape);
  }

  #applies({ row }: Match, call: Call): boolean {
    const site = { call, file: this.file };
    if (row.when.length === 0 || row.dataset.length === 0)
      return this.#fits(row) && row.when.every((condition) => this.#holds(site, condition));
    if (this.#fits(row) && row.when.every((condition) => this.#holds(site, condition))) return true;
    return (
      row.when.every((condition) => this.#leavesOpen(site, condition) || this.#holds(site, condition)) &&
      row.when.some((condition) => this.#leavesOpen(site, condition))
    );
  }

  #fits({ evidence }: Match['row']): boolean {
    return evidence === undefined || this.#shows(evidence);
  }

  /** `def rows(path): open(path)`: whoever calls the function says what the condition asks for. */
  #leavesOpen(site: CallSite, { at, is }: Condition): boolean {
    if (is === undefined) return false;
    const values = valuesAt(this.resolving, site, at);
    return values.length > 0 && values.every((value) => isParameter(this.resolving.expand(value)));
  }

  /** What a function of the project is given, against what the row of the library's call asks of it. */
  #isAsked({ row }: Match, { values }: Request): boolean {
    const wanted = row.when.flatMap(({ is }) => is ?? []);
    if (row.dataset.length === 0 || wanted.length === 0) return true;
    const texts = values.flatMap((value) => textsOf(this.resolving, value));
    return texts.length === 0 || (this.#fits(row) && texts.some(({ text }) => wanted.some((word) => glob(word, text))));
  }

  #shows(evidence: 'ai' | 'project'): boolean {
    return evidence === 'ai' ? this.analysis.isAi(this.file) : this.analysis.aiEvidence(this.file) !== 'none';
  }

  #request(call: Call, match: Match, asked: Asked, inner: CallSite | null): Request[] {
    const site = { call, file: this.file };
    const values = valuesAt(this.resolving, site, asked.argument.at);
    return values.length === 0 ? [] : [{ site, match, values, inner, ...asked }];
  }

  #throughProject(call: Call, level: number): Request[] {
    const references = this.references(call);
    if (!references.some(({ target }) => target !== null)) return [];
    const seen = new Set<string>();
    return references
      .flatMap(({ target }) => (target ? this.#sinksOf(target, level) : []))
      .filter((sink) => !seen.has(keyOf(sink)) && seen.add(keyOf(sink)))
      .flatMap(({ parameter, position, asked, match, site }) => {
        const whole = [parameter, String(position), `0.${parameter}`];
        const at =
          asked.kind === 'prompt' && asked.argument.as === 'text'
            ? [...whole.map((each) => `${each}.*`), ...whole]
            : whole;
        const given = { ...asked, argument: { ...asked.argument, at } } as Asked;
        return this.#request(call, match, given, site).filter((request) => this.#isAsked(match, request));
      });
  }

  /** What the function, or the constructor of the class, does with its parameters. */
  #sinksOf({ file, symbol }: Target, level: number): readonly Sink[] {
    const { sinks, consulted } = this.readers.sinksOf(file, level);
    if (file !== this.file && !this.#heard.has(file.path)) {
      this.#heard.add(file.path);
      addConsulted(this.consulted, consulted);
    }
    return ['', '.__init__', '.constructor'].flatMap((ending) => sinks.get(symbol + ending) ?? []);
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

  #addSink(sinks: Map<string, Sink[]>, { match, site, inner }: Request, value: Placed, asked: Asked): void {
    const found = this.resolving.expand(value);
    const parts = asked.kind === 'prompt' ? found.flatMap((each) => gluedIn(this.resolving, each)) : [];
    for (const { holder } of [...found, ...parts]) {
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
          site: inner ?? site,
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

  /** The modules of the classes that a name holds an object of, fitted or not; a constant of a library by its name. */
  #madeFrom(value: Placed): string[] {
    if (value.value.kind !== 'name') return [];
    return this.resolving.references(value).flatMap(({ module, path }) => {
      const last = path.at(-1) ?? '';
      if (module !== null && /^[A-Z][A-Z0-9_]+$/.test(last)) return [last];
      return module !== null && /^(?:[A-Z]\w*|fit)\(\)$/.test(last) ? [module] : [];
    });
  }

  #readings(value: Placed): string[] {
    const texts = textsOf(this.resolving, value).map(({ text }) => text);
    const literals = this.resolving
      .expand(value)
      .flatMap((found) => (found.value.kind === 'literal' ? [String(found.value.value)] : []));
    const name = value.value.kind === 'name' || value.value.kind === 'member' ? [value.value.name] : [];
    return [...texts, ...literals, ...name, ...this.#madeFrom(value)];
  }
}

function isParameter(found: readonly Found[]): boolean {
  return (
    found.length > 0 &&
    found.every(({ holder, value }) => value.kind === 'unknown' && holder?.binding.kind === 'parameter')
  );
}

/** The last segment of the callee as written, without the `()` of one that is called itself. */
function lastSegment({ callee }: Call, file: SourceFile): string {
  if (callee.kind === 'member' || callee.kind === 'name') return callee.name;
  return writtenPath(callee, file).at(-1)?.replace(/\(\)$/, '') ?? '';
}

/** A text with fewer words of its own than this only puts others together. */
const THIN = 12;

/** What a text is put together of that says little itself: `f"{prefix}\n\n{question}"`. */
function gluedIn(resolving: Resolving, found: Found): Found[] {
  const { value } = found;
  if (value.kind !== 'text' || value.holes.length === 0 || value.text.length > 400) return [];
  if ((value.text.replace(/\{\d+\}/g, ' ').match(/\p{L}+/gu)?.length ?? 0) >= THIN) return [];
  return value.holes.slice(0, MOST_SINKS).flatMap((hole) => resolving.expand({ ...found, value: hole.value }));
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
