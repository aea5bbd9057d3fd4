import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { createStream } from '../../src/cli/stream';

class Broken extends EventEmitter {
  constructor(
    readonly code: string,
    readonly how: 'throws' | 'tells',
  ) {
    super();
  }
  write(): void {
    const error = Object.assign(new Error(`${this.code}: write`), { code: this.code, syscall: 'write' });
    if (this.how === 'throws') throw error;
    this.emit('error', error);
  }
}

describe('cli: streams of the process', () => {
  const cases = [
    ['EPIPE', ['gone']],
    ['ENOSPC', ['The output could not be written: the disk is full.']],
    ['EIO', ['The output could not be written: the disk could not write it.']],
  ] as const;
  for (const how of ['throws', 'tells'] as const) {
    for (const [code, expected] of cases) {
      it(`${code}, where the stream ${how} it`, () => {
        const said: string[] = [];
        const stream = createStream(new Broken(code, how), {
          gone: () => void said.push('gone'),
          failed: (sentence) => void said.push(sentence),
        });
        stream.write('x');
        assert.deepEqual(said, expected);
      });
    }
  }
});
