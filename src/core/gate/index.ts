import type { Catalogue } from '../catalogue';
import type { GatePolicies } from '../config/gate-policy';
import { compileGlobs } from '../config/globs';
import type { Checklist, GateName, GateResult, Snapshot } from '../model';
import { compareText } from '../model';
import { decide } from './decide';
import { policyOf } from './policy';

/** What is decided, and where. */
export interface GateQuestion {
  readonly gate: GateName;
  /** Path of a release checklist; the newest one where none is named. */
  readonly checklist?: string | null;
  readonly environment?: string | null;
}

/** What a decision is made from. */
export interface GateProject {
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  readonly policies: GatePolicies;
  /** Where `gate:` is written; null where nothing is. */
  readonly policyPath: string | null;
}

/** Answers the question of a gate, from what is known now. */
export function gateOf(question: GateQuestion, { snapshot, catalogue, policies, policyPath }: GateProject): GateResult {
  const environment = question.environment ?? null;
  const policy = policyOf(policies, question.gate, environment);
  const checklist = policy.checklist ? checklistFor(question.checklist ?? null, snapshot.checklists) : null;
  const matches = (globs: readonly string[], path: string) => compileGlobs(globs)?.(path) ?? false;
  const named = question.checklist ?? null;
  const lost = policy.checklist && named !== null && checklist === null ? named : null;
  const input = { gate: question.gate, environment, policy, checklist, lost, snapshot, catalogue, matches };
  return decide(input, policyPath);
}

/** The one that is named, else the one with the latest day, of several of one day the last by path. */
function checklistFor(path: string | null, checklists: readonly Checklist[]): Checklist | null {
  if (path !== null) return checklists.find((each) => each.path === path) ?? null;
  const newest = [...checklists].sort((a, b) => compareText(a.date ?? '', b.date ?? '') || compareText(a.path, b.path));
  return newest.at(-1) ?? null;
}

export { itemsSeen } from './checklist-reasons';
