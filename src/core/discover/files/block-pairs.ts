import { linesOf, pairAt } from './line-pairs';
import { MOST_PAIRS, type ConfigPair } from './pairs';

const BLOCK = /^\s*([\w-]+)(?:\s+"([\w.-]+)")?(?:\s+"([\w.-]+)")?\s*[:=]?\s*[{[]\s*$/u;
const VALUE = /^\s*(?:(?:param|var|output)\s+)?([\w-]+)(?:\s+\w+)?\s*[:=]\s*(["'])([^"'$]*)\2/u;
const CLOSES = /^\s*[}\]]+/u;
const DEEPEST = 50;

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
    if (CLOSES.test(line)) blocks.pop();
    const block = BLOCK.exec(line);
    if (block && blocks.length < DEEPEST) blocks.push(block[3] ?? block[2] ?? block[1] ?? '');
  }
  return pairs;
}
