import type { Node } from 'web-tree-sitter';
import type { CodeFacts, Range, Value } from '../../model';
import type { LanguageAdapter } from './adapter';
import { FactsBuilder } from './facts-builder';
import { copyTree, LineMap, type Syntax } from './parse-tree';
import { unknown, type Frame, type Python } from './python-context';
import { isExpression, lowerExpression } from './python-expressions';
import { statementVisitor } from './python-statements';

/**
 * Deeper nesting than this is not lowered, so that no file can exhaust the stack. Python itself refuses 100 nested blocks
 * or 200 nested brackets.
 */
const MAX_DEPTH = 400;

export const pythonAdapter: LanguageAdapter = {
  language: 'python',
  extensions: { '.py': 'python', '.pyi': 'python' },
  lower(root: Node, text: string): CodeFacts {
    const { root: module, comments } = copyTree(root);
    const walk = new Walk(text);
    for (const comment of comments) {
      walk.facts.addComment({ text: walk.source(comment).replace(/^#+/u, '').trim(), range: walk.range(comment) });
    }
    walk.visit(module);
    return walk.facts.build('python', root.hasError || walk.truncated);
  },
};

class Walk implements Python {
  readonly facts = new FactsBuilder();
  frame: Frame = { kind: 'module', symbol: '', self: null, globals: new Set() };
  truncated = false;
  readonly #lines: LineMap;
  #depth = 0;

  constructor(readonly text: string) {
    this.#lines = new LineMap(text);
  }

  range(node: Syntax): Range {
    return this.#lines.range(node.start, node.end);
  }

  source(node: Syntax): string {
    return this.text.slice(node.start, node.end);
  }

  value(node: Syntax): Value {
    return this.#deeper(() => lowerExpression(this, node)) ?? unknown(this.range(node));
  }

  visit(node: Syntax): void {
    this.#deeper(() => {
      const visitor = statementVisitor(node);
      if (visitor) visitor(this, node);
      else if (isExpression(node)) lowerExpression(this, node);
      else for (const child of node.children) this.visit(child);
    });
  }

  #deeper<T>(step: () => T): T | null {
    if (this.#depth >= MAX_DEPTH) {
      this.truncated = true;
      return null;
    }
    this.#depth++;
    try {
      return step();
    } finally {
      this.#depth--;
    }
  }
}
