import { writeErrorWords } from '../node/error-words';
import type { CliStream } from './io';

/** The part of a stream of the process that is needed. */
export interface OutputStream {
  write(text: string): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  readonly isTTY?: boolean;
}

/**
 * A stream of the process. A reader that went away (`| head`) is no failure and calls `gone`; any other failure, such as a
 * full disk, calls `failed` with one sentence.
 */
export function createStream(
  stream: OutputStream,
  { gone, failed }: { readonly gone: () => void; readonly failed: (sentence: string) => void },
): CliStream {
  const fail = (error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return gone();
    const words = writeErrorWords(error) ?? (error instanceof Error ? error.message : String(error));
    failed(`The output could not be written: ${words}.`);
  };
  stream.on('error', fail);
  return {
    write(text) {
      try {
        stream.write(text);
      } catch (error) {
        fail(error);
      }
    },
    isTTY: stream.isTTY === true,
  };
}
