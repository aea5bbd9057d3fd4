const LONGEST = 2 * 1024 * 1024;
const MOST_ROWS = 5000;

/** One line of CSV. What a spreadsheet would take for a formula is made text. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(/^[=+\-@\t]/u.test(cell) ? `'${cell}` : cell)).join(',') + '\r\n';
}

function quoted(cell: string): string {
  return /[",;\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The rows of a CSV text, with commas, semicolons or tabs between cells, whatever stands most often in its first line. Line
 * ends inside quotes belong to the cell. What is too long is cut.
 */
export function csvRows(text: string): string[][] {
  const plain = text.slice(text.charCodeAt(0) === 0xfeff ? 1 : 0, LONGEST);
  const separator = separatorOf(plain.slice(0, Math.max(plain.indexOf('\n'), 0) || plain.length));
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < plain.length && rows.length < MOST_ROWS) {
    const cell = cellAt(plain, at, separator);
    row.push(cell.text);
    at = cell.end;
    if (plain[at] === separator) {
      at += 1;
      if (at < plain.length) continue;
      row.push('');
    }
    if (plain[at] === '\r') at += 1;
    if (plain[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
}

function separatorOf(line: string): string {
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A cell and where it ends: at a separator, a line end or the end. */
function cellAt(text: string, start: number, separator: string): { text: string; end: number } {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { text: text.slice(start, end), end };
  }
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return { text: parts.join('') + text.slice(at), end: text.length };
    parts.push(text.slice(at, close));
    if (text[close + 1] !== '"') return { text: parts.join(''), end: behindQuotes(text, close + 1, separator) };
    parts.push('"');
    at = close + 2;
  }
}

/** What stands between the closing quotes and the next separator belongs to nothing. */
function behindQuotes(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}
