import { createScanner, findNodeAtLocation, parseTree } from 'jsonc-parser';
import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { parseYaml } from '../../safe-yaml';
import type { ValuePath } from './notes';

const MOST = 5 * 1024 * 1024;
const DEEPEST = 100;
const MOST_NODES = 500_000;

/** A text taken apart: plain maps, lists, words, numbers. */
export interface Source {
  readonly value: unknown;
  /** The line that something stands at, or what is nearest above it. */
  readonly lineOf: (path: ValuePath) => number | null;
}

export interface Refusal {
  readonly refused: string;
  readonly line: number | null;
}

/** Takes a JSON or YAML text apart, whichever it is. Never throws; refuses what is too long, too deep or broken. */
export function openSource(text: string): Source | Refusal {
  const bare = text.replace(/^\uFEFF/u, '');
  if (bare.length > MOST) return { refused: 'This file is too large to be read: more than 5 MB', line: null };
  if (bare.trim() === '') return { refused: 'This file is empty', line: null };
  return /^\s*[[{]/u.test(bare) ? openJson(bare) : openYaml(bare);
}

function openJson(text: string): Source | Refusal {
  const deep = tooDeepAt(text);
  if (deep !== null) return { refused: 'This JSON nests too deep to be read', line: lineAt(text, deep) };
  try {
    const value: unknown = JSON.parse(text);
    return { value, lineOf: jsonLines(text) };
  } catch {
    const line = lineAt(text, brokenAt(text));
    return { refused: 'This is no valid JSON from here on', line };
  }
}

/** Brackets that are open at once, counted by tokens so that no nesting is too deep to look at. */
function tooDeepAt(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth += 1;
    else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth -= 1;
    if (depth > DEEPEST) return scanner.getTokenOffset();
  }
  return null;
}

const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17];

function brokenAt(text: string): number {
  const errors: { readonly offset: number }[] = [];
  parseTree(text, errors as never, { disallowComments: true, allowTrailingComma: false });
  return errors[0]?.offset ?? 0;
}

function jsonLines(text: string): Source['lineOf'] {
  const tree = { root: undefined as ReturnType<typeof parseTree>, read: false };
  return (path) => {
    if (!tree.read) tree.root = parseTree(text);
    tree.read = true;
    if (tree.root === undefined) return null;
    for (let length = path.length; length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree.root, path.slice(0, length));
      if (node) return lineAt(text, node.offset);
    }
    return null;
  };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function openYaml(text: string): Source | Refusal {
  const document = parseYaml(text);
  if ('offset' in document) return { refused: document.message, line: lineAt(text, document.offset) };
  const [error] = document.errors;
  if (error) return { refused: 'This is no valid YAML from here on', line: lineAt(text, error.pos[0]) };
  const value = new Plain().of(document.contents);
  return {
    value,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(text, node.range[0]);
      }
      return 1;
    },
  };
}

/** Nodes as plain values. What an anchor stands for is not repeated: that can grow without end. */
class Plain {
  private count = 0;

  of(node: unknown): unknown {
    this.count += 1;
    if (this.count > MOST_NODES || isAlias(node)) return null;
    if (isScalar(node)) return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    if (isSeq(node)) return node.items.map((item) => this.of(item));
    if (!isMap(node)) return null;
    const entries = node.items.flatMap(({ key, value }): [string, unknown][] =>
      isScalar(key) ? [[String(key.value), this.of(value)]] : [],
    );
    return Object.fromEntries(entries);
  }
}
