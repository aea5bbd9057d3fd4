import type { LanguageAdapter } from './adapter';
import { rustStatements } from './rust-declarations';
import { rustExpressions } from './rust-expressions';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: rustExpressions,
  statements: rustStatements,
  silent: new Set(['type_arguments', 'type_parameters', 'where_clause', 'visibility_modifier', 'lifetime']),
  through: new Map([
    ['parenthesized_expression', 'first'],
    ['await_expression', 'first'],
    ['try_expression', 'first'],
    ['type_cast_expression', 'first'],
    ['generic_function', 'first'],
    ['generic_type', 'first'],
    ['generic_type_with_turbofish', 'first'],
    ['reference_expression', 'last'],
    ['unsafe_block', 'last'],
    ['async_block', 'last'],
  ]),
  undeclared: 'scope',
};

/** Rust. Paths are members with dots between their parts; methods belong to the type of their `impl`. */
export const rustAdapter: LanguageAdapter = {
  language: 'rust',
  extensions: { '.rs': 'rust' },
  lower: (root, text) => lowerTree('rust', grammar, root, text),
};
