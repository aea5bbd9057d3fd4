import type { Claim, JudgedEvidence } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { fixTitles, shown } from './wording';

export const brokenEvidence: Rule = {
  id: 'broken-evidence',
  title: 'Evidence that cannot be opened, or no longer holds',
  severity: 'warning',
  provisions: [],
  explanation: `
A link in a record, or a path under \`evidence\`, leads to a file of the project that does not exist. A link is looked
up from the folder of the record, evidence from there and from the top of the project. Addresses on the web are not
checked.

In \`claims.yaml\` it is also a heading or line that the file does not have, a file that has changed since its digest was
noted, a day \`valid-until\` that has gone by, a path that leads out of the project or goes through \`..\`, and a \`url\` that
is no address. Paths count from the top of the project there.

**Why.** Evidence that cannot be opened shows nothing, and without this finding nobody notices until somebody asks for
it.

**How to settle it.** Correct the path, or take it out. A file that \`.gitignore\` leaves out is not there for others
either.
`,
  *check(context) {
    yield* inRecords(context);
    yield* inClaims(context);
  },
};

function* inRecords({ records, files, coverage }: RuleContext): Iterable<Report> {
  if (records.every(({ links }) => links.length === 0)) return;
  const there = new Set<string>();
  for (const path of [...files.keys(), ...coverage.skipped.map((entry) => entry.path.replace(/\/$/u, ''))]) {
    there.add(path);
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) there.add(path.slice(0, at));
  }
  const closed = coverage.skipped.flatMap(({ path }) => (path.endsWith('/') ? [path] : []));
  for (const record of records) {
    for (const { written, paths, range } of record.links) {
      if (paths.some((path) => there.has(path) || closed.some((folder) => path.startsWith(folder)))) continue;
      yield {
        path: record.path,
        range,
        message: `${shown(written)} is not there.`,
        record: record.path,
        subject: `${record.path}|${written}`,
        fixes: [fixTitles.explain],
      };
    }
  }
}

/** Evidence of claims that does not hold today. */
function* inClaims({ provisions, claims: file }: RuleContext): Iterable<Report> {
  const known = new Set(provisions.map(({ id }) => id));
  for (const { claims } of provisions) for (const claim of claims) yield* ofClaim(claim, claim.evidence);
  // What is claimed of nothing is not judged; its paths are still wrong.
  for (const claim of file?.claims ?? []) {
    if (known.has(claim.provision)) continue;
    const invalid = claim.evidence.filter(({ trouble }) => trouble !== null);
    yield* ofClaim(
      claim,
      invalid.map((evidence) => ({ ...evidence, state: 'invalid', why: evidence.trouble, digestNow: null })),
    );
  }
}

function* ofClaim(
  { path, provision }: Pick<Claim, 'path' | 'provision'>,
  all: readonly JudgedEvidence[],
): Iterable<Report> {
  for (const { reference, state, why, range, digestNow } of all) {
    if (state === 'current' || state === 'outside') continue;
    yield {
      path,
      range,
      record: path,
      subject: `${path}|${provision}|${reference}`,
      message: `${shown(reference)} ${wordsFor(state, why)}.`,
      fixes: [...(state === 'changed' && digestNow !== null ? [fixTitles.noteDigest] : []), fixTitles.explain],
    };
  }
}

function wordsFor(state: JudgedEvidence['state'], why: string | null): string {
  if (state === 'expired') return `shows nothing any more: it was ${why ?? 'valid until a day that is over'}`;
  if (state === 'changed') return `has ${why ?? 'changed since'}`;
  if (state === 'missing') return `is not there: ${why ?? 'there is no such file'}`;
  return why ?? 'cannot be followed';
}
