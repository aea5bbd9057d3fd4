import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NotebookMap } from '../../src/server/notebook-map';
import { notebookText } from '../../src/server/notebook-text';

const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

describe('notebook places', () => {
  const lines = notebook([
    { cell_type: 'markdown', source: ['# Title\n', 'text'] },
    { cell_type: 'code', source: ['import openai\n', 'model = "gpt-4o"\n'] },
    { cell_type: 'code', source: 'a = 1\nb = "gpt-4o"' },
  ]);

  it('finds the cell and line of a raw place behind escapes', () => {
    const line = lines.split('\n').findIndex((text) => text.includes('model = '));
    const column = lines.split('\n')[line]?.indexOf('\\"gpt-4o') ?? 0;
    const found = new NotebookMap(lines).toCell(range(line, column, column + '\\"gpt-4o\\"'.length));
    assert.deepEqual(found, { cell: 1, range: range(1, 8, 16) });
  });

  it('finds lines inside a source that is one string', () => {
    const line = lines.split('\n').findIndex((text) => text.includes('a = 1'));
    const column = lines.split('\n')[line]?.indexOf('b = ') ?? 0;
    assert.deepEqual(new NotebookMap(lines).toCell(range(line, column, column + 1)), {
      cell: 2,
      range: range(1, 0, 1),
    });
  });

  it('has no cell for places outside of sources, and none in what is no notebook', () => {
    assert.equal(new NotebookMap(lines).toCell(range(0, 0, 1)), null);
    for (const text of ['', '[]', '{"cells": 1}', '{"cells": [', '{"cells": ['.repeat(20_000)]) {
      assert.equal(new NotebookMap(text).toCell(range(0, 0, 1)), null);
      assert.equal(new NotebookMap(text).toRaw(0, range(0, 0, 1)), null);
    }
  });

  it('leads from any place of a cell to the raw text and back', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '"', '\\', '\t', 'é', '😀', ' ', '\u0007') });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        (source, joined, y, x) => {
          const text = source.join('\n');
          const written = joined ? text : source.map((part, index) => (index < source.length - 1 ? `${part}\n` : part));
          const map = new NotebookMap(notebook([{ cell_type: 'code', source: written }]));
          const at = y % source.length;
          const character = x % ((source[at]?.length ?? 0) + 1);
          const raw = map.toRaw(0, range(at, character, character));
          assert.ok(raw);
          assert.deepEqual(map.toCell(raw), { cell: 0, range: range(at, character, character) });
        },
      ),
    );
  });
});

describe('text of an open notebook', () => {
  const disk = notebook([{ cell_type: 'code', id: 'one', source: ['a = 1\n', 'b = 2'] }]);

  it('is the text on disk as long as the cells are those on disk', () => {
    assert.equal(notebookText(disk, [{ kind: 'code', id: 'one', text: 'a = 1\nb = 2' }]), disk);
  });

  it('holds the cells as they are now, with ids and the metadata on disk', () => {
    const text = notebookText(disk, [
      { kind: 'markdown', id: null, text: '# New' },
      { kind: 'code', id: 'one', text: 'a = 1\nb = 3\n' },
    ]);
    const read = JSON.parse(text) as { cells: { id?: string; source: string[] }[]; metadata: unknown };
    assert.deepEqual(
      read.cells.map(({ id, source }) => ({ id, source })),
      [
        { id: undefined, source: ['# New'] },
        { id: 'one', source: ['a = 1\n', 'b = 3\n'] },
      ],
    );
    assert.deepEqual(read.metadata, { kernelspec: { language: 'python' } });
  });

  it('is made of the cells alone where the file is broken or new', () => {
    for (const broken of ['', '{', '[1]']) {
      assert.match(notebookText(broken, [{ kind: 'code', id: null, text: 'x = 1' }]), /"x = 1"/u);
    }
  });
});

function notebook(cells: readonly object[]): string {
  return JSON.stringify(
    { cells, metadata: { kernelspec: { language: 'python' } }, nbformat: 4, nbformat_minor: 5 },
    null,
    1,
  );
}
