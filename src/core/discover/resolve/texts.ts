import type { Hole, TextValue } from '../../model';
import type { Found, Resolving } from './resolving';
import type { Placed } from './source-file';

/** A text that a place may hold: constants put in, what is only known at run time left as `{0}`, `{1}` …, in order. */
export interface ResolvedText {
  readonly text: string;
  readonly holes: readonly Hole[];
  /** The literal itself with its own holes, before anything was put in. */
  readonly found: Found<TextValue>;
}

const INLINE_DEPTH = 4;
const LONGEST = 256 * 1024;

/** Every text that `placed` may hold. */
export function textsOf(resolving: Resolving, placed: Placed): ResolvedText[] {
  return resolving.expand(placed).flatMap((found) => asText(resolving, found));
}

/** `found` with its constants put in, if it is a text: several where one of its parts is one of several words. */
export function asText(resolving: Resolving, found: Found): ResolvedText[] {
  if (!isText(found)) return [];
  const filled = fill(resolving, found, INLINE_DEPTH);
  const [hole, ...others] = filled.holes;
  if (!hole || others.length > 0 || !SHORT.test(filled.text)) return [{ ...filled, found }];
  const words = wordsOf(resolving, { ...found, value: hole.value });
  if (words.length === 0) return [{ ...filled, found }];
  return words.map((word) => ({ text: filled.text.replace('{0}', () => word), holes: [], found }));
}

/** A name or path, no sentence. */
const SHORT = /^[^\s<>"']{1,200}$/;
const MOST_WORDS = 8;

/** `for split in ["train", "val"]`: the words that a part of a name goes through; none where anything else may stand there. */
function wordsOf(resolving: Resolving, placed: Placed): string[] {
  const found = resolving.expand(placed);
  if (found.length < 2 || found.length > MOST_WORDS) return [];
  const words = found.flatMap(({ value, holder }) =>
    value.kind === 'text' && value.holes.length === 0 && holder?.binding.kind !== 'parameter' ? [value.text] : [],
  );
  return words.length === found.length && words.every((word) => /^[\w.-]{0,40}$/.test(word)) ? words : [];
}

function isText(found: Found): found is Found<TextValue> {
  return found.value.kind === 'text';
}

interface Filled {
  readonly text: string;
  readonly holes: readonly Hole[];
}

function fill(resolving: Resolving, found: Found<TextValue>, depth: number): Filled {
  const { text, holes } = found.value;
  if (holes.length === 0) return { text, holes };
  const left: Hole[] = [];
  const seen = new Map<number, string>();
  const filled = text.replace(/\{(\d+)\}/g, (written, digits: string) => {
    const at = Number(digits);
    const hole = holes[at];
    if (!hole) return written;
    const known = seen.get(at);
    if (known !== undefined) return known;
    const put = depth > 0 && text.length < LONGEST ? constantIn(resolving, found, hole, depth) : null;
    const result = put === null ? placeholder(left, hole) : renumbered(put, left);
    seen.set(at, result);
    return result;
  });
  return { text: filled.length > LONGEST ? text : filled, holes: left };
}

/** The one constant that a hole stands for; null for parameters, and for what may be one of several. */
function constantIn(resolving: Resolving, around: Found, hole: Hole, depth: number): Filled | null {
  const found = resolving.expand({ ...around, value: hole.value });
  const [only] = found;
  if (found.length !== 1 || !only || only.holder?.binding.kind === 'parameter') return null;
  if (only.value.kind === 'literal' && only.value.value !== null) return { text: String(only.value.value), holes: [] };
  return isText(only) ? fill(resolving, only, depth - 1) : null;
}

function placeholder(left: Hole[], hole: Hole): string {
  left.push(hole);
  return `{${left.length - 1}}`;
}

function renumbered(filled: Filled, left: Hole[]): string {
  if (filled.holes.length === 0) return filled.text;
  return filled.text.replace(/\{(\d+)\}/g, (written, digits: string) => {
    const hole = filled.holes[Number(digits)];
    return hole ? placeholder(left, hole) : written;
  });
}
