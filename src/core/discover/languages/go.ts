import type { LanguageAdapter } from './adapter';
import { goStatements } from './go-declarations';
import { goExpressions } from './go-expressions';
import { ifStatement } from './operators';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: goExpressions,
  statements: new Map([...goStatements, ['if_statement', ifStatement]]),
  silent: new Set(['type_arguments', 'type_parameter_list', 'interface_type', 'function_type', 'channel_type']),
  through: new Map([
    ['parenthesized_expression', 'first'],
    ['literal_element', 'first'],
  ]),
  undeclared: 'module',
};

/** Go. Methods belong to the type of their receiver, which goes by `this`: `Server.Ask`. */
export const goAdapter: LanguageAdapter = {
  language: 'go',
  extensions: { '.go': 'go' },
  lower: (root, text) => lowerTree('go', grammar, root, text),
};
