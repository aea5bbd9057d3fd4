import { RISKS, STRIDE } from '../../model';
import type { Stride } from '../../model';
import type { Notes, ValuePath } from './notes';
import { said } from './sketch';

/** As many rows of one list as a threat model is read to. */
const MOST = 5000;

/** Reads the keys of a map of a stranger's file: what is of another kind than expected is told and then not there. */
export class Fields {
  constructor(
    private readonly value: Readonly<Record<string, unknown>>,
    readonly path: ValuePath,
    readonly notes: Notes,
  ) {}

  /** The whole file; null, and told, where it is no map. */
  static of(value: unknown, notes: Notes): Fields | null {
    if (isRecord(value)) return new Fields(value, [], notes);
    notes.wrong([], 'This is no file of a threat modelling tool: it holds no keys with values');
    return null;
  }

  /** A map without keys at the same place. */
  empty(): Fields {
    return new Fields({}, this.path, this.notes);
  }

  get(key: string): unknown {
    return Object.hasOwn(this.value, key) ? (this.value[key] ?? null) : null;
  }

  has(key: string): boolean {
    return this.get(key) !== null;
  }

  keys(): string[] {
    return Object.keys(this.value);
  }

  /** Words, or a number as words; the empty text where there are none. */
  text(key: string): string {
    const value = this.get(key);
    if (value === null) return '';
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    this.wrong(key, `${key} takes words here, not ${kindOf(value)}`);
    return '';
  }

  /** The same where words have to stand. */
  needed(key: string): string | null {
    if (!this.has(key)) {
      this.notes.wrong(this.path, `${key} is missing here${this.meant(key)}`);
      return null;
    }
    const text = this.text(key);
    const words = said(text);
    if (words === null && (text !== '' || typeof this.get(key) === 'string'))
      this.wrong(key, `${key} says nothing here`);
    return words;
  }

  flag(key: string): boolean {
    return this.get(key) === true;
  }

  number(key: string): number | null {
    const value = this.get(key);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  /** The map under a key; told where something else stands there. */
  map(key: string): Fields | null {
    const value = this.get(key);
    if (isRecord(value)) return new Fields(value, [...this.path, key], this.notes);
    if (value !== null) this.wrong(key, `${key} takes keys of its own here, not ${kindOf(value)}`);
    return null;
  }

  neededMap(key: string): Fields | null {
    if (!this.has(key)) this.notes.wrong(this.path, `${key} is missing here${this.meant(key)}`);
    return this.map(key);
  }

  /** The maps of a list; what else is in it is told. */
  maps(key: string): Fields[] {
    return this.list(key).flatMap((value, index) => {
      if (isRecord(value)) return [new Fields(value, [...this.path, key, index], this.notes)];
      if (value !== null) this.notes.wrong([...this.path, key, index], `A row takes keys here, not ${kindOf(value)}`);
      return [];
    });
  }

  texts(key: string): string[] {
    return this.list(key).flatMap((value) => (typeof value === 'string' ? [value] : []));
  }

  private list(key: string): readonly unknown[] {
    const value = this.get(key);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.wrong(key, `${key} takes a list here, not ${kindOf(value)}`);
      return [];
    }
    if (value.length > MOST) this.notes.left(`Rows after the first ${String(MOST)}`, key);
    return value.slice(0, MOST) as unknown[];
  }

  wrong(key: string, message: string): void {
    this.notes.wrong([...this.path, key], message);
  }

  /** A key of nearly that name. */
  private meant(key: string): string {
    const near = this.keys().find((each) => each.startsWith(key) || key.startsWith(each));
    return near === undefined ? '' : `; is ${near.slice(0, 60)} meant to be it?`;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys of its own';
  return typeof value === 'boolean' ? 'yes or no' : `a ${typeof value === 'string' ? 'text' : typeof value}`;
}

/** The class of harm of that name in any spelling: `Information disclosure`, `informationDisclosure`. */
export function strideOf(text: string): Stride | null {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/gu, '');
  return STRIDE.find((each) => plain(each) === plain(text)) ?? null;
}

/** One of the words of a list in any case and with any dashes. */
export function wordOf<T extends string>(text: unknown, words: readonly T[]): T | null {
  if (typeof text !== 'string') return null;
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
  return words.find((word) => word === plain) ?? null;
}

/** A risk in the words of other tools: `Critical` is the highest there is. */
export function riskWord(text: string): (typeof RISKS)[number] | null {
  return text.trim().toLowerCase() === 'critical' ? 'very-high' : wordOf(text, RISKS);
}
