import { frontMatter, unclosedWords } from './front-matter';
import { flatEntries, readKeys } from './keys';
import type { Entry, Keys, Trouble } from './keys';
import { readSections } from './sections';
import type { Section } from './sections';
import { TextLines } from './text-lines';

/** A file that may be a record, taken apart. */
export interface RecordSource {
  readonly path: string;
  readonly text: string;
  readonly lines: TextLines;
  readonly keys: Keys;
  /** By dotted name. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Headings of the body; empty in YAML. */
  readonly sections: readonly Section[];
  readonly trouble: readonly Trouble[];
  /** The front matter has no end. */
  readonly unclosed: boolean;
}

export type RecordFormat = 'markdown' | 'yaml';

/** By the ending of its name; null for files that cannot be records. */
export function formatOf(path: string): RecordFormat | null {
  if (/\.(md|markdown|mdx)$/iu.test(path)) return 'markdown';
  return /\.ya?ml$/iu.test(path) ? 'yaml' : null;
}

/** The YAML of a file and where it begins; null for Markdown without front matter. */
export function yamlOf(text: string, format: RecordFormat): { yaml: string; start: number; end: number } | null {
  if (format === 'yaml') {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { yaml: text.slice(start), start, end: text.length };
  }
  const front = frontMatter(text);
  return front && { yaml: text.slice(front.start, front.end), start: front.start, end: front.end };
}

/** Takes a file apart; null for Markdown without front matter. */
export function takeApart(path: string, text: string, format: RecordFormat): RecordSource | null {
  const yaml = yamlOf(text, format);
  if (yaml === null) return null;
  const keys = readKeys(yaml.yaml, yaml.start);
  const front = format === 'markdown' ? frontMatter(text) : null;
  const trouble: Trouble[] = [];
  // What else the YAML is said to be wrong about comes of the missing line.
  if (front?.closed !== false) trouble.push(...keys.trouble);
  else {
    trouble.push({ message: unclosedWords(front), ...front.broken });
  }
  return {
    path,
    text,
    lines: new TextLines(text),
    keys,
    entries: flatEntries(keys.entries),
    sections: front ? readSections(text, front.body) : [],
    trouble,
    unclosed: front?.closed === false,
  };
}
