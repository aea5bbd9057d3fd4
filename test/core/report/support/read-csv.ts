/** Reads RFC 4180 as a spreadsheet does. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') cell += text[(at += 1)] ?? '';
      else quoted = false;
    } else if (mark === '"') quoted = true;
    else if (mark === ',') [cells, cell] = [[...cells, cell], ''];
    else if (mark === '\r' && text[at + 1] === '\n') {
      rows.push([...cells, cell]);
      [cells, cell, at] = [[], '', at + 1];
    } else cell += mark;
  }
  return rows;
}
