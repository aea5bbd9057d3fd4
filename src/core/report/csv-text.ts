/** Rows as RFC 4180 has them: CRLF, quotes where they are needed, the same number of cells in each row. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}

/**
 * Spreadsheets take a cell that begins with one of these for a formula and would run it (also after blanks, and in the wide
 * forms of these marks): an apostrophe before it makes it text.
 */
function guarded(text: string): string {
  return /^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
