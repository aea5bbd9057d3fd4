import type { Range as LspRange, TextDocumentPositionParams } from 'vscode-languageserver';
import type { OpenDocuments } from './documents';
import type { Project } from './project';
import type { Projects } from './projects';

/** A place in the editor as its project knows it. */
export interface Located {
  readonly project: Project;
  /** Project-relative. */
  readonly path: string;
  /** Lines and characters from 0; in a notebook those of the raw file. */
  readonly range: LspRange;
}

const START = { line: 0, character: 0 };

/** Finds the project behind a place in the editor; places in cells become places of the raw notebook. */
export class Locator {
  readonly #documents: OpenDocuments;
  readonly #projects: Projects;

  constructor({ documents, projects }: { readonly documents: OpenDocuments; readonly projects: Projects }) {
    this.#documents = documents;
    this.#projects = projects;
  }

  position({ textDocument, position }: TextDocumentPositionParams): Located | null {
    return this.range(textDocument.uri, { start: position, end: position });
  }

  file(uri: string): Located | null {
    return this.range(uri, { start: START, end: START });
  }

  range(uri: string, range: LspRange): Located | null {
    const source = this.#documents.source(uri, range);
    const owner = source && this.#projects.owning(source.path);
    return source && owner ? { ...owner, range: source.range } : null;
  }
}
