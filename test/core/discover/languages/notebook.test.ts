import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CodeParser, Notebook } from '../../../../src/core/discover/languages';
import type { Range } from '../../../../src/core/model';
import { factsText } from '../../../support/facts-text';
import { testGrammars } from '../../../support/grammars';

const parser = CodeParser.create(testGrammars);
const fixture = readFileSync(join(__dirname, 'fixtures/notebook/mixed.ipynb'), 'utf8');

describe('notebooks', () => {
  it('lowers the code cells of the kernel as one module', async () => {
    const facts = await parser.parse('a.ipynb', fixture);
    assert.ok(facts);
    assert.equal(facts.language, 'python');
    assert.equal(factsText(facts), readFileSync(join(__dirname, 'fixtures/notebook/mixed.facts.txt'), 'utf8'));
  });

  it('says of every fact where it stands in the raw file, and in which line of which cell', async () => {
    const facts = await parser.parse('a.ipynb', fixture);
    const places = facts?.bindings.map(({ name, value: { range } }) => [
      name,
      range.cell,
      range.cellLine,
      sliceOf(fixture, range),
    ]);
    assert.deepEqual(places, [
      ['MODEL', 2, 3, String.raw`\"gpt-4o\"`],
      ['files', 2, 4, '!ls *.py'.slice(0, 3)],
      ['PROMPT', 4, 1, String.raw`\"\"\"Tu es\n%pas une commande\n\ud83d\ude00 {name}\"\"\"`],
      ['answer', 4, 4, 'ask(MODEL, PROMPT)'],
    ]);
  });

  it('knows its cells and which of them a line belongs to', () => {
    const notebook = Notebook.read(fixture);
    assert.ok(notebook);
    assert.deepEqual(
      notebook.cells.map(({ index, id, kind, language }) => [index, id, kind, language]),
      [
        [1, 'intro', 'markdown', 'markdown'],
        [2, 'setup', 'code', 'python'],
        [3, null, 'code', 'bash'],
        [4, 'ask', 'code', 'python'],
        [5, null, 'code', 'javascript'],
        [6, null, 'raw', 'raw'],
      ],
    );
    for (const cell of notebook.cells) {
      assert.equal(notebook.cellAtLine(cell.rawRange.line), cell);
      assert.equal(notebook.cellAtLine(cell.rawRange.endLine), cell);
      assert.equal(sliceOf(fixture, cell.rawRange).at(0), '{');
      assert.equal(sliceOf(fixture, cell.rawRange).at(-1), '}');
    }
    assert.equal(notebook.cellAtLine(1), null);
  });

  const noNotebooks: Record<string, string> = {
    'broken JSON': '{"cells": [',
    'no cells': '{"nbformat": 4}',
    'a list': '[1]',
    'an empty file': '',
    'an unknown kernel': '{"cells": [], "metadata": {"kernelspec": {"language": "brainfuck"}}}',
    'deep nesting': '['.repeat(100_000),
  };
  for (const [name, text] of Object.entries(noNotebooks)) {
    it(`has no facts for ${name}`, async () => assert.equal(await parser.parse('a.ipynb', text), null));
  }

  it('survives cells of any shape, and JSON nested without end', async () => {
    const odd =
      '{"cells": [1, null, "x", {}, {"cell_type": "code"}, {"cell_type": "code", "source": [1, "a = 1"]}, [{"source": "b"}]]}';
    assert.deepEqual(
      (await parser.parse('a.ipynb', odd))?.bindings.map(({ name }) => name),
      ['a'],
    );
    const deep = `{"x": ${'['.repeat(50_000)}${']'.repeat(50_000)}, "cells": [{"cell_type": "code", "source": "a = 1"}]}`;
    assert.equal((await parser.parse('a.ipynb', deep))?.bindings.length, 1);
  });

  it('leads back from any stretch of a cell to the JSON that spells it', () =>
    fc.assert(
      fc.property(
        fc.array(cells, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (sources, pretty, a, b) => {
          const raw = JSON.stringify(
            { cells: sources.map((source) => ({ cell_type: 'code', source })) },
            null,
            pretty ? 1 : 0,
          );
          const notebook = Notebook.read(raw);
          assert.ok(notebook);
          const whole = sources.map((source) => [source].flat().join(''));
          const cell = a % whole.length;
          const text = whole[cell] ?? '';
          const start = b % (text.length + 1);
          // Within one string of the list, as every literal of one line is.
          const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
          const before = whole
            .slice(0, cell)
            .map((one) => `${one}\n`)
            .join('');
          const range = rangeAt(notebook.code, before.length + start, before.length + end);
          const placed = notebook.rangeOf(range);
          assert.equal(JSON.parse(`"${sliceOf(raw, placed)}"`), text.slice(start, end));
          assert.equal(placed.cell, cell + 1);
          assert.equal(placed.cellLine, text.slice(0, start).split('\n').length);
        },
      ),
    ));
});

describe('what only IPython understands', () => {
  const table: [string, string][] = [
    ['%pip install x\na = 1', '              \na = 1'],
    ['%%time\na = 1', '      \na = 1'],
    ['  !wget x \\\n  -q y\na = 1', '           \n      \na = 1'],
    ['?help\nobject.name??', '     \n             '],
    ['files = !ls -a\nx', 'files = ...   \nx'],
    ['t = """\n%not a magic\n!nor this\n"""\n%magic', 't = """\n%not a magic\n!nor this\n"""\n      '],
    ['s = \'it\\\'s """ not open\'\n%magic', 's = \'it\\\'s """ not open\'\n      '],
    ['# """\n%magic', '# """\n      '],
    ['x = (a\n  % b)', 'x = (a\n  % b)'],
    ['%magic\r\nx', '      \r\nx'],
  ];
  for (const [source, expected] of table) {
    it(`is blanked in ${JSON.stringify(source)}`, () => {
      const raw = JSON.stringify({ cells: [{ cell_type: 'code', source }] });
      assert.equal(Notebook.read(raw)?.code, `${expected}\n`);
    });
  }
});

const line = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '\t', 'é', '😀', '\u0001', '=', "'") });
/** A source as one string, or as one string per line. */
const cells = fc.array(line, { minLength: 1, maxLength: 4 }).chain((lines) =>
  fc.constantFrom<string | string[]>(
    lines.join('\n'),
    lines.map((one, at) => (at < lines.length - 1 ? `${one}\n` : one)),
  ),
);

function rangeAt(text: string, start: number, end: number): Range {
  const place = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
  const to = place(end);
  return { ...place(start), endLine: to.line, endColumn: to.column };
}

function sliceOf(text: string, range: Range): string {
  const starts = text.split('\n').reduce<number[]>((all, one) => [...all, (all.at(-1) ?? 0) + one.length + 1], [0]);
  return text.slice(
    (starts[range.line - 1] ?? 0) + range.column - 1,
    (starts[range.endLine - 1] ?? 0) + range.endColumn - 1,
  );
}
