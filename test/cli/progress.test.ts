import assert from 'node:assert/strict';
import { createProgress } from '../../src/cli/progress';

function shown(wanted: boolean, isTTY: boolean): string {
  const lines: string[] = [];
  const progress = createProgress({ write: (text) => void lines.push(text), isTTY }, wanted);
  progress.show({ done: 1, total: 9 });
  progress.show({ done: 2, total: 9 });
  progress.clear();
  return lines.join('');
}

describe('cli: progress', () => {
  it('is one line on a terminal, not at every file, and gone in the end', () => {
    assert.equal(shown(true, true), '\r\u001B[KReading 1 of 9 files…\r\u001B[K');
  });
  it('is silent in a pipe, and where nobody wants it', () => {
    assert.equal(shown(true, false), '');
    assert.equal(shown(false, true), '');
  });
});
