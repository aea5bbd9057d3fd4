import type { AssetDescription, DescribingFile, DocumentedKind, FactName, Range, StatedFact } from '../../model';
import { isAnswer } from '../answers';
import { TextLines } from '../text-lines';
import { plainText, textsOf } from './value-texts';
import type { Value } from '../keys';

/** One file as the readers see it. */
export class ImportFile {
  /** Last part of the path, in lower case. */
  readonly name: string;
  /** Without a slash at the end; '' at the top. */
  readonly folder: string;
  #lines: TextLines | undefined;

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    const slash = path.lastIndexOf('/');
    this.name = path.slice(slash + 1).toLowerCase();
    this.folder = slash < 0 ? '' : path.slice(0, slash);
  }

  range(start: number, end: number): Range {
    this.#lines ??= new TextLines(this.text);
    return this.#lines.range(start, end);
  }

  /** A path that the file writes down, seen from the top; null where it leads out or is an address. */
  beside(path: string): string | null {
    if (path === '' || path.length > 400 || /^[a-z][a-z0-9+.-]*:|^\/|\\/iu.test(path)) return null;
    const parts = this.folder === '' ? [] : this.folder.split('/');
    for (const part of path.split('/')) {
      if (part === '..') {
        if (parts.pop() === undefined) return null;
      } else if (part !== '' && part !== '.') parts.push(part);
    }
    return parts.length === 0 ? null : parts.join('/');
  }
}

/** Reads one format in which people describe assets. Pure; never throws, whatever the file holds. */
export interface DescriptionReader {
  /** As people call a document of this format. */
  readonly label: string;
  /** A cheap look at name and text; `read` may still find nothing. */
  readonly claims: (file: ImportFile) => boolean;
  readonly read: (file: ImportFile, label: string) => DescribingFile;
}

export const NOTHING: DescribingFile = { descriptions: [], problems: [] };

const MOST_TEXTS = 12;
const LONGEST_TEXT = 280;

/** Gathers what a document states; what answers nothing (placeholders, empty values) is left out. */
export class Statements {
  readonly #facts: Partial<Record<FactName, StatedFact>> = {};

  constructor(private readonly file: ImportFile) {}

  /** Takes the texts of a value, unless something was said already. `write` turns them into words of their own. */
  value(name: FactName, value: Value | undefined, write: (texts: string[]) => string[] = (texts) => texts): this {
    return value === undefined ? this : this.texts(name, write(textsOf(value)), value);
  }

  texts(name: FactName, texts: readonly string[], place: { readonly start: number; readonly end: number }): this {
    const told = texts.filter((text) => isAnswer(text)).map((text) => shortened(plainText(text)));
    if (this.#facts[name] !== undefined || told.length === 0) return this;
    const range = this.file.range(place.start, Math.max(place.start, place.end));
    this.#facts[name] = { texts: [...new Set(told)].slice(0, MOST_TEXTS), range };
    return this;
  }

  get facts(): AssetDescription['facts'] {
    return this.#facts;
  }
}

/** Cut at a word where it is long; who wants to read more finds the place. */
function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const cut = text.slice(0, LONGEST_TEXT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TEXT / 2))} …`;
}

interface About {
  readonly label: string;
  readonly kind: DocumentedKind;
  readonly names?: readonly (string | null | undefined)[];
  readonly paths?: readonly (string | null)[];
  readonly ownHeader?: boolean;
  readonly place?: { readonly start: number; readonly end: number };
}

const MOST_NAMES = 20;

/** What a file states about one asset. */
export function description(file: ImportFile, about: About, statements: Statements): AssetDescription {
  const some = (texts: About['names'] = []) => [
    ...new Set(texts.flatMap((text) => (text && text.trim() !== '' && text.length <= 300 ? [text.trim()] : []))),
  ];
  const { start, end } = about.place ?? { start: 0, end: 0 };
  return {
    path: file.path,
    label: about.label,
    kind: about.kind,
    names: some(about.names).slice(0, MOST_NAMES),
    paths: some(about.paths).slice(0, MOST_NAMES),
    ownHeader: about.ownHeader ?? false,
    facts: statements.facts,
    range: file.range(start, end),
  };
}
