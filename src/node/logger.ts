import type { Logger } from '../core';

/** Writes to a stream of lines: warnings and errors always, the rest only where `verbose`. Errors come with their stack. */
export function createLogger(write: (line: string) => void, verbose = false): Logger {
  return {
    info: (message) => {
      if (verbose) write(message);
    },
    warn: (message) => write(message),
    error: (message, error) => write(error === undefined ? message : `${message}\n${stackOf(error)}`),
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
