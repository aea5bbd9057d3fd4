import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { flowText, yamlText } from '../../../src/core/records/yaml-text';

const text = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('a', 'B', ',', ' ', ':', '(', ')', '#', '0', '"', '{', ']'), { maxLength: 9 })
    .map((all) => all.join('')),
);

describe('texts as YAML', () => {
  it('read back as what they are, on a line of their own', () => {
    fc.assert(fc.property(text, (each) => assert.deepEqual(parse(`key: ${yamlText(each)}\n`), { key: each })));
  });

  it('read back as what they are between brackets and braces', () => {
    const check = (each: string) => {
      assert.deepEqual(parse(`[a, ${flowText(each)}, b]\n`), ['a', each, 'b']);
      assert.deepEqual(parse(`{ a: b, key: ${flowText(each)} }\n`), { a: 'b', key: each });
    };
    check('A 0,');
    check('Shop, old one');
    fc.assert(fc.property(text, check));
  });
});
