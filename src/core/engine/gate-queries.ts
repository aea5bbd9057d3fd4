import { NO_POLICIES } from '../config';
import type { Engine, EngineOptions } from '../engine';
import { decisionEdit, tickEdit } from '../fix';
import { gateOf, itemsSeen } from '../gate';
import type { Cancellation } from '../ports';
import type { Project } from './project';

type TextOf = (path: string, cancel: Cancellation) => Promise<string | null>;

/** What is decided at a gate, and what a person writes into a checklist. */
export function createGateQueries(
  { clock }: EngineOptions,
  project: Project,
  textOf: TextOf,
): Pick<Engine, 'gate' | 'recordDecision' | 'tick' | 'checklistNotes'> {
  const decided = (question: Parameters<Engine['gate']>[0]) =>
    gateOf(question, {
      snapshot: project.snapshot,
      catalogue: project.catalogue,
      policies: project.configuration.gate,
      policyPath: project.configuration.gate === NO_POLICIES ? null : project.configuration.path,
    });
  const checklistAt = (path: string) => project.snapshot.checklists.find((each) => each.path === path);
  return {
    gate: decided,
    async recordDecision(question, approver, cancel) {
      const result = decided(question);
      const text = result.checklist === null ? null : await textOf(result.checklist, cancel);
      return text === null ? null : decisionEdit(result, text, approver);
    },
    async tick(path, line, by, cancel) {
      const text = await textOf(path, cancel);
      const item = checklistAt(path)?.items.find(({ range }) => range.line === line);
      return text === null || !item ? null : tickEdit(path, text, item, { by, day: clock.today() });
    },
    checklistNotes: (path) => itemsSeen(checklistAt(path)?.items ?? [], project.snapshot),
  };
}
