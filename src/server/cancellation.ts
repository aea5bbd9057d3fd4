import type { CancellationToken } from 'vscode-languageserver';
import type { Cancellation } from '../core';

/** A cancellation that its owner can trigger. */
export class CancellationSource implements Cancellation {
  #cancelled = false;

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
  }
}

/** The client's way of saying stop, as the core understands it. */
export function cancellationOf(token: CancellationToken): Cancellation {
  return {
    get cancelled() {
      return token.isCancellationRequested;
    },
  };
}
