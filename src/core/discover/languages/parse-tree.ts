import type { Node } from 'web-tree-sitter';
import type { Range } from '../../model';
import { TreeSitter } from './parse-runtime';
import { FastCursor, namesIn } from './tree-cursor';

/**
 * A node of a syntax tree as plain data: reading it costs no call into the parser, and it outlives the parser's tree.
 * Punctuation and keywords are left out unless they have a field; comments are kept apart.
 */
export interface Syntax {
  readonly type: string;
  readonly field: string | null;
  /** Offsets into the text, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly Syntax[];
}

export interface SyntaxTree {
  readonly root: Syntax;
  readonly comments: readonly Syntax[];
}

interface Draft extends Syntax {
  children: Draft[];
}

const COMMENTS: ReadonlySet<string> = new Set(['comment', 'line_comment', 'block_comment']);
/** The children of all nodes that have none. */
const NONE: Draft[] = [];

/**
 * Copies the tree below `root` in one pass. Not recursive: nesting may be as deep as it likes. `length` is that of the text,
 * where the parser was given more than that.
 */
export function copyTree(root: Node, length = Infinity): SyntaxTree {
  const { types, fields, named } = namesIn(root.tree.language);
  const comments: Syntax[] = [];
  const cursor = new FastCursor(root, TreeSitter.cursorFunctions);
  const read = (type: number, field: number): Draft => ({
    type: types[type] ?? 'ERROR',
    field: fields[field] ?? null,
    start: Math.min(cursor.startIndex(), length),
    end: Math.min(cursor.endIndex(), length),
    children: NONE,
  });
  try {
    const top = read(cursor.typeId(), cursor.fieldId());
    const open: Draft[] = [top];
    let deeper = cursor.gotoFirstChild();
    while (deeper) {
      const type = cursor.typeId();
      const field = cursor.fieldId();
      if (field !== 0 || (named[type] ?? true)) {
        const node = read(type, field);
        if (COMMENTS.has(node.type)) comments.push(node);
        else addChild(open[open.length - 1] ?? top, node);
        open.push(node);
        if (cursor.gotoFirstChild()) continue;
        open.pop();
      }
      while (deeper && !cursor.gotoNextSibling()) {
        open.pop();
        deeper = cursor.gotoParent() && open.length > 0;
      }
    }
    return { root: top, comments };
  } finally {
    cursor.delete();
  }
}

function addChild(parent: Draft, node: Draft): void {
  if (parent.children === NONE) parent.children = [node];
  else parent.children.push(node);
}

/** The first child with that field. */
export function childOf(node: Syntax, field: string): Syntax | undefined {
  return node.children.find((child) => child.field === field);
}

/** Where the lines of a text begin: turns offsets into lines and columns and back. Lines end at `\n`, as in tree-sitter. */
export class LineMap {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line from 1 of an offset. */
  lineAt(offset: number): number {
    return lastNotAfter(this.#starts, offset) + 1;
  }

  /** Offset at which a line (from 1) begins. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.text.length;
  }

  range(start: number, end: number): Range {
    const line = this.lineAt(start);
    // Most stand on one line.
    const endLine = start <= end && end < (this.#starts[line] ?? Infinity) ? line : this.lineAt(end);
    return { line, column: start - this.startOf(line) + 1, endLine, endColumn: end - this.startOf(endLine) + 1 };
  }
}

/** Index of the last of the sorted `starts` that is not after `offset`; 0 where all are. */
export function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
