import type { LanguageAdapter } from './adapter';
import { kotlinStatements } from './kotlin-declarations';
import { kotlinExpressions } from './kotlin-expressions';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: kotlinExpressions,
  statements: kotlinStatements,
  silent: new Set([
    'type_arguments',
    'type_parameters',
    'type_constraints',
    'function_type',
    'nullable_type',
    'user_type',
    'type_alias',
    'type_test',
    'package_header',
    'label',
  ]),
  through: new Map([
    ['parenthesized_expression', 'first'],
    ['as_expression', 'first'],
    ['annotated_expression', 'last'],
    ['labeled_expression', 'last'],
    ['spread_expression', 'first'],
  ]),
  undeclared: 'type',
};

/** Kotlin. As in Java, and functions and values of a file have their plain name: `SYSTEM`, `Desk.ask`, `Desk.MODEL`. */
export const kotlinAdapter: LanguageAdapter = {
  language: 'kotlin',
  extensions: { '.kt': 'kotlin', '.kts': 'kotlin' },
  // Its scanner looks for the blank behind an annotation without asking whether the text is over.
  endsWithBreak: true,
  lower: (root, text) => lowerTree('kotlin', grammar, root, text),
};
