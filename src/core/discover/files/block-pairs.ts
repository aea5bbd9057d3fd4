import { linesOf, pairAt } from './line-pairs';
import { MOST_PAIRS, type ConfigPair } from './pairs';

const BLOCK = /^\s*([\w-]+)(?:\s+"([\w.-]+)")?(?:\s+"([\w.-]+)")?\s*[:=]?\s*[{[]\s*$/u;
const VALUE = /^\s*(?:(?:param|var|output)\s+)?([\w-]+)(?:\s+\w+)?\s*[:=]\s*(["'])([^"'$]*)\2/u;
const CLOSES = /^\s*[}\]]+/u;
const DEEPEST = 50;

/** `{ name: 'CHAT_MODEL', value: 'gpt-4.1' }` in one line. */
const OBJECT = /^\s*\{\s*\w+\s*[:=].*\}/u;
const ENTRY = /(?<![\w-])([\w-]+)\s*[:=]\s*(["'])([^"'$]*)\2/gu;

function inObject(line: string, number: number, blocks: readonly string[]): ConfigPair[] {
  if (!OBJECT.test(line)) return [];
  return [...line.matchAll(ENTRY)].map((match) => {
    const [whole, key = '', , literal = ''] = match;
    const length = literal.length + 2;
    return pairAt([...blocks, key], literal, number, match.index + whole.length - length, length);
  });
}

/** Infrastructure as code: Bicep (`param xModel string = '…'`, `model: {`) and Terraform (`variable "x" { default = "…" }`). */
export function blockPairs(text: string): ConfigPair[] {
  const pairs: ConfigPair[] = [];
  const blocks: string[] = [];
  for (const { line, number } of linesOf(text)) {
    if (/^\s*(?:\/\/|#|@)/u.test(line) || pairs.length >= MOST_PAIRS) continue;
    const value = VALUE.exec(line);
    if (value) {
      const [whole, key = '', , literal = ''] = value;
      const length = literal.length + 2;
      pairs.push(pairAt([...blocks, key], literal, number, whole.length - length, length));
    }
    if (!value) pairs.push(...inObject(line, number, blocks));
    if (CLOSES.test(line)) blocks.pop();
    const block = BLOCK.exec(line);
    if (block && blocks.length < DEEPEST) blocks.push(block[3] ?? block[2] ?? block[1] ?? '');
  }
  return pairs;
}
