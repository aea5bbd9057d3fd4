import assert from 'node:assert/strict';
import { partKinds, type SignatureRow } from '../../../src/core/catalogue';
import { sightingsIn } from '../../../src/core/discover/code-sightings';
import { CodeParser } from '../../../src/core/discover/languages';
import { SignatureLibrary } from '../../../src/core/discover/signatures/library';
import { isDocumentedKind, type AssetKind, type FileFacts } from '../../../src/core/model';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { renameImports, underOtherModule } from './support/imports';
import { extensionFor } from './support/languages';

const catalogue = testCatalogue();
const library = new SignatureLibrary(catalogue.signatures, catalogue.families);
const parser = CodeParser.create(testGrammars);

/**
 * What the real parser and matcher find in `code`: "kind name", each once, with the signatures that said so. Agents, tools
 * and the like only where the row speaks of them: those of other rows are their own examples' business.
 */
async function found(language: string, code: string, parts = true): Promise<{ names: string[]; signatures: string[] }> {
  const path = `example.${extensionFor(language)}`;
  const parsed = await parser.parse(path, code);
  assert.ok(parsed !== null && !parsed.hasErrors, `the example does not parse:\n${code}`);
  const facts: FileFacts = {
    path,
    hash: null,
    code: parsed,
    sightings: [],
    record: null,
    prose: null,
    suppressions: [],
  };
  const { sightings } = sightingsIn(path, new Map([[path, facts]]), library);
  const names = new Set(
    sightings.filter(({ kind }) => parts || isDocumentedKind(kind)).map(({ kind, name }) => `${kind} ${name}`),
  );
  return { names: [...names].sort(), signatures: sightings.map(({ signature }) => signature) };
}

function speaksOfParts(row: SignatureRow): boolean {
  return (Object.keys(partKinds) as (keyof typeof partKinds)[]).some((key) => row[key] !== undefined);
}

/** Code that imports nothing uses what a page has loaded: the same with a thing of its own under that name. */
function boundHere(language: string, code: string, modules: readonly string[]): string | null {
  if (!/script$/.test(language) || /\b(?:import|require)\b/.test(code)) return null;
  const used = modules.filter((module) => new RegExp(`(?<![\\w.'"])${module.replace(/\W/g, '\\$&')}\\.`).test(code));
  return used.length === 0 ? null : `${used.map((name) => `const ${name} = own();`).join('\n')}\n${code}`;
}

function isPart(expected: string): boolean {
  return !isDocumentedKind(expected.slice(0, expected.indexOf(' ')) as AssetKind);
}

describe('examples of signatures', () => {
  for (const file of catalogue.signatures) {
    const modules = Object.values(file.modules).flat();
    describe(file.id, () => {
      for (const row of file.rows) {
        row.examples.forEach(({ language, code, expect, alias }, at) => {
          const parts = speaksOfParts(row) || expect.some(isPart);
          const title = `${row.id} ${language} ${String(at + 1)}`;
          it(`${title}: as written`, async () => {
            const { names, signatures } = await found(language, code, parts);
            assert.deepEqual(names, [...expect].sort(), code);
            assert.ok(signatures.includes(row.id), `${row.id} itself finds nothing; found by ${signatures.join(', ')}`);
          });
          if (alias) {
            it(`${title}: under other names`, async () => {
              const renamed = renameImports(language, code);
              assert.notEqual(renamed, code, 'no import can be renamed: say `alias: false`');
              assert.deepEqual((await found(language, renamed, parts)).names, [...expect].sort(), renamed);
            });
          }
          if (!row.anywhere) {
            it(`${title}: of another module`, async () => {
              const others = [...modules, ...(row.modules ?? [])];
              const other = boundHere(language, code, row.modules ?? []) ?? underOtherModule(language, code, others);
              assert.notEqual(other, code, 'the example imports nothing of the library');
              const { signatures } = await found(language, other);
              assert.ok(!signatures.includes(row.id), other);
            });
          }
        });
        row.nearMisses.forEach(({ language, code }, at) => {
          it(`${row.id} ${language} near miss ${String(at + 1)}`, async () => {
            assert.deepEqual((await found(language, code, speaksOfParts(row))).names, [], code);
          });
        });
      }
    });
  }
});
