import { completeClaims, claimsPath, hoverClaimKey, observedMarkdown } from '../claims';
import { findProvision } from '../catalogue/lookup';
import type { Completion, HoverText, Position } from '../model';
import type { Person } from '../records';
import type { Project } from './project';

/** Completion in `claims.yaml`; null for every other file. */
export async function completeInClaims(
  path: string,
  text: string,
  position: Position,
  { project, people }: { readonly project: Project; readonly people: () => Promise<readonly Person[]> },
): Promise<readonly Completion[] | null> {
  if (path !== claimsPath(project.configuration)) return null;
  const { snapshot, catalogue } = project;
  return completeClaims(text, position, { catalogue, snapshot, people: await people(), paths: project.files().keys() });
}

/** What is said at a position of `claims.yaml` beyond what records say: its keys, and what is seen of a provision. */
export function hoverInClaims(
  path: string,
  text: string,
  position: Position,
  { project, known }: { readonly project: Project; readonly known: HoverText | null },
): HoverText | null {
  if (path !== claimsPath(project.configuration)) return known;
  if (known === null) return hoverClaimKey(text, position);
  const { line, column, endColumn } = known.range;
  const id = text.split('\n', line)[line - 1]?.slice(column - 1, endColumn - 1) ?? '';
  const status = project.snapshot.provisions.find((each) => each.id === id);
  const limit = findProvision(project.catalogue, id)?.provision.limit;
  if (status === undefined || limit === undefined) return known;
  return { ...known, markdown: `${known.markdown}\n\n${observedMarkdown(status, limit)}` };
}
