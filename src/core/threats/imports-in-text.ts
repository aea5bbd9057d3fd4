import type { Range } from '../model';

interface Imported {
  readonly module: string;
  readonly range: Range;
}

/** Imports stand at the beginning of a file: what comes later is not looked at. */
const MOST_CODE_UNITS = 16 * 1024;
const MOST_LINE = 400;

const PYTHON = /^\s*(?:from\s+([\w.]+)\s+import\b|import\s+([\w.]+))/u;
const QUOTED = /(?:\bfrom\s*|\brequire\(\s*|^\s*import\s*|^\s*[\w.]*\s*)(["'])([@\w][^"']{0,200})\1/u;
const DOTTED = /^\s*(?:global\s+)?(?:using|import|use)\s+(?:static\s+)?([\w.:]+)/u;

/**
 * The modules that a text imports, as far as single lines show it: for files that hold nothing else worth parsing. Python,
 * JavaScript, Java, C#, Go and Rust write imports in few ways, one line each.
 */
export function importedIn(text: string): Imported[] {
  const found: Imported[] = [];
  for (const [index, line] of text.slice(0, MOST_CODE_UNITS).split('\n').entries()) {
    if (line.length > MOST_LINE) continue;
    const python = PYTHON.exec(line);
    const module = python?.[1] ?? QUOTED.exec(line)?.[2] ?? python?.[2] ?? DOTTED.exec(line)?.[1];
    if (module === undefined) continue;
    const range = { line: index + 1, column: 1, endLine: index + 1, endColumn: line.trimEnd().length + 1 };
    found.push({ module, range });
  }
  return found;
}
