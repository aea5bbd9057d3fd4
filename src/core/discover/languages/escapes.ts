const ESCAPE =
  /\\(?:u\{([0-9a-fA-F]{1,8})\}|u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(\r?\n[ \t]*)|([0-3]?[0-7]{1,2})|([\s\S]))/g;

const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  s: ' ',
  a: '\x07',
  e: '\x1b',
};

/**
 * What the inside of a literal of Java, Go, C# or Rust says. A backslash at the end of a line joins it with the next
 * one, without the indentation of that. A broken escape stands for itself.
 */
export function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(ESCAPE, (all: string, ...groups: (string | undefined)[]) => {
    const [braced, four, eight, two, lineBreak, octal, letter] = groups;
    const hex = braced ?? four ?? eight ?? two;
    if (hex !== undefined) return character(parseInt(hex, 16), all);
    if (lineBreak !== undefined) return '';
    if (octal !== undefined) return character(parseInt(octal, 8), all);
    return letter === undefined ? all : (LETTERS[letter] ?? letter);
  });
}

function character(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}

/** Takes `indent` off the beginning of every line of a text in pieces; pieces that are no texts stand inside lines. */
export function dedent<T>(parts: readonly (string | T)[], indent: string): (string | T)[] {
  if (indent === '') return [...parts];
  const strip = (line: string): string => {
    let at = 0;
    while (at < indent.length && at < line.length && line[at] === indent[at]) at += 1;
    return line.slice(at);
  };
  return parts.map((part, index) => {
    if (typeof part !== 'string') return part;
    return part
      .split('\n')
      .map((line, at) => (at === 0 && index > 0 ? line : strip(line)))
      .join('\n');
  });
}
