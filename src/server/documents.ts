import {
  NotebookCellKind,
  NotebookDocuments,
  TextDocuments,
  type Connection,
  type NotebookDocument,
  type Range,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NotebookMap } from './notebook-map';
import { notebookText, type CellText } from './notebook-text';
import { pathOfUri, relativeTo, uriOfPath } from './paths';
import type { Place } from '../protocol';

/** A notebook as it was when the engine last read it: where its cells stand in the raw text. */
interface ReadNotebook {
  readonly map: NotebookMap;
  readonly cells: readonly string[];
}

/** What the editor has open: text documents and notebooks, all by absolute path. */
export class OpenDocuments {
  readonly #texts = new TextDocuments(TextDocument);
  readonly #notebooks = new NotebookDocuments(TextDocument);
  readonly #notebooksByPath = new Map<string, NotebookDocument>();
  readonly #textsByPath = new Map<string, TextDocument>();
  readonly #read = new Map<string, ReadNotebook>();
  /** Open documents whose file is gone: editors keep them in memory for a while after the last person has looked. */
  readonly #gone = new Set<string>();

  /** Calls back with the path of whatever is opened, changed, saved or closed; `saved` where the disk has changed too. */
  listen(connection: Connection, changed: (path: string, saved: boolean) => void): void {
    const tell = (uri: string, saved: boolean, track: (path: string) => void) => {
      const path = pathOfUri(uri);
      if (path === null) return;
      track(path);
      changed(path, saved);
    };
    this.#texts.onDidChangeContent(({ document }) =>
      tell(document.uri, false, (path) => {
        this.#gone.delete(path);
        this.#textsByPath.set(path, document);
      }),
    );
    this.#texts.onDidSave(({ document }) => tell(document.uri, true, () => undefined));
    this.#texts.onDidClose(({ document }) =>
      tell(document.uri, true, (path) => {
        this.#gone.delete(path);
        this.#textsByPath.delete(path);
      }),
    );
    const opened = (notebook: NotebookDocument) => (path: string) => void this.#notebooksByPath.set(path, notebook);
    this.#notebooks.onDidOpen((notebook) => tell(notebook.uri, true, opened(notebook)));
    this.#notebooks.onDidChange((event) => tell(event.notebookDocument.uri, false, opened(event.notebookDocument)));
    this.#notebooks.onDidSave((notebook) => tell(notebook.uri, true, () => undefined));
    this.#notebooks.onDidClose((notebook) =>
      tell(notebook.uri, true, (path) => {
        this.#notebooksByPath.delete(path);
        this.#read.delete(path);
      }),
    );
    this.#texts.listen(connection);
    this.#notebooks.listen(connection);
  }

  /** Current text of what is open at `path`; null where nothing is. */
  text(path: string, disk: string): string | null {
    if (this.#gone.has(path)) return null;
    const notebook = this.#notebooksByPath.get(path);
    if (!notebook) return this.#textsByPath.get(path)?.getText() ?? null;
    const text = notebookText(disk, this.#cellsOf(notebook));
    this.#read.set(path, { map: new NotebookMap(text), cells: notebook.cells.map((cell) => cell.document) });
    return text;
  }

  paths(): Iterable<string> {
    return [...this.#textsByPath.keys(), ...this.#notebooksByPath.keys()].filter((path) => !this.#gone.has(path));
  }

  /** A file or folder went away or came on disk: until somebody types into it again, what is open of it does not count. */
  onDisk(path: string, there: boolean): void {
    for (const open of [...this.#textsByPath.keys(), ...this.#notebooksByPath.keys()]) {
      if (relativeTo(path, open) === null) continue;
      if (there) this.#gone.delete(open);
      else this.#gone.add(open);
    }
  }

  isOpenNotebook(path: string): boolean {
    return this.#notebooksByPath.has(path);
  }

  /** Whether any file is shown in the cells of an open notebook. */
  get showsCells(): boolean {
    return this.#read.size > 0;
  }

  /** Whether places of a file are shown in the cells of an open notebook, which move with every cell. */
  isShownInCells(path: string): boolean {
    return this.#read.has(path);
  }

  /** Where a range of a file is shown: in a cell where the file is an open notebook, else in the file. */
  place(path: string, range: Range): Place {
    const notebook = this.#read.get(path);
    const within = notebook?.map.toCell(range);
    const cell = within && notebook?.cells[within.cell];
    return cell && within ? { uri: cell, range: within.range } : { uri: uriOfPath(path), range };
  }

  /** The file and raw range behind a place in the editor; null where it belongs to no file. */
  source(uri: string, range: Range): { readonly path: string; readonly range: Range } | null {
    const path = pathOfUri(uri);
    if (path !== null) return { path, range };
    const notebook = this.#notebooks.findNotebookDocumentForCell(uri);
    const owner = notebook ? pathOfUri(notebook.uri) : null;
    const read = owner === null ? undefined : this.#read.get(owner);
    const raw = read?.map.toRaw(read.cells.indexOf(uri), range);
    return owner !== null && raw ? { path: owner, range: raw } : null;
  }

  #cellsOf(notebook: NotebookDocument): CellText[] {
    return notebook.cells.map((cell) => ({
      kind: cell.kind === NotebookCellKind.Markup ? 'markdown' : 'code',
      id: idOf(cell.metadata),
      text: this.#notebooks.getCellTextDocument(cell)?.getText() ?? '',
    }));
  }
}

function idOf(metadata: unknown): string | null {
  const id = (metadata as { readonly id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : null;
}
