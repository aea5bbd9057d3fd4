import type { CodeFacts, Range } from '../../model';
import { mapRanges } from './notebook-ranges';
import { readNotebookJson, type JsonCell, type JsonString } from './notebook-json';
import { blankMagics } from './notebook-magics';
import { lastNotAfter, LineMap } from './parse-tree';

/** A cell of a notebook, as the raw file has it. */
export interface NotebookCell {
  /** From 1, over all cells. */
  readonly index: number;
  /** The nbformat id; null in files older than nbformat 4.5. */
  readonly id: string | null;
  readonly kind: 'code' | 'markdown' | 'raw';
  readonly language: string;
  readonly source: string;
  /** The whole cell in the raw file. */
  readonly rawRange: Range;
}

/** The code of a notebook as one text, so that names are shared across cells, with the way back to the raw file. */
export class Notebook {
  readonly cells: readonly NotebookCell[];
  readonly language: string;
  /** The code cells in the kernel's language, magics blanked, each ending in a line break. */
  readonly code: string;
  readonly #raw: LineMap;
  readonly #lines: LineMap;
  /** Per code unit of `code`: where it begins and ends in the raw text. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  /** Per code cell: where it begins in `code`, and which cell it is. */
  readonly #cellStarts: number[] = [];
  readonly #cellNumbers: number[] = [];

  private constructor(raw: string, cells: readonly JsonCell[], metadata: ReadonlyMap<string, string>) {
    this.#raw = new LineMap(raw);
    this.language = plainName(metadata.get('kernelspec/language') ?? metadata.get('language_info/name') ?? 'python');
    this.cells = cells.map((cell, index) => this.#describe(cell, index + 1));
    let code = '';
    this.cells.forEach((cell, index) => {
      if (cell.kind !== 'code' || cell.language !== this.language) return;
      this.#cellStarts.push(code.length);
      this.#cellNumbers.push(cell.index);
      code += this.language === 'python' ? blankMagics(cell.source) : cell.source;
      this.#place(raw, cells[index]?.fields.get('source') ?? []);
      // The line break between cells stands nowhere in the file: it takes the place of the closing quote.
      code += '\n';
      const last = this.#ends[this.#ends.length - 1] ?? cells[index]?.start ?? 0;
      this.#starts.push(last);
      this.#ends.push(last);
    });
    this.code = code;
    this.#lines = new LineMap(code);
  }

  /** Null where the text is no notebook. */
  static read(raw: string): Notebook | null {
    const json = readNotebookJson(raw);
    return json && new Notebook(raw, json.cells, json.metadata);
  }

  /** Facts of `code`, with every range brought to the raw file. */
  place(facts: CodeFacts): CodeFacts {
    return mapRanges(facts, (range) => this.rangeOf(range));
  }

  /** The cell that holds a line (from 1) of the raw file. */
  cellAtLine(line: number): NotebookCell | null {
    const after = this.cells.find((cell) => cell.rawRange.endLine >= line);
    return after && after.rawRange.line <= line ? after : null;
  }

  /** The range in the raw file of a range of `code`. */
  rangeOf(range: Range): Range {
    const start = this.#lines.startOf(range.line) + range.column - 1;
    const end = this.#lines.startOf(range.endLine) + range.endColumn - 1;
    const from = this.#starts[start] ?? this.#ends[start - 1] ?? 0;
    const to = end > start ? (this.#ends[end - 1] ?? from) : from;
    const cell = lastNotAfter(this.#cellStarts, start);
    const first = this.#lines.lineAt(this.#cellStarts[cell] ?? 0);
    return { ...this.#raw.range(from, to), cell: this.#cellNumbers[cell] ?? 1, cellLine: range.line - first + 1 };
  }

  #describe({ fields, start, end }: JsonCell, index: number): NotebookCell {
    const first = (field: string) => fields.get(field)?.[0]?.value;
    const type = first('cell_type');
    const own =
      first('metadata/vscode/languageId') ??
      first('metadata/language') ??
      magicLanguage(fields.get('source')?.[0]?.value);
    const kind = type === 'code' || type === 'markdown' ? type : 'raw';
    const source = (fields.get('source') ?? []).map((string) => string.value).join('');
    const language = kind === 'code' ? plainName(own ?? this.language) : kind;
    return { index, id: first('id') ?? null, kind, language, source, rawRange: this.#raw.range(start, end) };
  }

  /** Notes for every code unit of the strings where it is written: an escape is one unit, but several characters. */
  #place(raw: string, strings: readonly JsonString[]): void {
    for (const { start, end } of strings) {
      for (let at = start + 1; at < end - 1;) {
        const width = raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : 2;
        this.#starts.push(at);
        this.#ends.push(at + width);
        at += width;
      }
    }
  }
}

/** Kernels call their language `python`, `ipython`, `python3` … */
function plainName(language: string): string {
  const name = language.toLowerCase();
  return /^i?python\d*$/u.test(name) ? 'python' : name;
}

/** `%%bash`, `%%javascript` …: a cell in another language; `%%time` and the like leave it as it is. */
function magicLanguage(firstLine: string | undefined): string | undefined {
  const name = /^\s*%%(\w+)/u.exec(firstLine ?? '')?.[1];
  return name !== undefined && CELL_LANGUAGES.has(name) ? name : undefined;
}

const CELL_LANGUAGES = new Set(
  'bash sh script javascript js html latex markdown svg perl ruby R sql bigquery writefile file cmd powershell cython system sx'.split(
    ' ',
  ),
);
