import assert from 'node:assert/strict';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';
import { TreeSitter } from '../../../../src/core/discover/languages/parse-runtime';
import { copyTree, type Syntax } from '../../../../src/core/discover/languages/parse-tree';
import { testGrammars } from '../../../support/grammars';

/** What stands at the library's own cursor, without punctuation, keywords and comments. */
function shown(cursor: TreeCursor): Syntax {
  const { nodeType: type, currentFieldName: field, startIndex: start, endIndex: end } = cursor;
  const children: Syntax[] = [];
  if (cursor.gotoFirstChild()) {
    do {
      const isKept = cursor.nodeIsNamed || cursor.currentFieldId !== 0;
      if (isKept && cursor.nodeType !== 'comment') children.push(shown(cursor));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, field, start, end, children };
}

describe('the cursor below that of the library', () => {
  const cases: readonly (readonly [grammar: string, text: string])[] = [
    ['python', ''],
    [
      'python',
      '# é\nclass A(B):\n    x: int = f(1, key="é😀")  # a\n    def m(self):\n        return -self.x or [*a]\n',
    ],
    ['python', 'def broken(:\n  x = = 3\n"""'],
    ['tsx', 'type A<T> = { a: T };\n/* c */ export const x = async <T,>(a = 1) => <p id="a">{a?.b!}</p>;\n'],
    ['typescript', 'const a = get(1'],
    ['go', 'package a\n\nimport (\n\t"b" // c\n)\n\nfunc f(a ...int) (int, error) { return a[0] + 1, nil }\n'],
  ];
  for (const [grammar, text] of cases) {
    it(`walks as that does: ${grammar} ${JSON.stringify(text.slice(0, 30))}`, async () => {
      await TreeSitter.ready(testGrammars);
      const parser = new Parser().setLanguage(await Language.load(await testGrammars.load(grammar)));
      const tree = parser.parse(text);
      assert.ok(tree);
      const cursor = tree.walk();
      assert.deepEqual(copyTree(tree.rootNode).root, shown(cursor));
      cursor.delete();
      tree.delete();
      parser.delete();
    });
  }
});
