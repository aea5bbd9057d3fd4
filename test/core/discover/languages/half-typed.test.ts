import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { CodeParser } from '../../../../src/core/discover/languages';
import type { CodeFacts } from '../../../../src/core/model';
import { testCatalogue } from '../../../support/catalogue';
import { factsCases } from '../../../support/facts-cases';
import { assertWellFormed } from '../../../support/facts-shape';
import { testGrammars } from '../../../support/grammars';
import { extensionFor } from '../support/languages';

const FIXTURES = join(__dirname, 'fixtures');
const parser = CodeParser.create(testGrammars);

interface Sample {
  readonly extension: string;
  readonly code: string;
}

/** The code of the languages' own cases and of the examples of signatures. */
function samples(): Sample[] {
  const cases = ['java', 'kotlin', 'go', 'csharp', 'rust', 'typescript', 'ruby', 'php'].flatMap((folder) =>
    readdirSync(join(FIXTURES, folder)).flatMap((file) =>
      factsCases(readFileSync(join(FIXTURES, folder, file), 'utf8')),
    ),
  );
  const python = readdirSync(join(FIXTURES, 'python'))
    .filter((file) => file.endsWith('.py'))
    .map((file) => ({ extension: 'py', code: readFileSync(join(FIXTURES, 'python', file), 'utf8') }));
  const examples = testCatalogue().signatures.flatMap(({ rows }) =>
    rows.flatMap(({ examples: all }) => all.map(({ language, code }) => ({ extension: extensionFor(language), code }))),
  );
  return [...cases, ...python, ...examples].filter(({ code }) => code.trim() !== '');
}

async function factsOf({ extension, code }: Sample): Promise<CodeFacts> {
  const facts = await parser.parse(`file.${extension}`, code);
  assert.ok(facts, `no adapter for .${extension}`);
  return facts;
}

/** What a file declares on lines that end before `line`: the value aside, since half a file may hold less of it. */
function declaredBefore({ imports, bindings }: CodeFacts, line: number): string[] {
  return [
    ...imports.filter(({ range }) => range.endLine < line).map(({ module, local }) => `${module} ${local}`),
    ...bindings.filter(({ range }) => range.endLine < line).map(({ name, range }) => `${name} ${String(range.line)}`),
  ];
}

const ALL = samples();
/** The endings of a language. */
const LANGUAGES = ['py', 'ts tsx js jsx', 'java', 'kt', 'go', 'cs', 'rs', 'rb', 'php'].map((endings) =>
  endings.split(' '),
);

/** How much stays of what was declared before the cut, over many cuts. The rest hangs on the half that is missing. */
const STAYS = 0.8;

describe('half-typed code', () => {
  for (const endings of LANGUAGES) {
    const [title = ''] = endings;
    const own = ALL.filter((sample) => endings.includes(sample.extension));
    const cut = fc
      .constantFrom(...own)
      .chain((sample) =>
        fc.record({ sample: fc.constant(sample), at: fc.integer({ min: 0, max: sample.code.length }) }),
      );

    it(`.${title}: gives facts whose places lie in the text, wherever it ends`, async () => {
      await fc.assert(
        fc.asyncProperty(cut, async ({ sample, at }) => {
          const code = sample.code.slice(0, at);
          assertWellFormed(await factsOf({ ...sample, code }), code);
        }),
        { numRuns: 150 },
      );
    });

    it(`.${title}: gives facts whose places lie in the text, whatever is missing or typed in the middle`, async () => {
      const typed = fc.constantFrom(
        '',
        '(',
        '{',
        '"',
        "'",
        '"""',
        '`',
        '/*',
        '#',
        '\\',
        '${',
        '<',
        '@',
        '\u0000',
        '\r',
        '\ufeff',
        '\ud83d',
        'é',
      );
      await fc.assert(
        fc.asyncProperty(cut, typed, fc.integer({ min: 0, max: 12 }), async ({ sample, at }, put, missing) => {
          const code = sample.code.slice(0, at) + put + sample.code.slice(at + missing);
          assertWellFormed(await factsOf({ ...sample, code }), code);
        }),
        { numRuns: 150 },
      );
    });

    it(`.${title}: keeps what stands before the place where somebody types`, async () => {
      let before = 0;
      let kept = 0;
      for (const sample of own) {
        const { code } = sample;
        const whole = await factsOf(sample);
        for (const part of [0.3, 0.5, 0.7, 0.9]) {
          const at = Math.floor(code.length * part);
          const line = code.slice(0, at).split('\n').length;
          const left = new Set(declaredBefore(await factsOf({ ...sample, code: code.slice(0, at) }), line));
          for (const each of declaredBefore(whole, line)) {
            before += 1;
            if (left.has(each)) kept += 1;
          }
        }
      }
      assert.ok(kept >= before * STAYS, `${String(kept)} of ${String(before)} stay`);
    });
  }
});
