import type { Diagnostic } from 'vscode-languageserver';

interface Sent {
  readonly text: string;
  readonly list: Diagnostic[];
}

/** Sends the diagnostics of a document only when they differ from what was sent last, and clears them when they are gone. */
export class Publisher {
  readonly #send: (uri: string, diagnostics: Diagnostic[]) => void;
  /** What was sent last, by owner and URI. */
  readonly #sent = new Map<string, ReadonlyMap<string, Sent>>();

  constructor(send: (uri: string, diagnostics: Diagnostic[]) => void) {
    this.#send = send;
  }

  /** `owner` is the project; while a document passes from one to another, the one that still shows something wins. */
  publish(owner: string, diagnostics: ReadonlyMap<string, Diagnostic[]>): void {
    const before = this.#sent.get(owner);
    const now = new Map([...diagnostics].map(([uri, list]) => [uri, { text: JSON.stringify(list), list }]));
    this.#sent.set(owner, now);
    for (const uri of before?.keys() ?? []) if (!now.has(uri)) this.#send(uri, this.#stillShown(uri));
    for (const [uri, { text, list }] of now) if (before?.get(uri)?.text !== text) this.#send(uri, list);
  }

  /** Forgets an owner and clears what it showed. */
  clear(owner: string): void {
    this.publish(owner, new Map());
    this.#sent.delete(owner);
  }

  #stillShown(uri: string): Diagnostic[] {
    for (const documents of this.#sent.values()) {
      const sent = documents.get(uri);
      if (sent) return sent.list;
    }
    return [];
  }
}
