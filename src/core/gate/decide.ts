import { textDigest } from '../discover/digest';
import type { Checklist, GateOutcome, GateReason, GateResult, Snapshot } from '../model';
import { compareRange, compareText } from '../model';
import { checklistReasons, itemsSeen } from './checklist-reasons';
import { claimReasons } from './claim-reasons';
import { decisionReasons } from './decision-reasons';
import { findingReasons } from './finding-reasons';
import { paperReasons } from './paper-reasons';
import { reason } from './reason';
import type { GateInput } from './reason';

/**
 * Decides at a gate: no go where anything blocks, undecided where something that counts could not be read, go with
 * conditions where something is put off to a day that is not over, else go. Every reason comes with its way out.
 */
export function decide(input: GateInput, policyPath: string | null): GateResult {
  const { gate, environment, checklist, snapshot } = input;
  const items = itemsSeen(checklist?.items ?? [], snapshot);
  const found = [
    ...unread(input),
    ...checklistReasons(input, items),
    ...paperReasons(input),
    ...claimReasons(input),
    ...findingReasons(input),
  ].map((each) => overdue(each, snapshot.asOf));
  const reasons = [...found, ...decisionReasons(input, outcomeOf(found))];
  return {
    gate,
    environment,
    checklist: checklist?.path ?? null,
    subject: subjectOf(gate, checklist),
    outcome: outcomeOf(reasons),
    reasons: inOrder(reasons),
    items,
    asOf: snapshot.asOf,
    digest: decisionDigest(snapshot, checklist),
    policy: policyPath,
  };
}

/** A condition whose day is over is none any more. */
function overdue(each: GateReason, today: string): GateReason {
  if (each.weight !== 'condition' || each.due === null || each.due >= today) return each;
  return { ...each, weight: 'blocks', message: `${each.message} Its day, ${each.due}, is over.` };
}

/** The gate never says go on what it could not read. */
function* unread({ snapshot, policy, matches }: GateInput): Iterable<GateReason> {
  for (const { path, reason: why } of snapshot.coverage.skipped) {
    if (matches(policy.unread, path)) continue;
    // Projects and repositories inside this one are left to themselves: whether they are part of it, only people know.
    const isFolder = path.endsWith('/');
    const message = isFolder ? `${path} was not looked at: ${why}.` : `${path} could not be read: ${why}.`;
    const first = isFolder ? 'Decide on it by itself' : 'Make it readable';
    const wayOut = `${first}, exclude it, or name it under "unread" of the gate in ai-baseline.yaml.`;
    yield reason({ weight: 'unread', about: 'coverage', message, wayOut }, { path });
  }
}

function outcomeOf(reasons: readonly GateReason[]): GateOutcome {
  const has = (weight: GateReason['weight']) => reasons.some((each) => each.weight === weight);
  if (has('blocks')) return 'no-go';
  if (has('unread')) return 'undecided';
  return has('condition') ? 'go-with-conditions' : 'go';
}

const WEIGHTS = ['blocks', 'unread', 'condition'] as const;

function inOrder(reasons: readonly GateReason[]): GateReason[] {
  return [...reasons].sort(
    (a, b) =>
      WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) ||
      compareText(a.path ?? '', b.path ?? '') ||
      compareRange(a.range, b.range) ||
      compareText(a.message, b.message),
  );
}

function subjectOf(gate: GateInput['gate'], checklist: Checklist | null): string {
  if (gate !== 'release') return gate === 'design' ? 'the design' : 'taking it out of use';
  return checklist?.release ? `release ${checklist.release}` : 'the release';
}

/** What was decided on: the assets with their digests, what the records and claims say, and the answers of the checklist. */
function decisionDigest(snapshot: Snapshot, checklist: Checklist | null): string {
  const { assets, records, provisions, findings } = snapshot;
  return textDigest(
    JSON.stringify([
      assets
        .filter(({ scope }) => scope === 'product')
        .map(({ id, digest, configDigest, pin }) => [id, digest, configDigest ?? null, pin]),
      records
        .filter(({ path }) => path !== checklist?.path)
        .map(({ path, covers, open, stated }) => [
          path,
          covers.map(({ asset, digest }) => [asset, digest]),
          open.map(({ field }) => field),
          stated ?? null,
        ]),
      provisions.map(({ id, status, observation }) => [id, status, observation]),
      findings
        .filter(({ path }) => path !== checklist?.path)
        .map(({ fingerprint, suppressed }) => [fingerprint, suppressed?.until ?? null]),
      (checklist?.items ?? []).map(({ text, ticked, words }) => [text, ticked, words]),
    ]),
  );
}
