import { acceptedPath } from '../config';
import type { Engine, EngineOptions } from '../engine';
import { acceptEdit } from '../fix';
import type { Cancellation } from '../ports';
import { changesFor, writtenDown } from './changes';
import type { Project } from './project';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** What needs words from a person and is written into papers that are there. */
export function createPaperQueries(
  { catalogue, clock }: EngineOptions,
  project: Project,
  textOf: TextOf,
): Pick<Engine, 'recordChange' | 'accept'> {
  return {
    async recordChange(fingerprint, words, cancel) {
      const { snapshot } = project;
      const finding = snapshot.findings.find((candidate) => candidate.fingerprint === fingerprint);
      if (!finding || words.reason.trim() === '') return null;
      const changes = changesFor(finding, snapshot, catalogue, words);
      const read = (path: string) => textOf(path, cancel);
      const replacements = await writtenDown(changes, { catalogue, today: clock.today(), textOf: read });
      return cancel.cancelled || replacements === null ? null : { creations: [], replacements };
    },
    async accept(fingerprints, { reason, until, prune }, cancel) {
      const path = acceptedPath(project.configuration);
      const text = await textOf(path, cancel);
      // A file that is there and cannot be read is not written over.
      if (cancel.cancelled || (text === null && project.holds(path))) return null;
      const present = new Set(project.snapshot.findings.map((finding) => finding.fingerprint));
      return acceptEdit({
        ...{ path, text, reason, until },
        fingerprints: fingerprints.filter((fingerprint) => present.has(fingerprint)),
        today: clock.today(),
        keep: prune === true ? present : null,
      });
    },
  };
}
