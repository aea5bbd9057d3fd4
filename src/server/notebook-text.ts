/** One cell of an open notebook. */
export interface CellText {
  readonly kind: 'code' | 'markdown';
  /** Its nbformat id, where the editor tells it. */
  readonly id: string | null;
  readonly text: string;
}

interface RawCell {
  readonly cell_type?: unknown;
  readonly source?: unknown;
}

/**
 * The raw `.ipynb` text that saving an open notebook would give, as far as the engine cares. Where its cells are those on
 * disk, it is the text on disk itself, so that nothing changes by opening a notebook.
 */
export function notebookText(disk: string, cells: readonly CellText[]): string {
  const base = parsed(disk);
  const saved = Array.isArray(base.cells) ? (base.cells as RawCell[]) : [];
  if (saved.length === cells.length && cells.every((cell, index) => sourceOf(saved[index]) === cell.text)) return disk;
  const written = cells.map((cell) => ({
    cell_type: cell.kind,
    ...(cell.id === null ? {} : { id: cell.id }),
    metadata: {},
    source: linesOf(cell.text),
    ...(cell.kind === 'code' ? { execution_count: null, outputs: [] } : {}),
  }));
  return `${JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, ...base, cells: written }, null, 1)}\n`;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

function sourceOf(cell: RawCell | undefined): string | null {
  const source = cell?.source;
  if (typeof source === 'string') return normalised(source);
  return Array.isArray(source) ? normalised(source.filter((line) => typeof line === 'string').join('')) : null;
}

/** Editors hold cells with line feeds alone. */
function normalised(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function linesOf(text: string): string[] {
  const lines = normalised(text).split('\n');
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line)).filter((line) => line !== '');
}
