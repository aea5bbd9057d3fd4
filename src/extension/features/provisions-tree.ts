import { commands, Disposable, window, type QuickPickItem } from 'vscode';
import type { Filter } from '../../protocol';
import type { Feature, Host } from '../context';
import { SliceTree } from '../slice-tree';

const MEMORY = 'provisions.filter';

/** The Provisions tree with its filters, which last as long as the workspace does. */
export const provisionsTree: Feature = (host) => {
  const { server, state, extension } = host;
  const tree = new SliceTree(server, 'provisions');
  const view = window.createTreeView('aiBaseline.provisions', { treeDataProvider: tree, showCollapseAll: true });
  const show = (filter: Filter) => {
    tree.filter = filter;
    const words = [...filter.roles, ...filter.forces.map((force) => (force === 'shall' ? 'requires' : 'recommends'))];
    view.description = words.length === 0 ? '' : `only ${words.join(', ')}`;
    void commands.executeCommand('setContext', 'aiBaseline.filtered', words.length > 0);
    void extension.workspaceState.update(MEMORY, filter);
    tree.refresh();
  };
  show(extension.workspaceState.get<Filter>(MEMORY) ?? tree.filter);
  return Disposable.from(
    view,
    state.onCounts(() => tree.refresh()),
    commands.registerCommand('aiBaseline.filterByRole', async () => {
      const { roles } = await host.server.choices();
      const items = roles.map((role) => ({ label: role, value: role }));
      const chosen = await pickSeveral('Show provisions of these roles', items, tree.filter.roles);
      if (chosen) show({ ...tree.filter, roles: chosen });
    }),
    commands.registerCommand('aiBaseline.filterByForce', async () => {
      const chosen = await pickSeveral('Show provisions of this force', await forceItems(host), tree.filter.forces);
      if (chosen) show({ ...tree.filter, forces: chosen });
    }),
    commands.registerCommand('aiBaseline.clearFilter', () => show({ roles: [], forces: [] })),
  );
};

interface Item extends QuickPickItem {
  readonly value: string;
}

async function forceItems({ server }: Host): Promise<Item[]> {
  const { forces } = await server.choices();
  return forces.map(({ value, label }) => ({ label, value, description: `the standard says "${value}"` }));
}

/** All chosen is the same as no filter. */
async function pickSeveral(title: string, items: readonly Item[], chosen: readonly string[]): Promise<string[] | null> {
  const picked = await window.showQuickPick(
    items.map((item) => ({ ...item, picked: chosen.length === 0 || chosen.includes(item.value) })),
    { title, canPickMany: true, placeHolder: 'All of them, or only some' },
  );
  if (!picked) return null;
  return picked.length === items.length ? [] : picked.map(({ value }) => value);
}
