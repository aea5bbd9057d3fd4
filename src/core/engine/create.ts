import { acceptedPath } from '../config';
import type { Engine, EngineOptions } from '../engine';
import type { Snapshot } from '../model';
import { Project } from './project';
import { createQueries } from './queries';
import { WorkQueue } from './work-queue';

/** The engine of one project. Nothing is read before the first `scan` or `update`. */
export function createEngine(options: EngineOptions): Engine {
  const project = new Project(options);
  const listeners = new Set<(snapshot: Snapshot) => void>();

  const tell = (before: number) => {
    if (project.snapshot.version === before) return;
    for (const listener of listeners) {
      try {
        listener(project.snapshot);
      } catch (error) {
        options.logger.error('A listener to changes failed.', error);
      }
    }
  };
  const queue = new WorkQueue(async (work, cancel, onProgress) => {
    const before = project.snapshot.version;
    const done = await project.run(work, cancel, onProgress);
    tell(before);
    return done;
  });
  return Object.freeze({
    get snapshot() {
      return project.snapshot;
    },
    get configuration() {
      return project.configuration;
    },
    get acceptedPath() {
      return acceptedPath(project.configuration);
    },
    get catalogue() {
      return project.catalogue;
    },
    async scan(cancel, onProgress) {
      await queue.request('everything', cancel, onProgress);
      return project.snapshot;
    },
    async update(paths, cancel) {
      await queue.request(paths, cancel);
      return project.snapshot;
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    ...createQueries(options, project),
  } satisfies Engine);
}
