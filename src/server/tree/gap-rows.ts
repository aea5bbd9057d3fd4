import { dayWords } from '../../core';
import type { Counts, TreeNode } from '../../protocol';
import type { Project } from '../project';
import { amount } from '../words';
import { nodeId } from './node-id';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What does not count in a project, and why: "300 accepted until 31 Mar", "4 ignored with a reason". */
export function gapRows(project: Project, counts: Counts): TreeNode[] {
  const { accepted, acceptedUntil, ignored, asOf } = counts;
  const row = (id: string, label: string): TreeNode => ({
    id: nodeId('note', project.uri, id),
    kind: 'note',
    label,
    description: '',
    spoken: label,
    mark: 'none',
    children: 'none',
    project: project.uri,
  });
  const until = acceptedUntil === null ? '' : ` until ${dayWords(acceptedUntil, asOf)}`;
  const file = { uri: project.uriOf(project.engine.acceptedPath), range: TOP };
  return [
    ...(accepted > 0 ? [{ ...row('accepted', `${amount(accepted, 'known gap')} accepted${until}`), place: file }] : []),
    ...(ignored > 0 ? [row('ignored', `${amount(ignored, 'finding')} ignored with a reason`)] : []),
  ];
}
