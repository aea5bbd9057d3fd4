import type { Cancellation } from '../ports';
import { forEachBounded } from './bounded';
import type { Configured } from '../config/configuration';
import type { FileStore } from './file-store';
import type { Readers } from './readers';

const READ_AT_ONCE = 16;

interface ReadAllOptions {
  readonly store: FileStore;
  readonly readers: Readers | undefined;
  readonly configured: Configured;
  readonly cancel: Cancellation;
  /** Told after each file. */
  readonly onRead: () => void;
}

/** Reads files into the store: those that are new to it together with others, where there are enough of them. */
export async function readAll(paths: readonly string[], options: ReadAllOptions): Promise<void> {
  const { store, readers, cancel } = options;
  if (!readers || paths.length < readers.worthFrom) return readAlone(paths, options);
  const fresh = paths.filter((path) => store.isNew(path));
  if (fresh.length < readers.worthFrom) return readAlone(paths, options);
  await readTogether(fresh, readers, options);
  const others = new Set(fresh);
  // What was taken by somebody who broke down is still to be read.
  const left = paths.filter((path) => !others.has(path) || !store.knows(path));
  if (!cancel.cancelled) await readAlone(left, options);
}

async function readAlone(paths: readonly string[], { store, cancel, onRead }: ReadAllOptions): Promise<void> {
  await forEachBounded(paths, READ_AT_ONCE, cancel, async (path) => {
    await store.read(path, cancel);
    onRead();
  });
}

async function readTogether(paths: readonly string[], readers: Readers, options: ReadAllOptions): Promise<void> {
  const { store, configured, cancel, onRead } = options;
  const shared = readers.begin({
    configured,
    paths,
    stamps: store.isKept,
    onRead(path, reading) {
      if (cancel.cancelled) return;
      store.take(path, reading);
      onRead();
    },
  });
  for (let own = shared.take(); own.length > 0 && !cancel.cancelled; own = shared.take()) {
    await readAlone(own, options);
  }
  if (cancel.cancelled) shared.stop();
  await shared.done;
}
