import type { FileLink, Range } from '../model';
import { assetIndexOf } from '../records/documents/asset-index';
import { assistContext } from '../records/assist-context';
import type { Entry, Value } from '../records/keys';
import { projectPath } from '../records/links';
import { takeApart } from '../records/record-source';
import type { RecordSource } from '../records/record-source';
import { coversOf } from '../records/references';
import { visibleLines } from '../records/sections';
import type { NavigationInput } from './input';

const MOST_LINKS = 500;
const LONGEST_VALUE = 400;

/** Whether the project has a file of that path. */
type Holds = (path: string) => boolean;

/**
 * What of a record leads to a file of the project: the assets it covers, evidence, and every path of a file that is there,
 * with a line behind it or not. Links of Markdown are the editor's own.
 */
export function linksIn(path: string, text: string, input: NavigationInput & { readonly holds: Holds }): FileLink[] {
  const { catalogue, configuration, snapshot } = input;
  const context = assistContext(path, text, { ...snapshot, catalogue, configuration });
  const source = context && takeApart(path, text, context.format);
  if (source === null || context === null) return [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const places = new PathPlaces(source, [folder, ''], input.holds);
  const found = [
    ...coveredSites(source, input),
    ...inValues(places, source.keys.entries),
    ...(context.format === 'markdown' ? inBody(places, source, context.lastLine) : []),
  ];
  return found.slice(0, MOST_LINKS);
}

function* coveredSites(source: RecordSource, { snapshot }: NavigationInput): Iterable<FileLink> {
  const { covers } = coversOf(null, source);
  if (covers.length === 0) return;
  const index = assetIndexOf(snapshot.assets);
  for (const { asset, range } of covers) {
    const [only, ...more] = index.covered(asset);
    const site = more.length === 0 ? only?.sites[0] : undefined;
    if (site) yield { range, path: site.path, at: { line: site.line, column: site.column } };
  }
}

function* inValues(places: PathPlaces, entries: readonly Entry[]): Iterable<FileLink> {
  const waiting: Value[] = entries.map((entry) => entry.value).reverse();
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value.type === 'list') waiting.push(...[...value.items].reverse());
    else if (value.type === 'map') waiting.push(...value.entries.map((entry) => entry.value).reverse());
    else if (value.type === 'text' && value.text.length <= LONGEST_VALUE) {
      const link = places.link(value.text, value.start, value.end);
      if (link) yield link;
    }
  }
}

const LINK = /\[[^\]\n]{0,400}\]\([^()\n]{0,400}\)|<[^<>\n]{0,400}>/gu;
/** `src/my file.py:12` as a whole item, with the cell of a notebook behind it. */
const ITEM = /^(\s*[-*+]\s+`?)([^`\n]{1,400}?:\d{1,7})`?(?:\s+\(cell[^()\n]{0,40}\))?`?\s*$/u;
const TOKEN = /[^\s`"'()<>|,;*]{3,400}/gu;

function* inBody(places: PathPlaces, source: RecordSource, lastLine: number): Iterable<FileLink> {
  const from = source.lines.offset({ line: lastLine + 2, column: 1 });
  for (const line of visibleLines(source.text, from)) {
    // Longer lines are text that somebody pasted.
    if (line.text.length > 2000 || !/[/.:]/u.test(line.text)) continue;
    const [all, lead = '', whole = ''] = ITEM.exec(line.text) ?? [];
    const start = line.start + lead.length;
    const item = all === undefined ? null : places.link(whole, start, start + whole.length);
    if (item) yield item;
    else yield* tokens(places, line.text.replace(LINK, blank), line.start);
  }
}

function* tokens(places: PathPlaces, text: string, start: number): Iterable<FileLink> {
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0].replace(/[.:]+$/u, '');
    const at = start + match.index;
    const link = /[/:]/u.test(token) ? places.link(token, at, at + token.length) : null;
    if (link) yield link;
  }
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

const PLACE = /^(.+?)(?::(\d{1,7})(?::(\d{1,7}))?|#L(\d{1,7}))?$/u;

/** Turns texts into links where the file is there: seen from the record's folder, then from the top. */
class PathPlaces {
  constructor(
    private readonly source: RecordSource,
    private readonly bases: readonly string[],
    private readonly holds: Holds,
  ) {}

  link(text: string, start: number, end: number): FileLink | null {
    const [, written = '', line, column, anchor] = PLACE.exec(text.trim()) ?? [];
    if (written === '' || !/[/.]/u.test(written)) return null;
    // Evidence may name a heading: `docs/process.md#Reviews`.
    const hash = written.indexOf('#');
    const tried = hash > 0 ? [written, written.slice(0, hash)] : [written];
    const path = tried
      .flatMap((each) => this.bases.map((base) => projectPath(base + each)))
      .find((each) => each !== null && this.holds(each));
    if (path === undefined || path === null) return null;
    const number = line ?? anchor;
    const at = number === undefined ? null : { line: Number(number), column: Number(column ?? 1) };
    return { range: this.range(start, end), path, at };
  }

  private range(start: number, end: number): Range {
    return this.source.lines.range(start, end);
  }
}
