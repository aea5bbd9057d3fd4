import { Disposable, window, workspace } from 'vscode';
import type { Feature } from '../context';
import { SliceTree } from '../slice-tree';
import { openWords } from '../words';

/** The AI assets tree, and the badge that says how many of them still need a hand. */
export const assetsTree: Feature = ({ server, state }) => {
  const tree = new SliceTree(server, 'assets');
  const view = window.createTreeView('aiBaseline.assets', { treeDataProvider: tree, showCollapseAll: true });
  if (!workspace.isTrusted) view.message = 'Restricted Mode: reading only. Fixes and new documents come with trust.';
  const listening = state.onCounts((counts) => {
    const value = counts.undocumented + counts.drafts;
    view.badge = value === 0 ? undefined : { value, tooltip: openWords(counts) };
    tree.refresh();
  });
  return Disposable.from(
    view,
    listening,
    workspace.onDidGrantWorkspaceTrust(() => (view.message = '')),
  );
};
