import type { LanguageAdapter } from './adapter';
import { ifStatement } from './operators';
import { javaStatements } from './java-declarations';
import { javaExpressions } from './java-expressions';
import { lowerTree, type Grammar } from './walk';

const grammar: Grammar = {
  expressions: javaExpressions,
  statements: new Map([...javaStatements, ['if_statement', ifStatement]]),
  silent: new Set([
    'type_arguments',
    'type_parameters',
    'super_interfaces',
    'extends_interfaces',
    'throws',
    'catch_formal_parameter',
    'dimensions',
    'class_literal',
    'void_type',
    'array_type',
  ]),
  through: new Map([
    ['parenthesized_expression', 'first'],
    ['cast_expression', 'last'],
  ]),
  undeclared: 'type',
};

/** Java. Names of a file are those of its classes: `Prompts.SYSTEM`, `Prompts.build.text`. */
export const javaAdapter: LanguageAdapter = {
  language: 'java',
  extensions: { '.java': 'java' },
  lower: (root, text) => lowerTree('java', grammar, root, text),
};
