import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Binding, Call, CodeFacts, TextValue, Value } from '../../../src/core/model';
import { packCode, unpackCode } from '../../../src/core/model/packed-code';

const place = { line: fc.nat(9999), column: fc.nat(200), endLine: fc.nat(9999), endColumn: fc.nat(200) };
const range = fc.oneof(fc.record(place), fc.record({ ...place, cell: fc.nat(99), cellLine: fc.nat(99) }));
/** Texts with everything that could be taken for a part of the notation. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '[0,"x",[],1,2,3,4]', '\\"', '\ud800'));

const { value, textValue } = fc.letrec<{ value: Value; textValue: TextValue }>((tie) => ({
  textValue: fc.record({
    kind: fc.constant('text' as const),
    text,
    holes: fc.array(fc.record({ source: text, value: tie('value') }), { maxLength: 2 }),
    range,
  }),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('unknown' as const), range }),
    fc.record({ kind: fc.constant('name' as const), name: text, range }),
    fc.record({
      kind: fc.constant('literal' as const),
      value: fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.constant(0.7)),
      range,
    }),
    fc.record({ kind: fc.constant('call' as const), call: fc.nat(), range }),
    tie('textValue'),
    fc.record({ kind: fc.constant('member' as const), object: tie('value'), name: text, range }),
    fc.record({ kind: fc.constant('index' as const), object: tie('value'), key: tie('value'), range }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(tie('value'), { maxLength: 3 }), range }),
    fc.record({ kind: fc.constant('either' as const), options: fc.array(tie('value'), { maxLength: 3 }), range }),
    fc.record({ kind: fc.constant('function' as const), returns: fc.array(tie('value'), { maxLength: 3 }), range }),
    fc.record({
      kind: fc.constant('map' as const),
      entries: fc.array(
        fc.record(
          { key: fc.option(text), value: tie('value'), spread: fc.boolean(), range },
          { requiredKeys: ['key', 'value', 'range'] },
        ),
        { maxLength: 3 },
      ),
      range,
    }),
  ),
}));

const code: fc.Arbitrary<CodeFacts> = fc.record({
  language: text,
  hasErrors: fc.boolean(),
  imports: fc.array(fc.record({ module: text, name: fc.option(text), local: text, range }), { maxLength: 3 }),
  bindings: fc.array(
    fc.record(
      {
        ...{ symbol: text, name: text, value, scope: text, range },
        kind: fc.constantFrom<Binding['kind'][]>('variable', 'parameter', 'member', 'return'),
      },
      { requiredKeys: ['symbol', 'name', 'kind', 'value', 'range'] },
    ),
    { maxLength: 3 },
  ),
  calls: fc.array(
    fc.record(
      {
        ...{ callee: value, scope: text, decorates: text, docstring: textValue, range },
        args: fc.array(
          fc.record({ name: fc.option(text), value, spread: fc.boolean() }, { requiredKeys: ['name', 'value'] }),
          { maxLength: 3 },
        ),
        form: fc.constantFrom<Call['form'][]>('call', 'new', 'decorator', 'annotation', 'base'),
      },
      { requiredKeys: ['callee', 'args', 'scope', 'form', 'range'] },
    ),
    { maxLength: 3 },
  ),
  comments: fc.array(fc.record({ text, range }), { maxLength: 2 }),
});

describe('model: packed code', () => {
  it('is what it was, whatever stands in it', () => {
    fc.assert(
      fc.property(code, (facts) => {
        // One that has no prototype is as good.
        assert.deepEqual(unpackCode(packCode(facts)), structuredClone(facts));
      }),
    );
  });

  it('is far smaller than the same as objects', () => {
    const place = { line: 120, column: 14, endLine: 120, endColumn: 44 };
    const name: Value = { kind: 'name', name: 'client', range: place };
    const callee: Value = { kind: 'member', object: name, name: 'create', range: place };
    const calls = [{ callee, args: [{ name: 'model', value: name }], scope: '', form: 'call' as const, range: place }];
    const facts = { language: 'python', imports: [], bindings: [], calls, comments: [], hasErrors: false };
    assert.ok(packCode(facts).length * 3 < JSON.stringify(facts).length);
  });
});
