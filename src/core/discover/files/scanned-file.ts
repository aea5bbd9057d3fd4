import { isScalar, type Document } from 'yaml';
import {
  FILE_START,
  type Confidence,
  type Pin,
  type Range,
  type Sighting,
  type SightingContext,
  type AssetKind,
} from '../../model';
import type { FileContent } from '../../ports';
import { frontMatter } from '../../records/front-matter';
import { TextLines } from '../../records/text-lines';
import { parseYaml } from '../../safe-yaml';
import { textDigest } from '../digest';
import type { Families } from '../signatures/families';
import { readPointer, type Pointer } from './pointer';

/** The header of a Markdown-like file: its YAML and what follows. */
export interface Header {
  readonly document: Document.Parsed;
  /** Offset of the YAML in the file. */
  readonly start: number;
  readonly body: string;
  /** True where the top level has that key. */
  has(key: string): boolean;
  /** The text of a top-level scalar. */
  text(key: string): string | null;
}

/** One file as the detectors see it: its path in pieces, and its content. Path pieces are in lower case but for `path`. */
export class ScannedFile {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly name: string;
  /** Name without its last extension. */
  readonly stem: string;
  /** Last extension without the dot, '' where there is none. */
  readonly extension: string;
  readonly text: string | null;
  readonly head: Uint8Array | null;
  readonly pointer: Pointer | null;
  #header: Header | null | undefined;
  #lines: TextLines | undefined;

  constructor(
    readonly path: string,
    readonly content: FileContent,
    readonly families: Families,
  ) {
    const slash = path.lastIndexOf('/');
    this.folder = slash < 0 ? '' : path.slice(0, slash);
    this.folders = this.folder === '' ? [] : this.folder.toLowerCase().split('/');
    this.name = path.slice(slash + 1).toLowerCase();
    const dot = this.name.lastIndexOf('.');
    this.stem = dot > 0 ? this.name.slice(0, dot) : this.name;
    this.extension = dot > 0 ? this.name.slice(dot + 1) : '';
    this.text = content.kind === 'text' ? content.text : null;
    this.head = content.kind === 'binary' ? content.head : null;
    this.pointer = this.text === null ? null : readPointer(this.text);
  }

  get lines(): TextLines {
    this.#lines ??= new TextLines(this.text ?? '');
    return this.#lines;
  }

  get header(): Header | null {
    if (this.#header === undefined) this.#header = this.text === null ? null : readHeader(this.text);
    return this.#header;
  }

  /** What is written below the header, or the whole text. */
  get body(): string {
    return this.header?.body ?? this.text ?? '';
  }

  inFolder(...names: readonly string[]): boolean {
    return this.folders.some((folder) => names.includes(folder));
  }

  /** Digest of the content, as records keep it. */
  get digest(): string | undefined {
    if (this.pointer) return this.pointer.digest ?? undefined;
    if (this.content.kind === 'text') return textDigest(this.content.text);
    return this.content.kind === 'binary' && this.content.hash !== null ? `sha256:${this.content.hash}` : undefined;
  }
}

function readHeader(text: string): Header | null {
  const place = frontMatter(text);
  if (!place?.closed) return null;
  const document = parseYaml(text.slice(place.start, place.end));
  if (!('contents' in document)) return null;
  const value = (key: string): unknown => {
    try {
      return document.get(key, true);
    } catch {
      return undefined;
    }
  };
  return {
    document,
    start: place.start,
    body: text.slice(place.body),
    has: (key) => value(key) !== undefined,
    text: (key) => {
      const node = value(key);
      return isScalar(node) && typeof node.value === 'string' ? node.value : null;
    },
  };
}

interface Told {
  readonly kind: AssetKind;
  readonly name: string;
  readonly signature: string;
  readonly confidence: Confidence;
  readonly pin?: Pin;
  readonly provider?: string | null;
  readonly needs?: Sighting['needs'] | undefined;
  readonly aliases?: readonly string[];
  readonly publicSource?: boolean;
  readonly context?: SightingContext;
}

/** A sighting of an asset that the file itself is. */
export function wholeFile(file: ScannedFile, told: Told): Sighting {
  const { needs, pin, provider, ...rest } = told;
  const digest = file.digest;
  return {
    ...FILE_START,
    path: file.path,
    via: 'file',
    language: null,
    use: 'definition',
    pin: pin ?? 'not-applicable',
    provider: provider ?? null,
    ...rest,
    ...(needs === undefined ? {} : { needs }),
    ...(digest === undefined ? {} : { digest }),
  };
}

/** A sighting of something that a configuration file names. */
export function named(file: ScannedFile, range: Range, told: Told & { written?: string }): Sighting {
  const { needs, pin, provider, ...rest } = told;
  return {
    ...range,
    path: file.path,
    via: 'config',
    language: null,
    use: 'use',
    pin: pin ?? 'not-applicable',
    provider: provider ?? null,
    ...rest,
    ...(needs === undefined ? {} : { needs }),
  };
}

/** Looks at one file and says what it denotes. Never throws on broken content. */
export type Detector = (file: ScannedFile) => readonly Sighting[];
