import type { Logger } from '../core';
import { relativeTo } from './paths';
import { Project, type ProjectServices } from './project';

/** The projects of everything that is open: those of the workspace folders, and those found inside them. */
export class Projects {
  readonly #services: ProjectServices;
  readonly #logger: Logger;
  readonly #findRoot: (folder: string) => string;
  readonly #byRoot = new Map<string, Project>();
  /** Roots found inside a project, by the root of that project. */
  readonly #nested = new Map<string, readonly string[]>();
  #folders: readonly string[] = [];
  #outer: readonly string[] = [];

  constructor(services: Omit<ProjectServices, 'nested'>, findRoot: (folder: string) => string) {
    this.#services = { ...services, nested: (project, roots) => this.#foundInside(project, roots) };
    this.#logger = services.logger;
    this.#findRoot = findRoot;
  }

  /** All projects, ordered by path. */
  get all(): readonly Project[] {
    return [...this.#byRoot.values()].sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** The opened folders have changed: new projects are scanned, those nobody looks at any more are let go. */
  open(folders: readonly string[]): void {
    this.#folders = folders;
    const found = folders.map((folder) => ({ folder, root: this.#findRoot(folder) }));
    // A folder that lies inside another one and is no project by itself belongs to that one.
    const roots = found
      .filter(({ folder, root }) => root !== folder || !folders.some((other) => isInside(other, folder)))
      .map(({ root }) => root);
    this.#outer = [...new Set(roots.length > 0 ? roots : found.map(({ root }) => root))];
    this.#settle();
  }

  get(uri: string): Project | null {
    return this.all.find((project) => project.uri === uri) ?? null;
  }

  /** The innermost project that an absolute path belongs to, with the path as the project knows it. */
  owning(path: string): { readonly project: Project; readonly path: string } | null {
    let best: { project: Project; path: string } | null = null;
    for (const project of this.#byRoot.values()) {
      const relative = relativeTo(project.root, path);
      if (relative !== null && (best === null || project.root.length > best.project.root.length)) {
        best = { project, path: relative };
      }
    }
    return best;
  }

  /** Whether the tree may now be cut into projects differently. */
  async reconsider(): Promise<void> {
    this.open(this.#folders);
    await this.scanAll();
  }

  async scanAll(): Promise<void> {
    await Promise.all(this.all.map((project) => project.scan()));
  }

  dispose(): void {
    for (const project of this.#byRoot.values()) project.dispose();
    this.#byRoot.clear();
  }

  #foundInside(project: Project, roots: readonly string[]): void {
    const before = this.#nested.get(project.root) ?? [];
    if (before.length === roots.length && before.every((root, index) => root === roots[index])) return;
    this.#nested.set(project.root, roots);
    this.#settle();
  }

  /** Makes the projects that should be and are not, and ends those that are and should not be. */
  #settle(): void {
    const wanted = new Set<string>();
    const want = (root: string): void => {
      if (wanted.has(root)) return;
      wanted.add(root);
      for (const inner of this.#nested.get(root) ?? []) want(inner);
    };
    this.#outer.forEach(want);
    for (const [root, project] of this.#byRoot) {
      if (wanted.has(root)) continue;
      this.#byRoot.delete(root);
      this.#nested.delete(root);
      project.dispose();
      this.#services.changed(project);
    }
    for (const root of wanted) {
      if (this.#byRoot.has(root)) continue;
      this.#logger.info(`Project ${root}`);
      const project = new Project(root, this.#services);
      this.#byRoot.set(root, project);
      void project.scan();
    }
    for (const project of this.#byRoot.values()) {
      project.showOnly(
        this.#folders.filter((folder) => relativeTo(project.root, folder) !== null || isInside(folder, project.root)),
      );
      this.#services.changed(project);
    }
  }
}

function isInside(outer: string, inner: string): boolean {
  const relative = relativeTo(outer, inner);
  return relative !== null && relative !== '';
}
