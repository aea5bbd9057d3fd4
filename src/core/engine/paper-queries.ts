import { acceptedPath, CONFIGURATION_FILE } from '../config';
import type { Engine, EngineOptions } from '../engine';
import { acceptEdit, ignoreEdit } from '../fix';
import type { Cancellation } from '../ports';
import { changesFor, writtenDown } from './changes';
import type { Project } from './project';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** What needs words from a person and is written into papers that are there. */
export function createPaperQueries(
  { clock }: EngineOptions,
  project: Project,
  textOf: TextOf,
): Pick<Engine, 'ignore' | 'recordChange' | 'accept'> {
  return {
    async ignore(fingerprint, reason, cancel) {
      const finding = project.snapshot.findings.find((candidate) => candidate.fingerprint === fingerprint);
      if (!finding) return null;
      const { path, line, rule } = finding;
      const configuration = project.configuration.path ?? CONFIGURATION_FILE;
      const [text, configured] = await Promise.all([textOf(path, cancel), textOf(configuration, cancel)]);
      if (cancel.cancelled) return null;
      // A comment in a file that is an asset itself, such as a prompt, would change the asset.
      const isAsset = project.snapshot.assets.some(({ sites }) =>
        sites.some((site) => site.path === path && site.via === 'file'),
      );
      return ignoreEdit({
        ...{ path, line, rule, reason, text: text ?? '' },
        isAsset,
        configuration: { path: configuration, text: configured },
      });
    },
    async recordChange(fingerprint, words, cancel) {
      const { snapshot } = project;
      const finding = snapshot.findings.find((candidate) => candidate.fingerprint === fingerprint);
      if (!finding || words.reason.trim() === '') return null;
      const { catalogue } = project;
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
