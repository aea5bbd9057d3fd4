import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Reading, ReadingJob, Readers, SharedReading } from '../core';
import { factsOf } from './facts-texts';
import type { FactsTexts } from './facts-texts';

/** What the threads get to know when they start. */
export interface ThreadData {
  /** Folder of the files. */
  readonly root: string;
  /** Folder of the grammars. */
  readonly grammars: string;
}

/** What the threads are asked for. */
export interface ThreadJob extends Pick<ReadingJob, 'configured' | 'paths' | 'stamps'> {
  /** One number for all: index of the first path that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

/** What came of reading a file, as it travels. */
export type ThreadReading =
  | Exclude<Reading, { kind: 'facts' }>
  | { readonly kind: 'facts'; readonly stamp: string | null; readonly hash: string | null; readonly texts: FactsTexts };

/** Readings of some files in a row by the index of their path; null at the end. */
export type ThreadAnswer = { readonly from: number; readonly readings: readonly ThreadReading[] } | null;

/** So many files are taken at once: few enough that nobody waits long for the last ones. */
const AT_ONCE = 16;
/** More threads take memory, and find little left to do. */
const MOST_THREADS = 3;

/** Takes the next paths of a job; none where all are taken. */
export function takePaths(next: Int32Array, paths: readonly string[]): { from: number; paths: readonly string[] } {
  const from = Atomics.add(next, 0, AT_ONCE);
  return { from, paths: paths.slice(from, from + AT_ONCE) };
}

/**
 * Threads that read files beside this one, as many as the machine has processors to spare. They start with a job, which takes
 * a moment, and end with it; a thread that breaks down leaves what it had taken unread.
 */
export class ReaderThreads implements Readers {
  readonly #count = Math.min(MOST_THREADS, availableParallelism() - 1);
  /** Each thread has to get warm, and two processors are often one that is shared. */
  readonly worthFrom = this.#count === 0 ? Infinity : this.#count === 1 ? 8_000 : 1_000;

  constructor(
    /** Where `reader.js` and the grammars lie. */
    private readonly programs: string,
    private readonly root: string,
  ) {}

  begin({ configured, paths, stamps, onRead }: ReadingJob): SharedReading {
    const next = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const taken = new Int32Array(next);
    const job: ThreadJob = { configured, paths, stamps, next };
    const tell = ({ from, readings }: NonNullable<ThreadAnswer>) =>
      readings.forEach((reading, at) => {
        const path = paths[from + at] ?? '';
        onRead(path, arrived(path, reading));
      });
    const workerData: ThreadData = { root: this.root, grammars: this.programs };
    const threads = Array.from({ length: this.#count }, () =>
      atWork(new Worker(join(this.programs, 'reader.js'), { workerData }), job, tell),
    );
    const done = Promise.all(threads).then(() => undefined);
    return { take: () => takePaths(taken, paths).paths, stop: () => Atomics.store(taken, 0, paths.length), done };
  }
}

/** Resolves when the thread is done, or has broken down. */
function atWork(thread: Worker, job: ThreadJob, tell: (answer: NonNullable<ThreadAnswer>) => void): Promise<void> {
  return new Promise((resolve) => {
    // What it leaves undone is read by others.
    thread.on('error', () => undefined).on('exit', () => resolve());
    thread.on('message', (answer: ThreadAnswer) => {
      if (answer === null) resolve();
      else tell(answer);
    });
    thread.postMessage(job);
  });
}

function arrived(path: string, reading: ThreadReading): Reading {
  if (reading.kind !== 'facts') return reading;
  const { stamp, hash, texts } = reading;
  const [rest, code] = texts;
  return { kind: 'facts', stamp, facts: factsOf(path, hash, rest, code === '' ? null : () => code) };
}
