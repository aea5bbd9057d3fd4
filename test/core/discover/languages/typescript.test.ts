import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { assertWellFormed } from '../../../support/facts-shape';
import { factsCases, factsOf } from '../../../support/facts-cases';
import { factsText } from '../../../support/facts-text';

const FIXTURES = join(__dirname, 'fixtures/typescript');

describe('TypeScript and JavaScript', () => {
  for (const file of readdirSync(FIXTURES)) {
    describe(file, () => {
      for (const { extension, title, code, expected } of factsCases(readFileSync(join(FIXTURES, file), 'utf8'))) {
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
            assertWellFormed(await factsOf(extension, code), code);
          }),
          { numRuns: 300 },
        );
      });
    }
  });
});
