import type { TextLines } from './text-lines';

/** A line of YAML around a position. */
export interface YamlLine {
  readonly indent: number;
  /** The key before the colon; null where there is no colon yet. */
  readonly key: string | null;
  /** Columns of the key's first character and of the character behind its colon. */
  readonly keyColumn: number;
  readonly valueColumn: number;
  /** The line begins with `- `. */
  readonly item: boolean;
}

const LINE = /^(\s*)((?:-\s+)*)(?:["']?([A-Za-z][\w.-]*)["']?[ \t]*:(?=\s|$))?/u;

export function yamlLine(text: string): YamlLine {
  const [all = '', spaces = '', dashes = '', key] = LINE.exec(text) ?? [];
  return {
    indent: spaces.length + dashes.length,
    key: key ?? null,
    keyColumn: spaces.length + dashes.length + 1,
    valueColumn: all.length + 1,
    item: dashes !== '' || /^\s*-\s*$/u.test(text),
  };
}

/**
 * The keys above a line that it belongs to, outermost first; a list may stand at the indentation of its key. Lines before
 * `firstLine` are not looked at.
 */
export function parentKeys(lines: TextLines, line: number, firstLine = 1): string[] {
  let { start, dash } = placeOf(lines.lineAt(line));
  const keys: string[] = [];
  for (let above = line - 1; above >= firstLine && (start > 0 || dash); above -= 1) {
    const text = lines.lineAt(above);
    if (/^\s*(#|$)/u.test(text)) continue;
    const place = placeOf(text);
    const inside = place.start < start || (dash && !place.dash && place.start === start);
    if (!inside) continue;
    // The key behind a dash is a brother of what stands below it at the same column, and the parent of what stands deeper.
    const { key, indent } = yamlLine(text);
    if (key !== null && (!place.dash || indent < start || (indent === start && dash))) keys.unshift(key);
    ({ start, dash } = place);
  }
  return keys;
}

/** Where the first mark of a line stands, and whether it is the dash of an item. */
function placeOf(text: string): { start: number; dash: boolean } {
  const start = text.length - text.trimStart().length;
  return { start, dash: text[start] === '-' };
}
