import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CodeParser } from '../../../../src/core/discover/languages';
import type { CodeFacts, Range, Value } from '../../../../src/core/model';
import { testGrammars } from '../../../support/grammars';
import { factsText } from '../../../support/facts-text';

const FIXTURES = join(__dirname, 'fixtures/python');
const parser = CodeParser.create(testGrammars);

async function read(text: string): Promise<CodeFacts> {
  const facts = await parser.parse('file.py', text);
  assert.ok(facts);
  return facts;
}

describe('Python', () => {
  for (const file of readdirSync(FIXTURES).filter((name) => name.endsWith('.py'))) {
    it(`lowers ${file}`, async () => {
      const facts = factsText(await read(readFileSync(join(FIXTURES, file), 'utf8')), { ranges: true });
      const expected = join(FIXTURES, file.replace(/\.py$/, '.facts.txt'));
      // UPDATE_FIXTURES=1 writes what is found; read the difference before committing it.
      if (process.env['UPDATE_FIXTURES']) writeFileSync(expected, facts);
      assert.equal(facts, readFileSync(expected, 'utf8'));
    });
  }

  it('survives any text, and keeps every range inside it', () =>
    fc.assert(
      fc.asyncProperty(pythonLike, async (text) => {
        const lines = text.split('\n');
        for (const range of rangesOf(await read(text))) {
          assert.ok(range.line >= 1 && range.endLine <= lines.length, JSON.stringify(range));
          assert.ok(range.column >= 1 && range.endColumn <= (lines[range.endLine - 1] ?? '').length + 1);
          assert.ok(range.line < range.endLine || (range.line === range.endLine && range.column <= range.endColumn));
        }
      }),
      { numRuns: 300 },
    ));

  it('reads any string back from its literal, at the range of the literal', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ maxLength: 20 }), async (content, comment) => {
        const lead = `# ${comment.replace(/[\r\n]/g, ' ')}\nx = call(1, `;
        const literal = pythonLiteral(content);
        const text = `${lead}${literal})\n`;
        const value = (await read(text)).calls[0]?.args[1]?.value;
        assert.equal(value?.kind === 'text' ? value.text : null, content);
        assert.equal(value && sliceOf(text, value.range), literal);
      }),
    ));

  const pathological: Record<string, string> = {
    'nested parentheses': '('.repeat(10_000) + '1' + ')'.repeat(10_000),
    'nested lists': 'x = ' + '['.repeat(10_000) + ']'.repeat(10_000),
    'open brackets': '['.repeat(50_000),
    'nested lambdas': 'x = ' + 'lambda: '.repeat(10_000) + '1',
    'nested conditions': 'x = ' + 'a if b else '.repeat(10_000) + 'c',
    'a chain of calls': 'x' + '.a()'.repeat(10_000),
    'nested blocks': Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n') + ' pass',
    'quotes without end': 'f"{'.repeat(3_000),
  };
  for (const [name, text] of Object.entries(pathological)) {
    it(`survives ${name}, and says that it left something out`, async () => {
      assert.equal((await read(text)).hasErrors, true);
    });
  }

  it('takes long sums and alternatives whole', async () => {
    const terms = Array.from({ length: 5_000 }, (_, index) => `"${index}"`);
    const [sum, choice] = (await read(`a = ${terms.join(' + ')}\nb = ${terms.join(' or ')}\n`)).bindings;
    assert.equal(sum?.value.kind === 'text' && sum.value.text, terms.map((_, index) => String(index)).join(''));
    assert.equal(choice?.value.kind === 'either' && choice.value.options.length, 5_000);
  });

  it('keeps the columns of a file with carriage returns and characters outside the plane', async () => {
    const text = 'a = "😀"; b = "x"\r\nc = """one\r\ntwo"""\r\n';
    const facts = await read(text);
    const values = facts.bindings.map(({ value }) => [value.kind === 'text' && value.text, sliceOf(text, value.range)]);
    assert.deepEqual(values, [
      ['😀', '"😀"'],
      ['x', '"x"'],
      ['one\ntwo', '"""one\r\ntwo"""'],
    ]);
  });
});

/** Bits of Python in any order, and anything else. */
const pythonLike = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...'def f(a=1):\n|class A(B):\n|  |    |x|self.y| = |(|)|[|]|{|}|"|\'|"""|f"|\\|{x!r:>{w}}|%s|:|,|.|.format(|return |yield |lambda |import |from . import |as |with |for |in |if |else |or |and |+|%|+=|@|*|**|#|\n|\r\n|match x:\n|case |await |async |global |1|😀|\\N{'.split(
            '|',
          ),
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

function pythonLiteral(content: string): string {
  const escaped = content.replace(/[\\"]|[^ -~]/g, (unit) => {
    if (unit === '\\' || unit === '"') return `\\${unit}`;
    const code = unit.charCodeAt(0);
    return code < 0x80
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : unit.length > 1
        ? unit
        : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

function sliceOf(text: string, range: Range): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
  return text.slice(offset(range.line, range.column), offset(range.endLine, range.endColumn));
}

function rangesOf(facts: CodeFacts): Range[] {
  return [
    ...[...facts.imports, ...facts.comments].map((fact) => fact.range),
    ...facts.bindings.flatMap((fact) => [fact.range, ...rangesIn(fact.value)]),
    ...facts.calls.flatMap((call) => [
      call.range,
      ...[call.callee, ...call.args.map((argument) => argument.value)].flatMap(rangesIn),
    ]),
  ];
}

function rangesIn(value: Value): Range[] {
  const inner: Value[] = [];
  if (value.kind === 'text') inner.push(...value.holes.map((hole) => hole.value));
  else if (value.kind === 'member') inner.push(value.object);
  else if (value.kind === 'index') inner.push(value.object, value.key);
  else if (value.kind === 'list') inner.push(...value.items);
  else if (value.kind === 'map') inner.push(...value.entries.map((entry) => entry.value));
  else if (value.kind === 'either') inner.push(...value.options);
  else if (value.kind === 'function') inner.push(...value.returns);
  return [value.range, ...inner.flatMap(rangesIn)];
}
