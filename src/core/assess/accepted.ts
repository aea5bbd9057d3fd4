import { acceptedPath } from '../config';
import type { Configuration } from '../config';
import type { AcceptedEntry, FileFacts, Finding } from '../model';

/** Known gaps that still count, by the fingerprint of the finding, and where they stand. */
export interface Accepted {
  readonly path: string;
  readonly entries: ReadonlyMap<string, AcceptedEntry>;
}

/** The entries of `accepted.yaml` whose day has not passed (the day itself still counts). */
export function acceptedIn(input: {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly configuration: Configuration;
  readonly today: string;
}): Accepted {
  const path = acceptedPath(input.configuration);
  const entries = input.files.get(path)?.accepted?.entries ?? [];
  const open = entries.filter(({ until }) => until.slice(0, 10) >= input.today);
  return { path, entries: new Map(open.map((entry) => [entry.finding, entry])) };
}

/** Findings that are known gaps, marked so; what says that the baseline itself is wrong cannot be accepted in it. */
export function withAccepted(findings: readonly Finding[], { path, entries }: Accepted): Finding[] {
  if (entries.size === 0) return [...findings];
  return findings.map((finding) => {
    const entry = entries.get(finding.fingerprint);
    if (!entry || finding.suppressed !== null || finding.path === path) return finding;
    const { reason, until, range } = entry;
    return { ...finding, suppressed: { by: 'accepted', reason, until: until.slice(0, 10), path, line: range.line } };
  });
}
