import type { LanguageAdapter } from './adapter';
import { csharpStatements } from './csharp-declarations';
import { csharpExpressions } from './csharp-expressions';
import { ifStatement } from './operators';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: csharpExpressions,
  statements: new Map([...csharpStatements, ['if_statement', ifStatement]]),
  silent: new Set([
    'type_argument_list',
    'type_parameter_list',
    'type_parameter_constraints_clause',
    'catch_declaration',
    'delegate_declaration',
    'typeof_expression',
    'preproc_pragma',
    'preproc_region',
    'modifier',
  ]),
  through: new Map([
    ['parenthesized_expression', 'first'],
    ['await_expression', 'first'],
    ['postfix_unary_expression', 'first'],
    ['as_expression', 'first'],
    ['checked_expression', 'first'],
    ['ref_expression', 'first'],
    ['cast_expression', 'last'],
    ['arrow_expression_clause', 'first'],
  ]),
  undeclared: 'type',
};

/** C#. Namespaces are left out of symbols: `Prompts.System`, `Chat.Reply.text`. */
export const csharpAdapter: LanguageAdapter = {
  language: 'csharp',
  extensions: { '.cs': 'c-sharp', '.csx': 'c-sharp' },
  lower: (root, text) => lowerTree('csharp', grammar, root, text),
};
