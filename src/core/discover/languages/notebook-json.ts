/** A string of a JSON text: its value, and where it stands in the text, quotes included. */
export interface JsonString {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One cell as it lies in the file, with its strings by field: `source`, `cell_type`, `metadata/language`. */
export interface JsonCell {
  readonly start: number;
  readonly end: number;
  readonly fields: ReadonlyMap<string, readonly JsonString[]>;
}

export interface NotebookJson {
  readonly cells: readonly JsonCell[];
  /** Strings of the notebook's own metadata: `kernelspec/language`. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** Null where the text is no JSON, or no object with a list of cells. Outputs are passed over. */
export function readNotebookJson(text: string): NotebookJson | null {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || !('cells' in data) || !Array.isArray(data.cells)) return null;
  } catch {
    return null;
  }
  return new Reader(text).read();
}

interface Container {
  readonly isArray: boolean;
  readonly start: number;
  /** Keys from the root; the items of every array are `*`. */
  readonly path: string;
  key: string;
}

const CELL = 'cells/*';
const MAX_PATH = 200;

/** Goes through JSON that is known to be valid, mark by mark: nesting may be as deep as it likes. */
class Reader {
  readonly #open: Container[] = [];
  readonly #cells: JsonCell[] = [];
  readonly #metadata = new Map<string, string>();
  #fields = new Map<string, JsonString[]>();
  #isKey = false;

  constructor(private readonly text: string) {}

  read(): NotebookJson {
    const marks = /["{}[\],:]/g;
    for (let mark = marks.exec(this.text); mark; mark = marks.exec(this.text)) {
      if (mark[0] !== '"') this.#punctuation(mark[0], mark.index);
      else {
        marks.lastIndex = this.#endOfString(mark.index);
        this.#string(mark.index, marks.lastIndex);
      }
    }
    return { cells: this.#cells, metadata: this.#metadata };
  }

  #punctuation(mark: string, at: number): void {
    const top = this.#open[this.#open.length - 1];
    if (mark === '{' || mark === '[') this.#enter(mark === '[', at);
    else if (mark === '}' || mark === ']') this.#leave(at + 1);
    else this.#isKey = mark === ',' && top?.isArray === false;
  }

  #endOfString(start: number): number {
    let end = start;
    for (let escaped = true; escaped;) {
      end = this.text.indexOf('"', end + 1);
      let slashes = 0;
      while (this.text[end - 1 - slashes] === '\\') slashes++;
      escaped = slashes % 2 === 1;
    }
    return end + 1;
  }

  #path(): string {
    const top = this.#open[this.#open.length - 1];
    if (!top) return '';
    const step = top.isArray ? '*' : top.key;
    if (this.#open.length === 1) return step;
    return top.path.length > MAX_PATH ? top.path : `${top.path}/${step}`;
  }

  #enter(isArray: boolean, start: number): void {
    const path = this.#path();
    this.#open.push({ isArray, start, path, key: '' });
    this.#isKey = !isArray;
    if (path === CELL) this.#fields = new Map();
  }

  #leave(end: number): void {
    const closed = this.#open.pop();
    this.#isKey = false;
    if (closed?.path === CELL) this.#cells.push({ start: closed.start, end, fields: this.#fields });
  }

  #string(start: number, end: number): void {
    const top = this.#open[this.#open.length - 1];
    const value = () => String(JSON.parse(this.text.slice(start, end)));
    if (this.#isKey && top) {
      top.key = value();
      return;
    }
    const path = this.#path();
    if (path.startsWith('metadata/')) this.#metadata.set(path.slice('metadata/'.length), value());
    if (!path.startsWith(`${CELL}/`) || path.startsWith(`${CELL}/outputs`)) return;
    const field = path.slice(CELL.length + 1).replace(/\/\*$/u, '');
    const string = { value: value(), start, end };
    const list = this.#fields.get(field);
    if (list) list.push(string);
    else this.#fields.set(field, [string]);
  }
}
