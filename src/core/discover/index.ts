import { listWith, type FileFacts, type Sighting } from '../model';
import type { Cancellation, FileContent, Logger } from '../ports';
import { sameItems } from '../same-data';
import { CodeResults } from './code-results';
import { weigh } from './evidence';
import { SignatureLibrary } from './signatures/library';
import { createFactsReader, type ReaderOptions } from './read-facts';

export { createFactsReader };

interface DiscovererOptions extends ReaderOptions {
  readonly logger: Logger;
  /** What code showed together in an earlier run, as `codeShown` gave it; null where nobody knows. */
  readonly earlierCode?: () => unknown;
}

interface Discoverer {
  /** The facts of one file: a pure function of path, content, catalogue and configuration. Broken content never throws. */
  read(path: string, content: Exclude<FileContent, { kind: 'skipped' }>): Promise<FileFacts>;
  /**
   * What all files together show. Only what changed since the last call, and what looked at it, is worked out anew.
   * `pause` is asked for between files; null where it was cancelled. The very list of last time where nothing else shows.
   */
  sightings(
    files: ReadonlyMap<string, FileFacts>,
    cancel: Cancellation,
    pause: () => Promise<void> | undefined,
  ): Promise<readonly Sighting[] | null>;
  /** What code shows together by now, as plain data. */
  codeShown(): unknown;
}

export function createDiscoverer(options: DiscovererOptions): Discoverer {
  const { catalogue, configuration, earlierCode } = options;
  // Made when they are needed: a scan that finds everything as it was looks at no file.
  let library: SignatureLibrary | null = null;
  let read: Discoverer['read'] | null = null;
  const results = new CodeResults(
    () => (library ??= new SignatureLibrary(catalogue.signatures, catalogue.families, catalogue.settings)),
    earlierCode,
  );
  const last: { weighed: readonly Sighting[] } = { weighed: [] };
  return {
    read: (path, content) => (read ??= createFactsReader(options))(path, content),
    codeShown: () => results.saved(),
    async sightings(files, cancel, pause) {
      const shown = await results.updateGently(files, cancel, pause);
      if (shown === null) return null;
      const { sightings: codeSightings, uses: fileUses, isAi: codeIsAi } = shown;
      const own: Sighting[] = [];
      for (const facts of listWith(files, 'sightings')) for (const sighting of facts.sightings) own.push(sighting);
      const weighed = weigh({ fileSightings: own, codeSightings, fileUses, files, configuration, codeIsAi });
      if (!sameItems(last.weighed, weighed)) last.weighed = weighed;
      return last.weighed;
    },
  };
}
