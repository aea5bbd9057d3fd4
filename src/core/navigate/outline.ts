import type { Catalogue, RecordField, RecordKind } from '../catalogue';
import { findProvision } from '../catalogue/lookup';
import { forceWord } from '../catalogue/words';
import { compareRange } from '../model';
import type { OutlineItem, Range } from '../model';
import { assistContext, fieldNamed } from '../records/assist-context';
import { entryOf, judgeFields } from '../records/judge';
import type { Entry, Value } from '../records/keys';
import { takeApart } from '../records/record-source';
import type { RecordSource } from '../records/record-source';
import { lastPart } from '../records/values';
import type { NavigationInput } from './input';

const MOST_ITEMS = 2000;
const DEEPEST = 6;
const LONGEST_DETAIL = 60;

/**
 * The keys of a record with what they hold; open fields say so, and what asks for them. The headings of a Markdown record
 * are the editor's own outline; its front matter is one item. Empty for files that are no records.
 */
export function outlineOf(path: string, text: string, input: NavigationInput): OutlineItem[] {
  const { catalogue, configuration, snapshot } = input;
  const context = assistContext(path, text, { ...snapshot, catalogue, configuration });
  const source = context && takeApart(path, text, context.format);
  if (source === null || context === null) return [];
  const open = context.kind === null ? new Map<string, string>() : openWords(catalogue, context.kind, source);
  const items = new Outline(source, open).items(source.keys.entries, 1);
  const [first] = items;
  if (context.format === 'yaml' || first === undefined) return items;
  const { lines } = source;
  const fence = lines.position(lines.offset({ line: context.firstLine - 1, column: 1 }));
  const nameRange = { ...fence, endLine: fence.line, endColumn: fence.column + 3 };
  const range = { ...fence, endLine: context.lastLine + 1, endColumn: 4 };
  const detail = open.size === 0 ? '' : `${open.size} open`;
  return [{ name: 'Front matter', detail, type: 'group', range, nameRange, children: items }];
}

/** What is open, by the key as it is written. */
function openWords(catalogue: Catalogue, kind: RecordKind, source: RecordSource): Map<string, string> {
  const words = new Map<string, string>();
  const judged = judgeFields(kind, source, source.lines.range(0, 0)).open;
  for (const { field: name, provisions } of judged) {
    const field: RecordField | undefined = fieldNamed(kind, name);
    const entry = field && entryOf(field, source.entries);
    if (entry) words.set(entry.key, openDetail(catalogue, provisions));
  }
  return words;
}

function openDetail(catalogue: Catalogue, provisions: readonly string[]): string {
  for (const id of provisions) {
    const provision = findProvision(catalogue, id)?.provision;
    if (provision) return `open, ${forceWord(provision) === 'requires' ? 'required' : 'recommended'} by ${id}`;
  }
  return 'open';
}

class Outline {
  private amount = 0;

  constructor(
    private readonly source: RecordSource,
    private readonly open: ReadonlyMap<string, string>,
  ) {}

  items(entries: readonly Entry[], depth: number): OutlineItem[] {
    return entries.flatMap((entry) => this.item(lastPart(entry.key), this.detail(entry), entry, entry.value, depth));
  }

  private item(
    name: string,
    detail: string,
    place: { readonly start: number; readonly end: number },
    value: Value,
    depth: number,
  ): OutlineItem[] {
    this.amount += 1;
    if (this.amount > MOST_ITEMS || depth > DEEPEST || name.trim() === '') return [];
    const children = this.children(value, depth + 1);
    const nameRange = this.range(place.start, place.end);
    const whole = this.range(place.start, Math.max(place.end, value.end));
    const type = place === value ? 'row' : value.type === 'map' ? 'group' : 'field';
    return [{ name: name.slice(0, 200), detail, type, range: reaching(whole, children), nameRange, children }];
  }

  private children(value: Value, depth: number): OutlineItem[] {
    if (value.type === 'map') return this.items(value.entries, depth);
    if (value.type !== 'list') return [];
    return value.items.flatMap((item, index) => {
      if (item.type !== 'map') return [];
      const [first, second] = item.entries.flatMap(({ value: cell }) =>
        cell.type === 'text' ? [oneLine(cell.text)] : [],
      );
      const place = { ...item, end: Math.min(item.end, this.lineEnd(item.start)) };
      const [row] = this.item(first ?? `row ${index + 1}`, second ?? '', place, item, depth);
      return row ? [{ ...row, type: 'row' as const, children: [] }] : [];
    });
  }

  private detail({ key, value }: Entry): string {
    const open = this.open.get(key);
    if (open !== undefined) return open;
    if (value.type === 'text') return oneLine(value.text);
    return value.type === 'list' ? `${value.items.length}` : '';
  }

  private lineEnd(start: number): number {
    const end = this.source.text.indexOf('\n', start);
    return end < 0 ? this.source.text.length : end;
  }

  /** Without the line breaks that YAML counts to a value. */
  private range(start: number, end: number): Range {
    const trimmed = this.source.text.slice(start, end).trimEnd().length;
    return this.source.lines.range(start, start + trimmed);
  }
}

/** Editors take an outline only where everything lies inside what it belongs to. */
function reaching(range: Range, children: readonly OutlineItem[]): Range {
  const ends = children.map((child) => child.range);
  const last = ends.sort((a, b) => compareRange(endOf(b), endOf(a)))[0];
  if (last === undefined || compareRange(endOf(last), endOf(range)) <= 0) return range;
  return { ...range, endLine: last.endLine, endColumn: last.endColumn };
}

function endOf({ endLine, endColumn }: Range): Range {
  return { line: endLine, column: endColumn, endLine, endColumn };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL - 1)}…` : line;
}
