import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { assertWellFormed } from '../../../support/facts-shape';
import { factsCases, factsOf } from '../../../support/facts-cases';
import { factsText } from '../../../support/facts-text';

const FIXTURES = join(__dirname, 'fixtures');

interface Language {
  readonly folder: string;
  readonly extension: string;
  /** A file in which the expression is the value of `a`. */
  readonly holding: (expression: string) => string;
  /** A file with statements. */
  readonly body: (statements: string) => string;
  /** A declaration of the text `after`, as its facts show it. */
  readonly after: string;
  readonly words: readonly string[];
  /** What puts texts together, where it is no plus. */
  readonly joins?: string;
}

const LANGUAGES: readonly Language[] = [
  {
    folder: 'java',
    extension: 'java',
    holding: (expression) => `class T { Object a = ${expression}; String after = "text"; }`,
    body: (statements) => `class T { void f() { ${statements} } String after = "text"; }`,
    after: 'member T.after = "text"',
    words: ['class', 'T', '@A', '"""', 'import', 'static', 'enum', 'switch', 'case', '->', '::', 'new', 'record'],
  },
  {
    folder: 'kotlin',
    extension: 'kt',
    holding: (expression) => `val a = ${expression}\nval after = "text"\n`,
    body: (statements) => `fun f() { ${statements} }\nval after = "text"\n`,
    after: 'variable after = "text"',
    words: ['class', 'fun', 'val', '@A', '"""', 'import', 'object', 'when', '->', '::', '${', '$a', '?:', 'by', 'to'],
  },
  {
    folder: 'go',
    extension: 'go',
    holding: (expression) => `package p\nvar a = ${expression}\nvar after = "text"\n`,
    body: (statements) => `package p\nfunc f() { ${statements} }\nvar after = "text"\n`,
    after: 'variable after = "text"',
    words: ['package p', 'func', 'type', 'struct', ':=', 'map[string]', '[]', '`', 'const', 'iota', 'range', '&', '*'],
  },
  {
    folder: 'csharp',
    extension: 'cs',
    holding: (expression) => `class T { object a = ${expression}; string after = "text"; }`,
    body: (statements) => `class T { void f() { ${statements} } string after = "text"; }`,
    after: 'member T.after = "text"',
    words: ['class', 'T', 'using', '$"', '@"', '"""', '$$"""', 'new', '=>', '??', '?.', '[', 'with', 'record', '#if'],
  },
  {
    folder: 'rust',
    extension: 'rs',
    holding: (expression) => `fn t() { let a = ${expression}; }\nconst after: &str = "text";\n`,
    body: (statements) => `fn f() { ${statements} }\nconst after: &str = "text";\n`,
    after: 'variable after = "text"',
    words: ['fn', 'let', 'impl', 'vec!', 'format!', 'json!', '::', 'r#"', '"#', 'match', '=>', '|', '&', 'use', '#['],
  },
  {
    folder: 'ruby',
    extension: 'rb',
    holding: (expression) => `a = ${expression}\nAFTER = "text"\n`,
    body: (statements) => `def f\n${statements}\nend\nAFTER = "text"\n`,
    after: 'variable AFTER = "text"',
    words: [
      'class',
      'def',
      'end',
      'do',
      '|x|',
      '<<~A',
      'A',
      'module',
      '->',
      '::',
      '#{',
      ':a',
      '=>',
      '@a',
      'then',
      '%w[',
    ],
  },
  {
    folder: 'php',
    joins: '.',
    extension: 'php',
    holding: (expression) => `<?php\n$a = ${expression};\nconst AFTER = "text";\n`,
    body: (statements) => `<?php\nfunction f() { ${statements} }\nconst AFTER = "text";\n`,
    after: 'variable AFTER = "text"',
    words: [
      '<?php',
      '?>',
      'class',
      'function',
      '$x',
      '"$a"',
      '<<<A',
      'A',
      "<<<'B'",
      'use',
      'A\\B',
      '->',
      '::',
      '?->',
      '=>',
      'fn',
      'match',
      'enum',
      'case',
      'namespace',
      '[',
      '#[',
      'new',
      'const',
    ],
  },
];

const COMMON = ['a', 'B', '=', '{', '}', '(', ')', '"x"', "'", '"', '\\', '.', ',', ';', ':', '?', '+', '<', '>', '//'];
const MORE = ['/*', '*/', '\n', '\r\n', 'return', 'if', 'else', 'for', '😀', '\u2028', '#', '!', '1', 'f(', 'await'];

for (const language of LANGUAGES) {
  const { folder, extension } = language;
  describe(`facts of ${folder}`, () => {
    for (const file of readdirSync(join(FIXTURES, folder))) {
      for (const { title, code, expected } of factsCases(readFileSync(join(FIXTURES, folder, file), 'utf8'))) {
        it(title, async () => {
          const facts = await factsOf(extension, code);
          assert.equal(factsText(facts), expected);
          assertWellFormed(facts, code);
        });
      }
    }

    it('reads a long sum to its end', async () => {
      const facts = await factsOf(extension, language.holding(`${`"x" ${language.joins ?? '+'} `.repeat(3_000)}"y"`));
      assert.ok(factsText(facts).includes(`= "${'x'.repeat(3_000)}y"\n`));
    });

    it('reads a long chain of branches to its end', async () => {
      const [open, close] = /^(?:java|kt|cs|php)$/.test(extension) ? ['(', ')'] : ['', ''];
      const branch = `if ${open}b${close} { } else `;
      const facts = await factsOf(
        extension,
        language.body(`${branch.repeat(1_500)}{ last("x") }`.replace('"x") }', '"x"); }')),
      );
      assert.ok(facts.calls.some(({ callee }) => callee.kind === 'name' && callee.name === 'last'));
    });

    const deep: readonly (readonly [string, string])[] = [
      ['parentheses', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
      ['calls', `${'f('.repeat(5_000)}${')'.repeat(5_000)}`],
      ['chains', `a${'.b()'.repeat(5_000)}`],
      ['members', `a${'.b'.repeat(5_000)}`],
      ['operators', `${'-'.repeat(1)}${'!'.repeat(3_000)}b`],
    ];
    for (const [title, expression] of deep) {
      it(`follows deep ${title} as far as is reasonable`, async () => {
        const facts = await factsOf(extension, language.holding(expression));
        assert.ok(factsText(facts).split('\n').includes(language.after));
      });
    }

    it('follows deep blocks as far as is reasonable', async () => {
      const facts = await factsOf(extension, language.body(`${'{'.repeat(3_000)}${'}'.repeat(3_000)}`));
      assert.ok(facts.hasErrors);
      assert.ok(factsText(facts).split('\n').includes(language.after));
    });

    it('gives facts whose places lie in the text, whatever it is', async () => {
      const word = fc.constantFrom(...COMMON, ...MORE, ...language.words);
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
        fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
        fc.array(word, { maxLength: 20 }).map((words) => language.body(words.join(' '))),
        fc.array(word, { maxLength: 20 }).map((words) => language.holding(words.join(' '))),
      );
      await fc.assert(
        fc.asyncProperty(text, async (code) => {
          assertWellFormed(await factsOf(extension, code), code);
        }),
        { numRuns: 400 },
      );
    });
  });
}

describe('code in the macros of Rust', () => {
  it('is followed as far as is reasonable', async () => {
    const code = `fn f() { let a = ${'vec![('.repeat(500)}1${')]'.repeat(500)}; let b = vec![${'a.b().'.repeat(3_000)}c]; }\nconst AFTER: &str = "text";\n`;
    assert.ok(factsText(await factsOf('rs', code)).includes('variable AFTER = "text"'));
  });
});
