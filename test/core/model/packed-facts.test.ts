import assert from 'node:assert/strict';
import { CodePacker, hasCode, packedCode, withPackedCode } from '../../../src/core/model/packed-facts';
import type { CodeFacts, FileFacts } from '../../../src/core';

const place = { line: 1, column: 1, endLine: 1, endColumn: 9 };
const codeOf = (text: string): CodeFacts => ({
  ...{ language: 'python', imports: [], bindings: [], calls: [], hasErrors: false },
  comments: [{ text, range: place }],
});
const factsOf = (path: string, code: CodeFacts | null): FileFacts => ({
  ...{ path, hash: null, code, sightings: [], record: null, prose: null, suppressions: [] },
});

describe('model: facts with code that is packed in time', () => {
  it('says the same before it is packed and after', () => {
    const packer = new CodePacker();
    const codes = Array.from({ length: 600 }, (_, at) => codeOf(`# ${at}`));
    const taken = codes.map((code, at) => packer.take(factsOf(`${at}.py`, code)));
    assert.deepEqual(
      taken.map(({ code }) => code),
      codes,
    );
    assert.deepEqual(
      taken.map((facts) => packedCode(facts)),
      codes.map((code) => packedCode(factsOf('a.py', code))),
    );
    assert.ok(taken.every(hasCode));
    // The first are packed, the last are what they were.
    assert.notEqual(taken[0]?.code, codes[0]);
    assert.equal(taken.at(-1)?.code, codes.at(-1));
  });

  it('takes what has no code, or packed code, as it is', () => {
    const packer = new CodePacker();
    const without = factsOf('a.md', null);
    assert.equal(packer.take(without), without);
    assert.equal(hasCode(without), false);
    assert.equal(packedCode(without), null);
    const json = packedCode(factsOf('a.py', codeOf('# a'))) ?? '';
    const packed = withPackedCode(without, () => json);
    assert.equal(packer.take(packed), packed);
    assert.deepEqual(packed.code, codeOf('# a'));
  });
});
