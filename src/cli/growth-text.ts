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
  let [old, now] = [1, 1];
  let hunk: Marked[] = [];
  for (const [index, line] of marked.entries()) {
    if (shown[index] === true) hunk.push(line);
    if (line.mark !== '+') old += 1;
    if (line.mark !== '-') now += 1;
    if (shown[index + 1] === true || hunk.length === 0) continue;
    lines.push(...hunkText(hunk, { old, now }));
    hunk = [];
  }
  return lines.join('\n');
}

/** One block of lines under the places and lengths that it has on both sides; `after` is where the next line stands. */
function hunkText(hunk: readonly Marked[], after: { readonly old: number; readonly now: number }): string[] {
  const [old, now] = ['+', '-'].map((other) => hunk.filter(({ mark }) => mark !== other).length) as [number, number];
  const head = `@@ -${after.old - old},${old} +${after.now - now},${now} @@`;
  return [head, ...hunk.map(({ mark, text }) => mark + text.replace(/\r$/u, ''))];
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
