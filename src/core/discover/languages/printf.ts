import type { Hole, Value } from '../../model';

/** An argument of a format call. */
export interface Filler {
  readonly source: string;
  readonly value: Value;
}

const DIRECTIVE = /%[-#+ 0,(]*(?:(\d+)\$|\[(\d+)\])?[-#+ 0,(]*\d*(?:\.\d+)?([a-zA-Z%])/g;

/** `"…%s… %2$d %[1]v %n"` with its arguments: each directive becomes a hole, `%%` and `%n` what they write. */
export function formatDirectives(parts: readonly (string | Hole)[], fillers: readonly Filler[]): (string | Hole)[] {
  let next = 0;
  return parts.flatMap((part) => {
    if (typeof part !== 'string') return [part];
    const pieces: (string | Hole)[] = [];
    let from = 0;
    for (const match of part.matchAll(DIRECTIVE)) {
      const [whole, ordinal, bracketed, conversion] = match;
      pieces.push(part.slice(from, match.index));
      from = match.index + whole.length;
      if (conversion === '%') pieces.push('%');
      else if (conversion === 'n') pieces.push('\n');
      else {
        const given = ordinal ?? bracketed;
        const filler = given === undefined ? fillers[next++] : fillers[Number(given) - 1];
        pieces.push(filler ?? whole);
      }
    }
    pieces.push(part.slice(from));
    return pieces.filter((piece) => piece !== '');
  });
}
