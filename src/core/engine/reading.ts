import type { Catalogue } from '../catalogue';
import type { Configured } from '../config/configuration';
import { createFactsReader } from '../discover';
import { NEVER_CANCELLED } from '../ports';
import type { Grammars, Workspace } from '../ports';
import { prepared } from './configured';
import type { Reading } from './readers';

interface FileReaderOptions {
  readonly workspace: Workspace;
  readonly grammars: Grammars;
  /** Without what a project lays over it. */
  readonly catalogue: Catalogue;
  readonly configured: Configured;
  readonly stamps: boolean;
}

/** Reads files one by one, for a job of Readers. Never throws. */
export function createFileReader(options: FileReaderOptions): (path: string) => Promise<Reading> {
  const { workspace, grammars, configured, stamps } = options;
  const read = createFactsReader({ grammars, ...prepared(options.catalogue, configured) });
  return async (path) => {
    const stamp = stamps ? (workspace.stamp?.(path) ?? null) : null;
    const content = await workspace.read(path, NEVER_CANCELLED);
    if (content.kind === 'skipped') return { ...content, stamp };
    try {
      return { kind: 'facts', facts: await read(path, content), stamp };
    } catch (error) {
      return { kind: 'broken', error };
    }
  };
}
