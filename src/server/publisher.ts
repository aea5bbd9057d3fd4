import type { Diagnostic } from 'vscode-languageserver';

/** Sends the diagnostics of a document only when they differ from what was sent last, and clears them when they are gone. */
export class Publisher {
  readonly #send: (uri: string, diagnostics: Diagnostic[]) => void;
  /** What was sent last, by owner and URI. */
  readonly #sent = new Map<string, ReadonlyMap<string, Diagnostic[]>>();

  constructor(send: (uri: string, diagnostics: Diagnostic[]) => void) {
    this.#send = send;
  }

  /** `owner` is the project; while a document passes from one to another, the one that still shows something wins. */
  publish(owner: string, diagnostics: ReadonlyMap<string, Diagnostic[]>): void {
    const before = this.#sent.get(owner);
    this.#sent.set(owner, diagnostics);
    for (const uri of before?.keys() ?? []) if (!diagnostics.has(uri)) this.#send(uri, this.#stillShown(uri));
    for (const [uri, list] of diagnostics) if (!sameDiagnostics(before?.get(uri), list)) this.#send(uri, list);
  }

  /** Forgets an owner and clears what it showed. */
  clear(owner: string): void {
    this.publish(owner, new Map());
    this.#sent.delete(owner);
  }

  #stillShown(uri: string): Diagnostic[] {
    for (const documents of this.#sent.values()) {
      const sent = documents.get(uri);
      if (sent) return sent;
    }
    return [];
  }
}

/** Diagnostics of findings that did not change are the same objects; only others have to be compared. */
function sameDiagnostics(before: readonly Diagnostic[] | undefined, now: readonly Diagnostic[]): boolean {
  if (before?.length !== now.length) return false;
  return before.every((each, at) => each === now[at]) || JSON.stringify(before) === JSON.stringify(now);
}
