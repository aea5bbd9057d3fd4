import type { Hole } from '../../model';

/** A text in the making: literal stretches and holes, in order. */
export type Parts = (string | Hole)[];

/** Each line as its pieces. */
function linesOf(parts: Parts): Parts[] {
  const lines: Parts[] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') lines.at(-1)?.push(part);
    else
      part.split('\n').forEach((piece, at) => {
        if (at > 0) lines.push([]);
        if (piece !== '') lines.at(-1)?.push(piece);
      });
  }
  return lines;
}

function isBlank(line: Parts): boolean {
  return line.every((part) => typeof part === 'string' && part.trim() === '');
}

function indentOf(line: Parts): number {
  const [first] = line;
  return typeof first === 'string' ? first.length - first.trimStart().length : 0;
}

function withoutStart(line: Parts, count: number): Parts {
  const [first, ...rest] = line;
  return typeof first === 'string' ? [first.slice(count), ...rest] : line;
}

/** The lines, without a blank first and last one. */
function inner(lines: Parts[]): Parts[] {
  const from = lines[0] && isBlank(lines[0]) ? 1 : 0;
  const last = lines.at(-1);
  return lines.slice(from, lines.length > from && last && isBlank(last) ? -1 : undefined);
}

function joined(lines: readonly Parts[]): Parts {
  return lines.flatMap((line, at) => [...(at === 0 ? [] : ['\n']), ...line]).filter((part) => part !== '');
}

/** Without the blank first and last line, and the indentation that all lines share. */
export function trimmedIndent(parts: Parts): Parts {
  const lines = linesOf(parts);
  const indents = lines.filter((line) => !isBlank(line)).map(indentOf);
  const indent = indents.reduce((least, each) => Math.min(least, each), Infinity);
  return joined(inner(lines).map((line) => (isBlank(line) ? [] : withoutStart(line, indent))));
}

/** Without the blank first and last line, and what stands in front of `mark` in each. */
export function trimmedMargin(parts: Parts, mark: string): Parts {
  return joined(
    inner(linesOf(parts)).map((line) => {
      const indent = indentOf(line);
      const [first] = line;
      const marked = mark !== '' && typeof first === 'string' && first.slice(indent).startsWith(mark);
      return marked ? withoutStart(line, indent + mark.length) : line;
    }),
  );
}
