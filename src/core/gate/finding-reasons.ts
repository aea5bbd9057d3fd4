import type { Finding, GateReason, Severity } from '../model';
import { fixTitles } from '../rules/wording';
import { commandFor } from './commands';
import { reason } from './reason';
import type { GateInput } from './reason';

const RANKS: Readonly<Record<Severity, number>> = { info: 1, warning: 2, error: 3 };
/** What the checklist, the records and the claims say already, in words of the gate. */
const SAID_ELSEWHERE = new Set(['incomplete-record', 'invalid-record', 'contradicted-claim']);
/** Risks that somebody accepted, and whose end has come, are no mere remark at a gate. */
const ALWAYS_COUNT = new Set(['expired-suppression', 'untreated-threat']);
const NO_WAY_OUT: ReadonlySet<string> = new Set([fixTitles.explain, fixTitles.ignore]);

/** Open findings block; those that were put off until a day are conditions with that day. */
export function* findingReasons(input: GateInput): Iterable<GateReason> {
  const { policy, snapshot } = input;
  const least = policy.severity === 'never' ? Number.POSITIVE_INFINITY : RANKS[policy.severity];
  for (const finding of snapshot.findings) {
    if (finding.scope !== 'product' || SAID_ELSEWHERE.has(finding.rule)) continue;
    const counts = RANKS[finding.severity] >= least;
    if (finding.suppressed === null) {
      if (counts || (ALWAYS_COUNT.has(finding.rule) && policy.severity !== 'never')) yield open(finding, input);
    } else if (counts) yield putOff(finding);
  }
}

function open(finding: Finding, input: GateInput): GateReason {
  // What only tells more, or puts the finding aside, settles nothing.
  const first = finding.fixes.find((title) => !NO_WAY_OUT.has(title));
  return reason(
    {
      weight: 'blocks',
      about: finding.rule === 'expired-suppression' ? 'acceptance' : 'finding',
      message: `${finding.rule}: ${finding.message}`,
      wayOut:
        first === undefined
          ? 'Settle it, or accept it with a reason and an end.'
          : `${first}, or accept it with a reason and an end.`,
    },
    { ...placeOf(finding), command: commandFor(finding, input) },
  );
}

function putOff(finding: Finding): GateReason {
  const { suppressed } = finding;
  const until = suppressed?.until ?? null;
  const why = suppressed === null ? '' : ` (${suppressed.reason})`;
  return reason(
    {
      weight: 'condition',
      about: 'acceptance',
      message: `${finding.rule} is put off${until === null ? ' without an end' : ''}${why}: ${finding.message}`,
      wayOut: until === null ? 'Settle it, or give it an end.' : `Settle it by ${until}.`,
    },
    { ...placeOf(finding), due: until },
  );
}

function placeOf(finding: Finding): Partial<GateReason> {
  const { path, line, column, endLine, endColumn, provisions, fingerprint } = finding;
  return { path, range: { line, column, endLine, endColumn }, provisions, finding: fingerprint };
}
