import type { LanguageAdapter } from './adapter';
import { rubyExpressions } from './ruby-expressions';
import { rubyStatements } from './ruby-declarations';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: rubyExpressions,
  statements: rubyStatements,
  silent: new Set(['heredoc_body', 'undef', 'alias', 'uninterpreted']),
  through: new Map([
    ['parenthesized_statements', 'last'],
    ['block_argument', 'first'],
    ['then', 'last'],
  ]),
  undeclared: 'scope',
};

/** Ruby. Modules and classes are part of symbols: `Desk.Clerk.SYSTEM`, `Desk.Clerk.ask.text`; `@x` is a member. */
export const rubyAdapter: LanguageAdapter = {
  language: 'ruby',
  extensions: { '.rb': 'ruby', '.rake': 'ruby' },
  lower: (root, text) => lowerTree('ruby', grammar, root, text),
};
