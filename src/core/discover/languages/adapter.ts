import type { Node } from 'web-tree-sitter';
import type { CodeFacts } from '../../model';

/**
 * Lowers the syntax trees of one language to neutral facts. A new language is one adapter plus a line in `index.ts`;
 * an adapter knows no library: what a call means is for the signatures to say.
 */
export interface LanguageAdapter {
  /** Name in `CodeFacts.language`, sites and signatures: `python`, `typescript`, `javascript`. */
  readonly language: string;
  /** File extensions with their dot, lower case, each with the grammar that reads it: `{ '.tsx': 'tsx' }`. */
  readonly extensions: Readonly<Record<string, string>>;
  /** True where the parser has to be given a last line break: what it looks for at the end of a text, it would look for on and on. */
  readonly endsWithBreak?: true;
  /** Never throws on broken code: what cannot be lowered is `unknown`, and `hasErrors` says that something was skipped. */
  lower(root: Node, text: string): CodeFacts;
}
