import type { Coverage, Evidence, EvidenceState, EvidenceTarget, FileFacts, JudgedEvidence } from '../model';
import { sameDigest } from '../records/same-digest';

/** What was read of a file that is named as evidence. */
export interface EvidenceFile {
  /** `text1:sha256:…`, or `sha256:…` of what is no text; null where it is not known. */
  readonly digest: string | null;
  /** Headings in lower case, without marks; null where the file has none. */
  readonly headings: readonly string[] | null;
  readonly lines: number | null;
}

export interface EvidenceInput {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly coverage: Coverage;
  readonly today: string;
  /** By path; what is not in it was not read. */
  readonly evidenceFiles?: ReadonlyMap<string, EvidenceFile>;
}

type Verdict = readonly [state: EvidenceState, why: string | null];

/** How evidence stands today. The folders of the project are worked out once for all of it. */
export function evidenceJudge(input: EvidenceInput): (evidence: Evidence) => JudgedEvidence {
  let folders: ReadonlySet<string> | null = null;
  const isFolder = (path: string) => (folders ??= foldersIn(input.files.keys())).has(path);
  return (evidence) => {
    const [state, why] = judged(evidence, input, isFolder);
    const path = evidence.target?.in === 'tree' ? evidence.target.path : '';
    const digestNow = evidence.digest === null ? null : (input.evidenceFiles?.get(path)?.digest ?? null);
    return { ...evidence, state, why, digestNow };
  };
}

function judged(evidence: Evidence, input: EvidenceInput, isFolder: (path: string) => boolean): Verdict {
  const { target, validUntil, trouble } = evidence;
  if (target === null) return ['invalid', trouble];
  const there = target.in === 'tree' ? inTree(target, evidence, input, isFolder) : (['outside', null] as const);
  if (there[0] !== 'current' && there[0] !== 'outside') return there;
  if (validUntil !== null && validUntil.date < input.today) return ['expired', `valid until ${validUntil.date}`];
  return there;
}

function inTree(
  { path, heading, lines }: EvidenceTarget & { in: 'tree' },
  { digest, date }: Evidence,
  { files, coverage, evidenceFiles }: EvidenceInput,
  isFolder: (path: string) => boolean,
): Verdict {
  if (!files.has(path)) return isFolder(path) ? ['current', null] : unread(path, coverage);
  const read = evidenceFiles?.get(path);
  if (read === undefined) return ['current', null];
  if (heading !== null && read.headings !== null && !hasHeading(read.headings, heading)) {
    return ['missing', `it has no heading ${heading.slice(0, 60)}`];
  }
  if (lines !== null && read.lines !== null && lines.to > read.lines) return ['missing', `it has ${read.lines} lines`];
  if (digest !== null && read.digest !== null && sameDigest(digest, read.digest) === false) {
    return ['changed', date === null ? 'changed since its digest was noted' : `changed since ${date.date}`];
  }
  return ['current', null];
}

/** A file that was not read: kept out of sight, or not there. */
function unread(path: string, { skipped }: Coverage): Verdict {
  const left = skipped.find(
    (entry) => entry.path.replace(/\/$/u, '') === path || (entry.path.endsWith('/') && path.startsWith(entry.path)),
  );
  return left ? ['outside', `cannot be read: ${left.reason}`] : ['missing', 'there is no such file'];
}

/** As written, or as the anchor that Markdown makes of it. */
function hasHeading(headings: readonly string[], wanted: string): boolean {
  const name = wanted.trim().toLowerCase();
  return headings.some((heading) => heading === name || anchorOf(heading) === anchorOf(name));
}

function anchorOf(heading: string): string {
  return heading.replace(/[^\p{L}\p{N}\s_-]+/gu, '').replace(/\s+/gu, '-');
}

function foldersIn(paths: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (found.has(folder)) break;
      found.add(folder);
    }
  }
  return found;
}
