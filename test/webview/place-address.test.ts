import assert from 'node:assert/strict';
import { placeOfAddress } from '../../src/webview/life-cycle/place-address';

describe('addresses of places in a page', () => {
  const cases: readonly (readonly [string, ReturnType<typeof placeOfAddress>])[] = [
    ['#place:12:src%2Fa%20b.py', { path: 'src/a b.py', line: 12 }],
    ['#place:0:README.md', { path: 'README.md', line: null }],
    ['#p-5.2.1-1', null],
    ['#place:x:a', null],
    ['#place:1:', null],
    ['#place:1:%E0%A4', null],
    ['https://example.org/#place:1:a', null],
  ];
  for (const [address, place] of cases) {
    it(`reads ${address}`, () => assert.deepEqual(placeOfAddress(address), place));
  }
});
