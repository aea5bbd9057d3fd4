import {
  createEngine,
  partOf,
  projectsIn,
  type Cancellation,
  type Catalogue,
  type Clock,
  type Engine,
  type Grammars,
  type Logger,
  type Range,
  type Snapshot,
  type Workspace,
} from '../core';
import type { Place, ProgressParams, Settings } from '../protocol';
import { DEFAULT_SETTINGS } from '../protocol';
import type { OpenDocuments } from './documents';
import { overlayWorkspace } from './overlay';
import { relativeTo, uriIn, uriOfPath } from './paths';
import { toLspRange } from './ranges';
import { ScanQueue } from './scan-queue';
import type { SavedCache } from './session';
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
  openCache?(root: string): SavedCache | null;
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
  readonly #cache: SavedCache | null;
  /** Absolute paths of the opened folders; what lies outside of them is known but not shown. */
  #folders: readonly string[] = [];
  #state: ProjectState = 'idle';

  constructor(root: string, services: ProjectServices) {
    this.root = root;
    this.uri = uriOfPath(root);
    this.#services = services;
    const disk = overlayWorkspace(services.openDisk(root), {
      text: (path, saved) => this.#openText(path, saved),
      paths: () => this.#openPaths(),
    });
    this.#cache = services.openCache?.(root) ?? null;
    const cache = this.#cache === null ? {} : { cache: this.#cache };
    this.engine = createEngine({ ...services, ...cache, workspace: this.#watched(disk) });
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

  /** The opened folders inside the project, each with a slash at its end; none where all of it is open. */
  get folders(): readonly string[] {
    return this.#folders.flatMap((folder) => {
      const path = relativeTo(this.root, folder);
      return path === null ? [] : [`${path}/`];
    });
  }

  /** What is known of the opened folders. */
  get shown(): Snapshot {
    const { snapshot } = this.engine;
    return this.#folders.length === 0 ? snapshot : partOf(snapshot, (path) => this.shows(path));
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

  /** Where a place of the project is shown in the editor. */
  place(path: string, range: Range): Place {
    return this.#services.documents.place(join(this.root, path), toLspRange(range));
  }

  /** Whether any notebook is open. */
  get showsCells(): boolean {
    return this.#services.documents.showsCells;
  }

  /** Whether `place` may say something else of the same range tomorrow. */
  isShownInCells(path: string): boolean {
    return this.#services.documents.isShownInCells(join(this.root, path));
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
      if (!cancel.cancelled) await this.#cache?.save();
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

  /** Tells of the projects found inside while listing; the engine leaves their files to them. */
  #watched(workspace: Workspace): Workspace {
    return {
      list: async (selection, cancel) => {
        const listing = await workspace.list(selection, cancel);
        if (cancel.cancelled) return listing;
        const records = `${this.engine.configuration.records}/`;
        const paths = listing.files.filter((path) => !path.startsWith(records));
        const inside = projectsIn(paths).filter((path) => path !== '');
        this.#services.nested(
          this,
          inside.map((path) => join(this.root, path)),
        );
        return listing;
      },
      stamp: (path) => workspace.stamp?.(path) ?? null,
      read: (path, cancel) => workspace.read(path, cancel),
    };
  }
}
