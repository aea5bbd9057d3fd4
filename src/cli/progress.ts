import type { Progress } from '../core';
import type { CliStream } from './io';

const EVERY_MS = 100;

/** One line on a terminal that counts up and disappears; silent in a pipe. */
export function createProgress(stream: CliStream, wanted: boolean): { show(progress: Progress): void; clear(): void } {
  if (!wanted || !stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  let shown = false;
  return {
    show({ done, total }) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      shown = true;
      stream.write(`\r\u001B[KReading ${done} of ${total} files…`);
    },
    clear() {
      if (shown) stream.write('\r\u001B[K');
    },
  };
}
