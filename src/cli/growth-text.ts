/**
 * What changes between two texts of which the second adds lines to the first, in the manner of `diff -u` with two lines
 * around each change. Lines of the first that are not in the second are shown as taken away.
 */
export function growthText(path: string, before: string, after: string): string {
  const marked = marks(before.split('\n'), after.split('\n'));
  const shown = marked.map((_line, index) =>
    marked.slice(Math.max(index - AROUND, 0), index + AROUND + 1).some(({ mark }) => mark !== ' '),
  );
  const lines: string[] = [`--- ${path}`, `+++ ${path}`];
  let [old, now, open] = [1, 1, false];
  for (const [index, { mark, text }] of marked.entries()) {
    if (shown[index] === true) {
      if (!open) lines.push(`@@ -${old} +${now} @@`);
      lines.push(mark + text.replace(/\r$/u, ''));
    }
    open = shown[index] === true;
    if (mark !== '+') old += 1;
    if (mark !== '-') now += 1;
  }
  return lines.join('\n');
}

const AROUND = 2;

interface Marked {
  readonly mark: ' ' | '+' | '-';
  readonly text: string;
}

function marks(before: readonly string[], after: readonly string[]): Marked[] {
  const marked: Marked[] = [];
  let at = 0;
  for (const text of before) {
    const found = after.indexOf(text, at);
    if (found < 0) {
      marked.push({ mark: '-', text });
      continue;
    }
    marked.push(...after.slice(at, found).map((each): Marked => ({ mark: '+', text: each })), { mark: ' ', text });
    at = found + 1;
  }
  return [...marked, ...after.slice(at).map((text): Marked => ({ mark: '+', text }))];
}
