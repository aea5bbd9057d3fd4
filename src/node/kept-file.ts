import { readFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import type { FileFacts } from '../core';
import { factsOf } from './facts-texts';
import type { FactsTexts } from './facts-texts';

/** What is kept of one file. */
export interface KeptEntry {
  readonly path: string;
  /** Null where the file has to be read again. */
  readonly stamp: string | null;
  readonly hash: string;
  /** Null where what was kept is broken. */
  facts(): FileFacts | null;
  texts(): FactsTexts;
}

/** Everything that is to be kept. */
interface Kept {
  readonly stamp: string;
  readonly salt: string;
  readonly entries: readonly KeptEntry[];
  /** What code shows together. */
  readonly shown: unknown;
}

/** Text of all facts together; what is beyond is left out, and read again next time. */
const LARGEST = 192 * 1024 * 1024;

/**
 * First line: where everything stands, as JSON. Then all texts one after the other. A file of which nothing is to be said
 * has no text. Each text has a check, so that a broken one is told from a good one when it is read.
 */
interface Head {
  readonly stamp: string;
  readonly salt: string;
  readonly paths: readonly string[];
  readonly stamps: readonly (string | null)[];
  readonly hashes: readonly string[];
  /** Index of a path, bytes of its facts, bytes of its code, check. */
  readonly texts: readonly (readonly [number, number, number, string])[];
  readonly shown: readonly [number, string];
}

interface Place {
  readonly at: number;
  readonly rest: number;
  readonly code: number;
  readonly check: string;
}

/** What an earlier run kept. Texts are read when they are asked for. */
export class KeptFile {
  readonly #places = new Map<number, Place>();
  readonly #index: ReadonlyMap<string, number>;
  readonly #shownAt: number;

  private constructor(
    private readonly head: Head,
    private readonly body: Buffer,
  ) {
    this.#index = new Map(head.paths.map((path, at) => [path, at]));
    let at = 0;
    for (const [index, rest, code, check] of head.texts) {
      this.#places.set(index, { at, rest, code, check });
      at += rest + code;
    }
    this.#shownAt = at;
  }

  static empty(): KeptFile {
    const head = { stamp: '', salt: '', paths: [], stamps: [], hashes: [], texts: [], shown: [0, ''] as const };
    return new KeptFile(head, Buffer.alloc(0));
  }

  /** Null where there is none, another build wrote it, or it is broken. */
  static read(path: string, stamp: string): KeptFile | null {
    try {
      const bytes = readFileSync(path);
      const end = bytes.indexOf(10);
      const head = JSON.parse(bytes.toString('utf8', 0, end)) as Head;
      if (head.stamp !== stamp || end < 0) return null;
      return new KeptFile(head, bytes.subarray(end + 1));
    } catch {
      return null;
    }
  }

  get salt(): string {
    return this.head.salt;
  }

  get size(): number {
    return this.head.paths.length;
  }

  entry(path: string): KeptEntry | null {
    const index = this.#index.get(path);
    if (index === undefined) return null;
    const { stamps, hashes } = this.head;
    const texts = () => this.#texts(index) ?? (['', ''] as const);
    const facts = () => this.#facts(path, index);
    return { path, stamp: stamps[index] ?? null, hash: hashes[index] ?? '', facts, texts };
  }

  /** What code showed together; null where that is not known. */
  code(): unknown {
    const [length, check] = this.head.shown;
    const text = this.#checked(this.#shownAt, length, check);
    return text === null || text === '' ? null : (JSON.parse(text) as unknown);
  }

  #facts(path: string, index: number): FileFacts | null {
    const place = this.#places.get(index) ?? { at: 0, rest: 0, code: 0 };
    const texts = this.#texts(index);
    if (texts === null) return null;
    const from = place.at + place.rest;
    const code = place.code === 0 ? null : () => this.body.toString('utf8', from, from + place.code);
    return factsOf(path, this.head.hashes[index] ?? '', texts[0], code);
  }

  #texts(index: number): FactsTexts | null {
    const place = this.#places.get(index);
    if (!place) return ['', ''];
    const both = this.body.subarray(place.at, place.at + place.rest + place.code);
    if (both.length !== place.rest + place.code || checkOf(both) !== place.check) return null;
    return [both.toString('utf8', 0, place.rest), both.toString('utf8', place.rest)];
  }

  #checked(at: number, length: number, check: string): string | null {
    const bytes = this.body.subarray(at, at + length);
    return bytes.length === length && checkOf(bytes) === check ? bytes.toString('utf8') : null;
  }
}

/** The file as it is written. */
export function keptText({ stamp, salt, entries, shown }: Kept): Buffer {
  const head = { stamp, salt, paths: [] as string[], stamps: [] as (string | null)[], hashes: [] as string[] };
  const texts: [number, number, number, string][] = [];
  const parts: Buffer[] = [];
  let size = 0;
  for (const entry of entries) {
    const [rest, code] = entry.texts();
    const both = Buffer.from(rest + code);
    if (size + both.length > LARGEST) continue;
    size += both.length;
    if (both.length > 0) {
      const first = Buffer.byteLength(rest);
      texts.push([head.paths.length, first, both.length - first, checkOf(both)]);
      parts.push(both);
    }
    head.paths.push(entry.path);
    head.stamps.push(entry.stamp);
    head.hashes.push(entry.hash);
  }
  const together = Buffer.from(shown === null ? '' : JSON.stringify(shown));
  const first = { ...head, texts, shown: [together.length, checkOf(together)] };
  return Buffer.concat([Buffer.from(`${JSON.stringify(first)}\n`), ...parts, together]);
}

function checkOf(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'hex').slice(0, 10);
}
