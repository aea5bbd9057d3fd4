import {
  createEngine,
  type Cancellation,
  type Catalogue,
  type Clock,
  type Engine,
  type Grammars,
  type Logger,
  type Range,
  type Workspace,
} from '../core';
import type { Place, ProgressParams, Settings } from '../protocol';
import { DEFAULT_SETTINGS } from '../protocol';
import type { OpenDocuments } from './documents';
import { overlayWorkspace } from './overlay';
import { relativeTo, uriIn, uriOfPath } from './paths';
import { toLspRange } from './ranges';
import { ScanQueue } from './scan-queue';
import { join } from 'node:path';

/** What every project of a server shares. */
export interface ProjectServices {
  readonly catalogue: Catalogue;
  readonly grammars: Grammars;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly documents: OpenDocuments;
  /** Milliseconds of rest after which changes are looked at. */
  readonly delay: number;
  openDisk(root: string): Workspace;
  /** The project knows something new, or its places have moved. */
  changed(project: Project): void;
  progress(project: Project, progress: ProgressParams, cancel: () => void): void;
  /** Absolute roots of the projects that lie inside it, found while listing. */
  nested(project: Project, roots: readonly string[]): void;
}

export type ProjectState = 'idle' | 'scanning' | 'ready' | 'stopped';

/** One project: its engine, fed with whatever changes. */
export class Project {
  readonly root: string;
  readonly uri: string;
  readonly engine: Engine;
  settings: Settings = DEFAULT_SETTINGS;
  readonly #services: ProjectServices;
  readonly #queue: ScanQueue;
  /** Absolute paths of the opened folders; what lies outside of them is known but not shown. */
  #folders: readonly string[] = [];
  #state: ProjectState = 'idle';
  #files: ReadonlySet<string> = new Set();

  constructor(root: string, services: ProjectServices) {
    this.root = root;
    this.uri = uriOfPath(root);
    this.#services = services;
    const disk = overlayWorkspace(services.openDisk(root), {
      text: (path, saved) => this.#openText(path, saved),
      paths: () => this.#openPaths(),
    });
    this.engine = createEngine({ ...services, workspace: this.#watched(disk) });
    this.engine.onDidChange(() => services.changed(this));
    this.#queue = new ScanQueue(
      {
        scan: (cancel) => this.#scan(cancel),
        update: async (paths, cancel) => {
          await this.engine.update(paths, cancel);
          if (!cancel.cancelled) services.changed(this);
        },
        failed: (error) => services.logger.error(`Reading ${root} failed`, error),
      },
      services.delay,
    );
  }

  get state(): ProjectState {
    return this.#state;
  }

  showOnly(folders: readonly string[]): void {
    this.#folders = folders.some((folder) => relativeTo(folder, this.root) !== null) ? [] : folders;
  }

  /** Whether a project-relative path lies in an opened folder. */
  shows(path: string): boolean {
    if (this.#folders.length === 0) return true;
    const absolute = join(this.root, path);
    return this.#folders.some((folder) => relativeTo(folder, absolute) !== null);
  }

  scan(): Promise<void> {
    return this.#queue.scan();
  }

  cancelScan(): void {
    this.#queue.cancelScan();
  }

  /** Project-relative paths whose content has changed. */
  touch(paths: readonly string[]): void {
    this.#queue.changed(paths);
  }

  /** A folder is gone: everything that was in it has changed. */
  touchFolder(folder: string): void {
    const inside = [...this.#files].filter((path) => path.startsWith(`${folder}/`));
    if (inside.length > 0) this.#queue.changed(inside);
  }

  /** Where a place of the project is shown in the editor. */
  place(path: string, range: Range): Place {
    return this.#services.documents.place(join(this.root, path), toLspRange(range));
  }

  uriOf(path: string): string {
    return uriIn(this.root, path);
  }

  dispose(): void {
    this.#queue.dispose();
  }

  async #scan(cancel: Cancellation & { cancel?: () => void }): Promise<void> {
    this.#state = 'scanning';
    const tell = (done: number, total: number) =>
      this.#services.progress(this, { scanning: this.#state === 'scanning', done, total }, () => this.cancelScan());
    tell(0, 0);
    try {
      await this.engine.scan(cancel, ({ done, total }) => tell(done, total));
    } finally {
      this.#state = cancel.cancelled ? 'stopped' : 'ready';
      tell(0, 0);
      this.#services.changed(this);
    }
  }

  #openText(path: string, saved: string): string | null {
    const absolute = join(this.root, path);
    // A notebook that is open is always read through its cells: their places are what the editor shows.
    if (this.settings.scan.onChange === 'save' && !this.#services.documents.isOpenNotebook(absolute)) return null;
    return this.#services.documents.text(absolute, saved);
  }

  *#openPaths(): Iterable<string> {
    for (const path of this.#services.documents.paths()) {
      const relative = relativeTo(this.root, path);
      if (relative !== null && relative !== '') yield relative;
    }
  }

  /** Leaves files of nested projects to those, and keeps in mind which files there are. */
  #watched(workspace: Workspace): Workspace {
    return {
      list: async (selection, cancel) => {
        const listing = await workspace.list(selection, cancel);
        const nested = nestedRoots(listing.files.map((file) => file.path));
        const files = listing.files.filter((file) => !nested.some((root) => file.path.startsWith(`${root}/`)));
        this.#files = new Set(files.map((file) => file.path));
        if (!cancel.cancelled) {
          this.#services.nested(
            this,
            nested.map((path) => join(this.root, path)),
          );
        }
        return { ...listing, files };
      },
      read: (path, cancel) => workspace.read(path, cancel),
    };
  }
}

/** Folders below the root that are projects of their own, outermost only. */
function nestedRoots(paths: readonly string[]): string[] {
  const roots = new Set<string>();
  for (const path of paths) {
    const marker = /^(.+?)\/(?:ai-baseline\.yaml$|ai-security\/)/u.exec(path);
    if (marker?.[1]) roots.add(marker[1]);
  }
  const sorted = [...roots].sort((a, b) => a.length - b.length);
  return sorted.filter((root, index) => !sorted.slice(0, index).some((outer) => root.startsWith(`${outer}/`)));
}
