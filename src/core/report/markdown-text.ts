/** Words of the repository in Markdown: on one line, with nothing in it that is a mark, a tag or the end of a cell. */
export function inline(text: string): string {
  return flat(text)
    .replace(/[\\`*_[\]|~#$]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/^([-+]|\d+[.)])(?=\s|$)/u, '\\$1');
}

/** Names and paths as code: no mark means anything in it, and a bar is told apart from the end of a cell. */
export function code(text: string): string {
  const words = flat(text);
  if (words === '') return '';
  // A backslash before a bar would be taken for one that escapes it, or for one that is escaped itself.
  if (words.includes('\\') && words.includes('|')) return `<code>${inline(words)}</code>`;
  const plain = words.replace(/\|/gu, '\\|');
  if (!plain.includes('`')) return `\`${plain}\``;
  const longest = Math.max(...[...plain.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${plain} ${fence}`;
}

/** A place as a link from a file at the top of the project. */
export function placeLink(path: string, line: number | null, uri: string): string {
  const label = code(line === null ? path : `${path}:${line}`);
  return `[${label}](${uri}${line === null ? '' : `#L${line}`})`;
}

export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
}

/** A table with its head; nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

/** Control characters and line breaks become blanks; marks that turn the direction of text are shown as such. */
function flat(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '\uFFFD')
    .trim();
}
