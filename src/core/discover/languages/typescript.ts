import type { Node } from 'web-tree-sitter';
import type { CodeFacts } from '../../model';
import type { LanguageAdapter } from './adapter';
import { copyTree, type Syntax } from './parse-tree';
import { assignmentExpressions } from './typescript-assignments';
import { classExpressions, classStatements } from './typescript-classes';
import { Lowering, type Handlers } from './typescript-context';
import { plainExpressions } from './typescript-expressions';
import { functionExpressions, functionStatements } from './typescript-functions';
import { importStatements } from './typescript-imports';
import { jsxExpressions } from './typescript-jsx';
import { objectExpressions } from './typescript-objects';
import { plainStatements } from './typescript-statements';
import { typeStatements } from './typescript-types';

const handlers: Handlers = {
  expressions: new Map([
    ...plainExpressions,
    ...objectExpressions,
    ...functionExpressions,
    ...classExpressions,
    ...assignmentExpressions,
    ...jsxExpressions,
  ]),
  statements: new Map([
    ...importStatements,
    ...functionStatements,
    ...classStatements,
    ...plainStatements,
    ...typeStatements,
  ]),
};

function lower(language: string, root: Node, text: string): CodeFacts {
  const tree = copyTree(root);
  const cx = new Lowering(text, handlers);
  for (const comment of tree.comments)
    cx.facts.addComment({ text: commentText(cx, comment), range: cx.range(comment) });
  cx.visit(tree.root);
  return cx.facts.build(language, root.hasError || cx.truncated);
}

function commentText(cx: Lowering, node: Syntax): string {
  const source = cx.source(node);
  if (source.startsWith('//')) return source.slice(2).trim();
  return source
    .replace(/^\/\*+/, '')
    .replace(/\*\/$/, '')
    .trim();
}

/** TypeScript, with and without JSX. */
export const typescriptAdapter: LanguageAdapter = {
  language: 'typescript',
  extensions: { '.ts': 'typescript', '.mts': 'typescript', '.cts': 'typescript', '.tsx': 'tsx' },
  lower: (root, text) => lower('typescript', root, text),
};

/** JavaScript of every flavour: ES modules, CommonJS, JSX. */
export const javascriptAdapter: LanguageAdapter = {
  language: 'javascript',
  extensions: { '.js': 'javascript', '.mjs': 'javascript', '.cjs': 'javascript', '.jsx': 'javascript' },
  lower: (root, text) => lower('javascript', root, text),
};
