import type { CodeFacts, Hole, MapEntry, Range, Value } from '../../model';

/** The same facts with every range replaced by what `place` makes of it. */
export function mapRanges(facts: CodeFacts, place: (range: Range) => Range): CodeFacts {
  const mapper = new Mapper(place);
  return {
    ...facts,
    imports: facts.imports.map((fact) => ({ ...fact, range: place(fact.range) })),
    bindings: facts.bindings.map((fact) => ({ ...fact, value: mapper.value(fact.value), range: place(fact.range) })),
    calls: facts.calls.map((call) => ({
      ...call,
      callee: mapper.value(call.callee),
      args: call.args.map((argument) => ({ ...argument, value: mapper.value(argument.value) })),
      range: place(call.range),
    })),
    comments: facts.comments.map((fact) => ({ ...fact, range: place(fact.range) })),
  };
}

/** Values are shared between facts; each is mapped once. */
class Mapper {
  readonly #done = new Map<Value, Value>();

  constructor(private readonly place: (range: Range) => Range) {}

  value(value: Value): Value {
    const done = this.#done.get(value);
    if (done) return done;
    const mapped = this.#map(value, this.place(value.range));
    this.#done.set(value, mapped);
    return mapped;
  }

  #map(value: Value, range: Range): Value {
    switch (value.kind) {
      case 'text':
        return {
          ...value,
          holes: value.holes.map((hole): Hole => ({ ...hole, value: this.value(hole.value) })),
          range,
        };
      case 'member':
        return { ...value, object: this.value(value.object), range };
      case 'index':
        return { ...value, object: this.value(value.object), key: this.value(value.key), range };
      case 'list':
        return { ...value, items: this.#all(value.items), range };
      case 'map':
        return { ...value, entries: value.entries.map((entry) => this.#entry(entry)), range };
      case 'either':
        return { ...value, options: this.#all(value.options), range };
      case 'function':
        return { ...value, returns: this.#all(value.returns), range };
      case 'literal':
      case 'name':
      case 'call':
      case 'unknown':
        return { ...value, range };
    }
  }

  #all(values: readonly Value[]): readonly Value[] {
    return values.map((value) => this.value(value));
  }

  #entry(entry: MapEntry): MapEntry {
    return { ...entry, value: this.value(entry.value), range: this.place(entry.range) };
  }
}
