import { claimsPath } from '../claims';
import { followPath, followUrl } from '../claims/evidence-target';
import type { Engine, EngineOptions } from '../engine';
import { claimedText, textChange, withEvidence } from '../fix';
import type { EvidenceWords } from '../fix';
import { findProvision } from '../catalogue/lookup';
import type { Cancellation } from '../ports';
import { fileOf } from './evidence-files';
import type { Project } from './project';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** What people state about provisions, written into `claims.yaml`. */
export function createClaimQueries(
  { workspace }: EngineOptions,
  project: Project,
  textOf: TextOf,
): Pick<Engine, 'claim' | 'attachEvidence'> {
  const standard = () => {
    const { id, version } = project.catalogue.standard;
    return `${id.replace(/^ETSI /u, '')} ${version}`;
  };
  const isProvision = (id: string) => findProvision(project.catalogue, id) !== null;
  /** Null where a file that is there cannot be read: it is not written over. */
  const present = async (path: string, cancel: Cancellation): Promise<{ readonly text: string | null } | null> => {
    const text = await textOf(path, cancel);
    return cancel.cancelled || (text === null && project.holds(path)) ? null : { text };
  };
  /** What is noted about a file in the tree: what it is today. */
  const dated = async (evidence: EvidenceWords, cancel: Cancellation): Promise<EvidenceWords | null> => {
    const date = evidence.date ?? project.snapshot.asOf;
    if ('url' in evidence.place) return followUrl(evidence.place.url).target && { ...evidence, date };
    if (!('path' in evidence.place)) return evidence.place.ticket.trim() === '' ? null : { ...evidence, date };
    const { target } = followPath(evidence.place.path, null);
    if (target?.in !== 'tree') return null;
    const content = project.holds(target.path) ? await workspace.read(target.path, cancel) : null;
    const digest = content === null || content.kind === 'skipped' ? null : fileOf(target.path, content).digest;
    return { ...evidence, date, ...(digest === null ? {} : { digest }) };
  };

  return {
    async claim(claims, cancel) {
      const path = claimsPath(project.configuration);
      const before = await present(path, cancel);
      if (before === null) return null;
      let after = before.text;
      for (const words of claims) {
        after = isProvision(words.provision) ? claimedText(after, words, standard()) : null;
        if (after === null) return null;
      }
      return after === null ? null : textChange(path, before.text, after);
    },
    async attachEvidence(claims, evidence, cancel) {
      const path = claimsPath(project.configuration);
      const [before, words] = [await present(path, cancel), await dated(evidence, cancel)];
      if (before === null || words === null || cancel.cancelled) return null;
      let after = before.text;
      for (const claim of claims) {
        after = isProvision(claim.provision) ? withEvidence(after, claim, words, standard()) : null;
        if (after === null) return null;
      }
      return after === null ? null : textChange(path, before.text, after);
    },
  };
}
