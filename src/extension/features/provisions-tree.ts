import { commands, Disposable, window, type QuickPickItem, type TreeDragAndDropController } from 'vscode';
import type { Filter, TreeNode } from '../../protocol';
import type { Feature, Host } from '../context';
import { SliceTree } from '../slice-tree';

const MEMORY = 'provisions.filter';

/** The Provisions tree with its filters, which last as long as the workspace does. */
export const provisionsTree: Feature = (host) => {
  const { server, state, extension } = host;
  const tree = new SliceTree(server, 'provisions');
  const view = window.createTreeView('aiBaseline.provisions', {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: droppedFiles(),
  });
  const show = (filter: Filter) => {
    tree.filter = filter;
    const words = wordsOf(filter);
    view.description = words.length === 0 ? '' : `only ${words.join(', ')}`;
    void commands.executeCommand('setContext', 'aiBaseline.filtered', words.length > 0);
    void extension.workspaceState.update(MEMORY, filter);
    tree.refresh();
  };
  const walk = async (back: boolean) => {
    const after = view.selection.at(-1)?.provision ?? null;
    const rows = await server.gap({ after, back, filter: tree.filter });
    const row = rows.at(-1);
    if (row) {
      tree.knows(rows);
      return view.reveal(row, { select: true, focus: true });
    }
    const shown = wordsOf(tree.filter).length === 0 ? '' : ' that the filter shows';
    void window.showInformationMessage(
      `AI Baseline: every provision${shown} that concerns you is claimed with evidence, or said not to apply.`,
    );
  };
  show(extension.workspaceState.get<Filter>(MEMORY) ?? tree.filter);
  return Disposable.from(
    view,
    state.onCounts(() => tree.refresh()),
    commands.registerCommand('aiBaseline.filterByRole', async () => {
      const chosen = await pickSeveral('Show provisions of these roles', await roleItems(host), tree.filter.roles);
      if (chosen) show({ ...tree.filter, roles: chosen });
    }),
    commands.registerCommand('aiBaseline.filterByForce', async () => {
      const chosen = await pickSeveral('Show provisions of this force', await forceItems(host), tree.filter.forces);
      if (chosen) show({ ...tree.filter, forces: chosen });
    }),
    commands.registerCommand('aiBaseline.filterProvisions', async () => {
      const changed = await pickFilter(host, tree.filter);
      if (changed) show(changed);
    }),
    commands.registerCommand('aiBaseline.searchProvisions', async () => {
      const query = await window.showInputBox({
        title: 'Search provisions',
        prompt: 'Number or words; empty shows all again',
        value: tree.filter.query ?? '',
      });
      if (query !== undefined) show({ ...tree.filter, query: query.trim() });
    }),
    commands.registerCommand('aiBaseline.nextGap', () => walk(false)),
    commands.registerCommand('aiBaseline.previousGap', () => walk(true)),
    commands.registerCommand('aiBaseline.clearFilter', () => show({ roles: [], forces: [] })),
  );
};

/** A file dropped on a provision is named as evidence for it. */
function droppedFiles(): TreeDragAndDropController<TreeNode> {
  return {
    dropMimeTypes: ['text/uri-list'],
    dragMimeTypes: [],
    async handleDrop(target, data) {
      const [file] = ((await data.get('text/uri-list')?.asString()) ?? '').split(/\r?\n/u);
      if (target?.provision === undefined || file === undefined || file === '') return;
      await commands.executeCommand('aiBaseline.attachEvidence', target, [target], file);
    },
  };
}

function wordsOf(filter: Filter): string[] {
  const { roles, forces, statuses = [], phases = [], systems = [], owners = [], frameworks = [], query = '' } = filter;
  return [
    ...roles,
    ...forces.map((force) => (force === 'shall' ? 'requires' : 'recommends')),
    ...statuses.map((status) => status.replaceAll('-', ' ')),
    ...phases.map((clause) => `clause ${clause}`),
    ...systems,
    ...owners,
    ...frameworks,
    ...(query === '' ? [] : [`"${query}"`]),
  ];
}

/** First what to filter by, then its values. */
async function pickFilter(host: Host, filter: Filter): Promise<Filter | null> {
  const { statuses, phases, systems, owners, frameworks } = await host.server.filterChoices();
  const parts = [
    { label: 'Role', key: 'roles', items: await roleItems(host) },
    { label: 'Force', key: 'forces', items: await forceItems(host) },
    { label: 'Status', key: 'statuses', items: statuses },
    { label: 'Phase', key: 'phases', items: phases },
    { label: 'System', key: 'systems', items: plain(systems) },
    { label: 'Owner', key: 'owners', items: plain(owners) },
    { label: 'Linked to another framework', key: 'frameworks', items: frameworks },
  ] as const;
  const items = parts.filter((part) => part.items.length > 0).map((part) => ({ label: part.label, part }));
  const picked = await window.showQuickPick(items, { title: 'Filter provisions', placeHolder: 'By what?' });
  if (!picked) return null;
  const { key, label, items: values } = picked.part;
  const chosen = await pickSeveral(`Show provisions by ${label.toLowerCase()}`, values, filter[key] ?? []);
  return chosen && { ...filter, [key]: chosen };
}

interface Item extends QuickPickItem {
  readonly value: string;
}

function plain(values: readonly string[]): Item[] {
  return values.map((value) => ({ label: value, value }));
}

async function roleItems({ server }: Host): Promise<Item[]> {
  return plain((await server.choices()).roles);
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
