import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvText } from '../../../src/core/report/csv-text';
import { code, inline, row } from '../../../src/core/report/markdown-text';
import { htmlText } from '../../../src/core/report/html-text';
import { pathUri } from '../../../src/core/report/uri';
import { readCsv } from './support/read-csv';

describe('csv', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@sum', "'@sum"],
    ['-2', "'-2"],
    ['  +1', "'  +1"],
    ['\t=1', "'\t=1"],
    ['\uFF1D1', "'\uFF1D1"],
    ['|calc', "'|calc"],
  ];
  for (const [text, written] of cases) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(written)}`, () =>
      assert.equal(csvText([[text]]), `${written}\r\n`));
  }

  it('gives back what was written, save for the apostrophe before formulas, and no cell that begins one', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', ' ', 'a') }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(csvText(rows));
        assert.equal(read.length, rows.length);
        read.flat().forEach((text, at) => {
          const [first = '', second = ''] = rows[Math.floor(at / 2)] ?? [];
          const given = at % 2 === 0 ? first : second;
          assert.ok(text === given || text === `'${given}`);
          assert.doesNotMatch(text, /^\s*[=+\-@]/u);
        });
      }),
    );
  });
});

describe('text of strangers', () => {
  it('stays in its cell in Markdown', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const cell of [inline(text), code(text)]) {
          assert.doesNotMatch(cell, /[\n\r]/u);
          // A bar that is not escaped would begin a new cell.
          assert.doesNotMatch(cell.replace(/\\[\\|]/gu, ''), cell === inline(text) ? /[|<]/u : /\|/u);
        }
      }),
    );
  });

  const marks: readonly (readonly [string, string])[] = [
    ['a|b', 'a\\|b'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['[x](y)', '\\[x\\](y)'],
    ['two\nlines', 'two lines'],
    ['- item', '\\- item'],
    ['\u202Eabc', '\uFFFDabc'],
  ];
  for (const [text, written] of marks) {
    it(`is ${written} in Markdown`, () => assert.equal(inline(text), written));
  }

  it('keeps backticks inside code', () => {
    assert.equal(code('a`b'), '`` a`b ``');
    assert.equal(row(['', 'b']), '|   | b |');
  });

  it('is no tag and no attribute in HTML', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.doesNotMatch(htmlText(text), /[<>"']/u)));
    assert.equal(htmlText('<a href="x">&'), '&lt;a href=&quot;x&quot;&gt;&amp;');
  });

  it('is one relative address as a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const uri = pathUri(path);
        assert.match(uri, /^[\w.~%/-]*$/u);
        assert.equal(decodeURIComponent(uri), path.replace(/\p{Surrogate}/gu, '\uFFFD'));
      }),
    );
  });
});
