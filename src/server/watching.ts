import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type FileEvent,
} from 'vscode-languageserver';
import { basename, dirname } from 'node:path';
import type { OpenDocuments } from './documents';
import { pathOfUri, relativeTo, uriOfPath } from './paths';
import type { Project } from './project';
import type { Projects } from './projects';

/** Asks the client to tell of every change below the opened folders, and below projects that begin above them. */
export async function watchFiles(
  connection: Connection,
  projects: readonly Project[],
  folders: readonly string[],
): Promise<void> {
  const outside = projects.filter(({ root }) => !folders.some((folder) => relativeTo(folder, root) !== null));
  const watchers = [
    { globPattern: '**/*' },
    ...outside.map(({ root }) => ({ globPattern: { baseUri: uriOfPath(root), pattern: '**/*' } })),
  ];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** Hands changes on disk to the projects they belong to. */
export function filesChanged(projects: Projects, documents: OpenDocuments, events: readonly FileEvent[]): void {
  const touched = new Map<Project, string[]>();
  let reconsider = false;
  for (const { uri, type } of events) {
    const path = pathOfUri(uri);
    const owner = path === null ? null : projects.owning(path);
    if (path === null || owner === null || isNoise(owner.path)) continue;
    const { project, path: relative } = owner;
    documents.onDisk(path, type !== FileChangeType.Deleted);
    if (marksProject(project, path, type)) reconsider = true;
    touched.set(project, [...(touched.get(project) ?? []), relative]);
  }
  if (reconsider) void projects.reconsider();
  else for (const [project, paths] of touched) project.touch(paths);
}

/** Where no project looks anyway, and where very much happens. */
function isNoise(path: string): boolean {
  return /(?:^|\/)(?:\.git|node_modules)(?:\/|$)/u.test(path);
}

/** The birth or death of what makes a folder a project of its own. */
function marksProject(project: Project, path: string, type: FileChangeType): boolean {
  if (type === FileChangeType.Changed) return false;
  if (basename(path) === 'ai-baseline.yaml') return true;
  const folder = /^(.*)[\\/]ai-security(?:[\\/]|$)/u.exec(path)?.[1];
  return folder !== undefined && folder !== project.root && dirname(path) !== project.root;
}
