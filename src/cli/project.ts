import { readFile, stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { createEngine, inFolder } from '../core';
import type { Catalogue, Clock, Engine, Snapshot } from '../core';
import { openFactsCache } from '../node/facts-cache';
import { openSnapshotCache } from '../node/snapshot-cache';
import { createClock } from '../node/clock';
import { createDiskWorkspace } from '../node/disk-workspace';
import { createLogger } from '../node/logger';
import { errorWords, isSystemError } from '../node/error-words';
import { projectRoot } from '../node/project-root';
import { CliError } from './io';
import type { CliIo } from './io';
import { createProgress } from './progress';

export interface ProjectOptions {
  readonly config?: string;
  readonly date?: string;
  readonly quiet?: boolean;
  readonly cache?: boolean;
}

export interface OpenProject {
  readonly engine: Engine;
  /** Absolute folder of the project. */
  readonly root: string;
  /** The folder asked for, inside the project: '' or `sub/`. */
  readonly folder: string;
}

/** What was scanned: where, with which catalogue, and what came of it for the folder asked for. */
export interface ScannedProject {
  readonly root: string;
  /** As reports name them: none for the whole project. */
  readonly folders: readonly string[];
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
}

/** Finds the project that a folder belongs to and reads all of it. Throws CliError where it cannot. */
export function scanProject(io: CliIo, directory: string, options: ProjectOptions): Promise<OpenProject> {
  return open(io, directory, options, false);
}

/** The same for who asks for the snapshot alone: where nothing changed since the last time, no file is read. */
export async function projectSnapshot(io: CliIo, directory: string, options: ProjectOptions): Promise<ScannedProject> {
  const { engine, root, folder } = await open(io, directory, options, true);
  const folders = folder === '' ? [] : [folder];
  return { root, folders, catalogue: engine.catalogue, snapshot: inFolder(engine.snapshot, folder) };
}

async function open(
  io: CliIo,
  directory: string,
  options: ProjectOptions,
  snapshotAlone: boolean,
): Promise<OpenProject> {
  const asked = await folderOf(io, directory);
  const root = projectRoot(asked);
  const clock = clockOf(io, options);
  const logger = createLogger((line) => {
    if (options.quiet !== true) io.stderr.write(`${line}\n`);
  });
  const kept = options.cache === false ? null : io.cacheFolder;
  const cache = openFactsCache(kept, root, io.stamp, logger);
  const snapshots = snapshotAlone ? openSnapshotCache(kept, root, io.stamp, logger) : null;
  const readers = io.readers?.(root);
  const engine = createEngine({
    workspace: createDiskWorkspace(root),
    grammars: io.grammars,
    catalogue: io.catalogue,
    clock,
    logger,
    ...(cache ? { cache } : {}),
    ...(snapshots ? { snapshots } : {}),
    ...(readers ? { readers } : {}),
    ...(options.config === undefined ? {} : { configuration: await readConfig(io, root, options.config) }),
  });
  const progress = createProgress(io.stderr, options.quiet !== true && io.env.TERM !== 'dumb');
  try {
    await engine.scan(io.cancel, (now) => progress.show(now));
  } catch (error) {
    if (isSystemError(error)) throw new CliError(`${directory} could not be read: ${errorWords(error)}.`);
    throw error;
  } finally {
    progress.clear();
  }
  if (!io.cancel.cancelled) {
    await cache?.save();
    await snapshots?.save();
  }
  return { engine, root, folder: insideOf(root, asked) };
}

async function folderOf(io: CliIo, directory: string): Promise<string> {
  if (directory === '') throw new CliError('The name of the folder is empty: write . for the folder you are in.');
  const asked = resolve(io.cwd, directory);
  if (!(await stat(asked).catch(() => null))?.isDirectory()) throw new CliError(`${directory} is not a folder.`);
  return asked;
}

function clockOf(io: CliIo, { date }: ProjectOptions): Clock {
  const clock = createClock(date, io.env.SOURCE_DATE_EPOCH);
  if (clock) return clock;
  const given = date === undefined ? 'SOURCE_DATE_EPOCH is not a number of seconds' : '--date is not a day';
  throw new CliError(`${given}: write ${date === undefined ? 'seconds since 1970' : 'YYYY-MM-DD'}.`);
}

async function readConfig(io: CliIo, root: string, file: string): Promise<{ path: string; text: string }> {
  const absolute = resolve(io.cwd, file);
  try {
    return { path: pathIn(root, absolute), text: await readFile(absolute, 'utf8') };
  } catch {
    throw new CliError(`The configuration ${file} could not be read.`);
  }
}

/** The path of a file as the project writes it; '' for its root. */
export function pathIn(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}

function insideOf(root: string, absolute: string): string {
  const path = pathIn(root, absolute);
  return path === '' ? '' : `${path}/`;
}
