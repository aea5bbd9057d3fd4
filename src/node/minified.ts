/** Smaller scripts cost nothing to read. */
const SMALLEST = 8 * 1024;
/** Nobody writes lines of so many bytes, but for texts and data. */
const LONG_LINE = 1000;
const NEWLINE = 10;

const SCRIPT = /\.[cm]?jsx?$/iu;

/**
 * True for a script that a bundler wrote: most of it stands in lines as nobody writes them, nearly without spaces and full
 * of the signs of code. Long texts have spaces, and data such as pictures has no signs.
 */
export function isMinified(path: string, bytes: Uint8Array): boolean {
  if (bytes.length < SMALLEST || !SCRIPT.test(path)) return false;
  let dense = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found < 0 ? bytes.length : found;
    if (end - start >= LONG_LINE && isDense(bytes.subarray(start, end))) dense += end - start;
    start = end + 1;
  }
  return dense > bytes.length / 2;
}

/** So much of a line is looked at: its beginning may be a notice in words. */
const SAMPLE = 64 * 1024;
const SPACE = 32;
const SIGNS: ReadonlySet<number> = new Set([...'(){}[],;=:.'].map((sign) => sign.charCodeAt(0)));

function isDense(line: Uint8Array): boolean {
  const sample = line.subarray(0, SAMPLE);
  let spaces = 0;
  let signs = 0;
  for (const byte of sample) {
    if (byte === SPACE) spaces += 1;
    else if (SIGNS.has(byte)) signs += 1;
  }
  return spaces < sample.length * 0.08 && signs > sample.length * 0.08;
}
