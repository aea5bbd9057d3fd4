import type { LanguageAdapter } from './adapter';
import { phpExpressions } from './php-expressions';
import { phpStatements } from './php-statements';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: phpExpressions,
  statements: phpStatements,
  silent: new Set([
    'text',
    'php_tag',
    'php_end_tag',
    'text_interpolation',
    'named_type',
    'optional_type',
    'union_type',
    'intersection_type',
    'primitive_type',
    'base_clause',
    'class_interface_clause',
    'anonymous_function_use_clause',
    'declare_directive',
    'global_declaration',
    'goto_statement',
    'named_label_statement',
  ]),
  through: new Map([
    ['parenthesized_expression', 'last'],
    ['cast_expression', 'last'],
    ['clone_expression', 'last'],
    ['error_suppression_expression', 'last'],
    ['by_ref', 'last'],
  ]),
  undeclared: 'scope',
};

/**
 * PHP, with the page around it. Namespaces are no part of symbols, variables go without their sign: `Clerk.SYSTEM`,
 * `Clerk.ask.text`; in modules of imports a dot stands for the backslash: `OpenAI.Laravel.Facades`.
 */
export const phpAdapter: LanguageAdapter = {
  language: 'php',
  extensions: { '.php': 'php' },
  lower: (root, text) => lowerTree('php', grammar, root, text),
};
