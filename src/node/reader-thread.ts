import { parentPort, workerData } from 'node:worker_threads';
import { createFileReader } from '../core';
import type { Reading } from '../core';
import { embeddedCatalogue } from './catalogue';
import { createDiskWorkspace } from './disk-workspace';
import { textsOf } from './facts-texts';
import { createGrammars } from './grammars';
import { takePaths } from './reader-threads';
import type { ThreadAnswer, ThreadData, ThreadJob, ThreadReading } from './reader-threads';

/** The program of a thread that reads files: see ReaderThreads. */
const { root, grammars } = workerData as ThreadData;

parentPort?.on('message', (job: ThreadJob) => void work(job));

async function work({ configured, paths, stamps, next }: ThreadJob): Promise<void> {
  const read = createFileReader({
    workspace: createDiskWorkspace(root),
    grammars: createGrammars(grammars),
    catalogue: embeddedCatalogue(),
    configured,
    stamps,
  });
  const taken = new Int32Array(next);
  for (let own = takePaths(taken, paths); own.paths.length > 0; own = takePaths(taken, paths)) {
    const readings: ThreadReading[] = [];
    for (const path of own.paths) readings.push(travelling(await read(path)));
    answer({ from: own.from, readings });
  }
  answer(null);
  parentPort?.close();
}

function answer(said: ThreadAnswer): void {
  parentPort?.postMessage(said);
}

function travelling(reading: Reading): ThreadReading {
  if (reading.kind === 'skipped') return reading;
  if (reading.kind === 'broken') return { kind: 'broken', error: String(reading.error) };
  const { facts, stamp } = reading;
  return { kind: 'facts', stamp, hash: facts.hash, texts: textsOf(facts) };
}
