const MOST_LINES = 3;

/** A name in lines of so many letters; what does not fit into three ends with an ellipsis. */
export function linesOf(name: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of name
    .trim()
    .split(/(?<=[/_-])|\s+/u)
    .slice(0, 60)) {
    const glued = line === '' || /[/_-]$/u.test(line) ? `${line}${word}` : `${line} ${word}`;
    if (glued.length <= letters) line = glued;
    else {
      if (line !== '') lines.push(line);
      line = cut(word, letters);
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= MOST_LINES) return lines.length === 0 ? ['(no name)'] : lines;
  return [...lines.slice(0, MOST_LINES - 1), cut(`${lines[MOST_LINES - 1] ?? ''}…`, letters)];
}

/** At most so many letters. A sign that takes two units is never cut in halves. */
export function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}
