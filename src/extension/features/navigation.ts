import { commands, Disposable } from 'vscode';
import type { TreeNode } from '../../protocol';
import type { Feature } from '../context';
import { openAt, openPlace } from '../edits';

/** From a row or a quick fix to its place in the workspace. */
export const navigation: Feature = () =>
  Disposable.from(
    commands.registerCommand('aiBaseline.openSite', async (node?: TreeNode) => {
      if (node?.place) await openPlace(node.place);
    }),
    commands.registerCommand('aiBaseline.openRecord', async (uri?: string) => {
      if (typeof uri === 'string') await openAt(uri, null);
    }),
  );
