import assert from 'node:assert/strict';
import fc from 'fast-check';
import { looksBinary } from '../../src/node/decode';

const isControl = (byte: number) => byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27;

describe('node: what looks binary', () => {
  it('counts the bytes of no text, wherever they lie', () => {
    const byte = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 32, max: 255 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 31 }) },
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), fc.nat(7), (bytes, from) => {
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
        // Of a larger buffer, as files are read: it may begin anywhere.
        const view = Uint8Array.from([...Array<number>(from).fill(1), ...bytes]).subarray(from);
        assert.equal(looksBinary(view), bytes.filter(isControl).length > bytes.length / 20);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any NUL for a sign', () =>
    assert.equal(looksBinary(Uint8Array.from([...Array<number>(99).fill(65), 0])), true));
});
