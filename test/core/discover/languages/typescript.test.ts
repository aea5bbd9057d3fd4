import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { CodeParser } from '../../../../src/core/discover/languages/index';
import type { CodeFacts, Range, Value } from '../../../../src/core/model';
import { factsText } from '../../../support/facts-text';
import { testGrammars } from '../../../support/grammars';

const FIXTURES = join(__dirname, 'fixtures/typescript');

async function factsOf(extension: string, code: string): Promise<CodeFacts> {
  const facts = await CodeParser.create(testGrammars).parse(`file.${extension}`, code);
  assert.ok(facts, `no adapter for .${extension}`);
  return facts;
}

interface Case {
  readonly extension: string;
  readonly title: string;
  readonly code: string;
  readonly expected: string;
}

/** `=== ts: title`, code, `---`, facts; as many as there are. */
function casesOf(text: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [, extension = '', title = '', code = '', expected = ''] =
        /^(\w+): (.*)\n([^]*?)^---\n([^]*)$/m.exec(block) ?? [];
      return { extension, title, code, expected };
    });
}

describe('TypeScript and JavaScript', () => {
  for (const file of readdirSync(FIXTURES)) {
    describe(file, () => {
      for (const { extension, title, code, expected } of casesOf(readFileSync(join(FIXTURES, file), 'utf8'))) {
        it(`${title} (${extension})`, async () => {
          const facts = await factsOf(extension, code);
          assert.equal(factsText(facts, { ranges: file === 'ranges.txt' }), expected);
        });
      }
    });
  }

  it('gives each extension its language', async () => {
    for (const extension of ['ts', 'mts', 'cts', 'tsx'])
      assert.equal((await factsOf(extension, 'f()')).language, 'typescript');
    for (const extension of ['js', 'mjs', 'cjs', 'jsx'])
      assert.equal((await factsOf(extension, 'f()')).language, 'javascript');
  });

  it('reads type assertions in .ts and elements in .tsx', async () => {
    assert.equal(factsText(await factsOf('ts', 'a = <T>b')), 'variable a = b\n');
    assert.equal(factsText(await factsOf('tsx', 'a = <T/>')), 'variable a = $0\n$0 <module>: T({})\n');
  });

  describe('code that nobody writes by hand', () => {
    const long: readonly (readonly [string, string, string])[] = [
      ['nested parentheses', `a = ${'('.repeat(10_000)}'x'${')'.repeat(10_000)}`, 'variable a = "x"'],
      ['a long concatenation', `a = ${"'x' + ".repeat(5_000)}'y'`, `variable a = "${'x'.repeat(5_000)}y"`],
      ['a long chain of alternatives', `a = ${'b || '.repeat(5_000)}'y'`, `variable a = (${'b | '.repeat(5_000)}"y")`],
      ['a long chain of conditions', `a = ${'b ? c : '.repeat(1_000)}'y'`, `variable a = (${'c | '.repeat(1_000)}"y")`],
      ['a long chain of operators', `a = ${'f() && 1 - '.repeat(2_000)}g()`, '$2000 <module>: g()'],
      ['a long chain of commas', `${'a, '.repeat(5_000)}f()`, '$0 <module>: f()'],
      ['a long chain of else if', `${'if (a) {} else '.repeat(2_000)}f()`, '$0 <module>: f()'],
      ['a long list', `a = [${'1, '.repeat(20_000)}f()]`, '$0 <module>: f()'],
    ];
    for (const [title, code, expected] of long) {
      it(`${title} is read to its end`, async () => {
        assert.ok(
          factsText(await factsOf('js', code))
            .split('\n')
            .includes(expected),
        );
      });
    }

    const deep: readonly (readonly [string, string])[] = [
      ['lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
      ['objects', `a = ${'{ b: '.repeat(5_000)}1${' }'.repeat(5_000)}`],
      ['calls', `${'f('.repeat(10_000)}${')'.repeat(10_000)}`],
      ['chained calls', `a${'.b()'.repeat(10_000)}`],
      ['members', `a = b${'.c'.repeat(10_000)}`],
      ['functions', `${'() => '.repeat(5_000)}1`],
      ['callbacks', `${'f(function () { '.repeat(3_000)}${'})'.repeat(3_000)}`],
      ['blocks', `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
      ['templates', `${'`${'.repeat(3_000)}1${'}`'.repeat(3_000)}`],
      ['patterns', `const ${'{ a: '.repeat(3_000)}b${' }'.repeat(3_000)} = c`],
      ['assignments', `${'a = '.repeat(5_000)}1`],
      ['classes', `${'class A { b = '.repeat(1_000)}1${' }'.repeat(1_000)}`],
      ['unary operators', `a = ${'!'.repeat(10_000)}b`],
    ];
    for (const [title, code] of deep) {
      it(`deep ${title} are followed as far as is reasonable`, async () => {
        const facts = await factsOf('js', `${code};\nconst after = 'text';`);
        assert.ok(facts.hasErrors);
        assert.match(factsText(facts), /^variable after = "text"$/m);
      });
    }

    it('deep elements are followed as far as is reasonable', async () => {
      const facts = await factsOf('tsx', `a = ${'<A>'.repeat(2_000)}${'</A>'.repeat(2_000)};\nconst after = 'text';`);
      assert.match(factsText(facts), /^variable after = "text"$/m);
    });

    it('a megabyte on one line is read to its end', async () => {
      const unit = 'var a=function(b,c){return b.d(c,{e:"f",g:[1,2]})||"h"+b};';
      const facts = await factsOf('js', `${unit.repeat(1_000_000 / unit.length)}last("x")`);
      assert.equal(
        factsText({ ...facts, calls: facts.calls.slice(-1) })
          .split('\n')
          .at(-2),
        '$0 <module>: last("x")',
      );
    });
  });

  describe('any text', () => {
    const word = fc.constantFrom(
      ...[
        'const',
        'a',
        'B',
        '=',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        '`',
        '${',
        "'x'",
        '"y"',
        '\\',
        '=>',
        'function',
        'class',
        'export',
        'default',
      ],
      ...[
        'import',
        'from',
        'require',
        '.',
        ',',
        ';',
        ':',
        '?',
        '??',
        '+',
        '...',
        '@',
        '<',
        '>',
        '/',
        '/*',
        '*/',
        '//',
        '\n',
        '\r\n',
        'this',
        'new',
      ],
      ...[
        'async',
        'await',
        'return',
        'enum',
        'if',
        'else',
        'for',
        'of',
        '😀',
        '\u2028',
        '\\u{',
        '#',
        'module.exports',
        'as',
        'satisfies',
        '!',
        '1',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    );

    for (const extension of ['ts', 'tsx', 'js']) {
      it(`gives facts whose ranges lie in it (${extension})`, async () => {
        await fc.assert(
          fc.asyncProperty(text, async (code) => {
            const facts = await factsOf(extension, code);
            const lines = code.split('\n').map((line) => line.length);
            for (const range of rangesOf(facts))
              assert.ok(liesIn(range, lines), `${JSON.stringify(range)} in ${JSON.stringify(code)}`);
            for (const value of valuesOf(facts)) if (value.kind === 'call') assert.ok(facts.calls[value.call]);
          }),
          { numRuns: 300 },
        );
      });
    }
  });
});

function liesIn(range: Range, lines: readonly number[]): boolean {
  const within = (line: number, column: number): boolean => column >= 1 && column - 1 <= (lines[line - 1] ?? -1);
  const forward = range.endLine > range.line || (range.endLine === range.line && range.endColumn >= range.column);
  return forward && within(range.line, range.column) && within(range.endLine, range.endColumn);
}

function* valuesOf(facts: CodeFacts): Generator<Value> {
  for (const binding of facts.bindings) yield* withParts(binding.value);
  for (const call of facts.calls)
    for (const value of [call.callee, ...call.args.map((argument) => argument.value)]) yield* withParts(value);
}

function* withParts(value: Value): Generator<Value> {
  yield value;
  for (const inner of partsOf(value)) yield* withParts(inner);
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.holes.map((hole) => hole.value);
    case 'member':
      return [value.object];
    case 'index':
      return [value.object, value.key];
    case 'list':
      return value.items;
    case 'map':
      return value.entries.map((entry) => entry.value);
    case 'either':
      return value.options;
    case 'function':
      return value.returns;
    default:
      return [];
  }
}

function* rangesOf(facts: CodeFacts): Generator<Range> {
  for (const { range } of [...facts.imports, ...facts.bindings, ...facts.calls, ...facts.comments]) yield range;
  for (const value of valuesOf(facts)) {
    yield value.range;
    if (value.kind === 'map') for (const entry of value.entries) yield entry.range;
  }
}
