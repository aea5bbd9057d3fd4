import type { RecordLink } from '../model';
import type { Entry, Value } from './keys';
import type { RecordSource } from './record-source';
import { visibleLines } from './sections';
import { lastPart } from './values';

const MOST_LINKS = 500;
const MARKDOWN_LINK = /\]\([ \t]*<?([^()\s<>]{1,400})>?(?:[ \t]+"[^"\n]{0,200}")?[ \t]*\)/gu;
const EVIDENCE_KEYS = new Set(['evidence', 'link', 'links', 'adopted-from']);
/** Inside an entry of evidence: the column that says where it lies. */
const PLACE_KEYS = new Set(['path', 'file', 'where', 'reference', 'ref']);

/**
 * The files of the project that a record leads to: links in its text, and what stands under `evidence` and looks like a
 * path. Addresses elsewhere, globs, placeholders and what would lead out of the project are left out.
 */
export function linksOf(source: RecordSource, bodyStart: number | null): RecordLink[] {
  const found = [...inKeys(source), ...(bodyStart === null ? [] : inBody(source, bodyStart))];
  return found.slice(0, MOST_LINKS);
}

function* inBody(source: RecordSource, from: number): Iterable<RecordLink> {
  const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
  for (const line of visibleLines(source.text, from)) {
    if (!line.text.includes('](')) continue;
    for (const match of withoutCode(line.text).matchAll(MARKDOWN_LINK)) {
      const target = match[1] ?? '';
      const link = linkTo(target, [folder], source, line.start + match.index + match[0].indexOf(target));
      if (link) yield link;
    }
  }
}

/** Spans of code left blank, so that places stay where they are. */
function withoutCode(line: string): string {
  return line.replace(/`[^`\n]*`/gu, (span) => ' '.repeat(span.length));
}

function* inKeys(source: RecordSource): Iterable<RecordLink> {
  const folder = source.path.slice(0, source.path.lastIndexOf('/') + 1);
  const waiting: Entry[] = [...source.keys.entries].reverse();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const named = EVIDENCE_KEYS.has(lastPart(entry.key));
    for (const value of named ? texts(entry.value) : []) {
      if (!looksLikePath(value.text)) continue;
      const link = linkTo(value.text.trim(), [folder, ''], source, value.start);
      if (link) yield { ...link, range: source.lines.range(value.start, value.end) };
    }
    if (!named) waiting.push(...inner(entry.value).reverse());
  }
}

function inner(value: Value): Entry[] {
  if (value.type === 'map') return [...value.entries];
  return value.type === 'list' ? value.items.flatMap(inner) : [];
}

type Text = Value & { type: 'text' };

/** The texts of an entry, of the items of a list, and of the place column of rows. */
function texts(value: Value): Text[] {
  if (value.type === 'text') return [value];
  if (value.type === 'list') return value.items.flatMap(texts);
  if (value.type !== 'map') return [];
  return value.entries.flatMap((entry) => (PLACE_KEYS.has(lastPart(entry.key)) ? texts(entry.value) : []));
}

/** `reports/red-team.md`, with a line behind it if need be; sentences are none. */
function looksLikePath(text: string): boolean {
  return /^[^\s*?{}<>|"]{1,400}$/u.test(text.trim()) && /\/|\.[A-Za-z][A-Za-z0-9]{0,7}(?:[:#]\S*)?$/u.test(text.trim());
}

function linkTo(target: string, bases: readonly string[], source: RecordSource, start: number): RecordLink | null {
  if (/^[a-z][a-z0-9+.-]*:(?!\d)|^\/\/|^#|\{\{|^www\./iu.test(target)) return null;
  const written = decoded(target.replace(/[#?].*$/u, '').replace(/(?::\d+){1,2}$/u, ''));
  if (written === '' || written.includes('*')) return null;
  const from = written.startsWith('/') ? [''] : bases;
  const paths = from.map((base) => projectPath(base + written)).filter((path) => path !== null);
  // What lies outside the project cannot be told.
  if (paths.length === 0) return null;
  return { written, paths, range: source.lines.range(start, start + target.length) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Project-relative without `.` and `..`; null where it leads out. */
export function projectPath(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('/');
}
