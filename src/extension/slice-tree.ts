import {
  EventEmitter,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import type { Filter, TreeNode, View } from '../protocol';
import type { Server } from './server';

const NO_FILTER: Filter = { roles: [], forces: [] };

const collapsible = {
  none: TreeItemCollapsibleState.None,
  closed: TreeItemCollapsibleState.Collapsed,
  open: TreeItemCollapsibleState.Expanded,
} as const;

/** A tree of the server, asked for slice by slice as rows are opened. */
export class SliceTree implements TreeDataProvider<TreeNode> {
  readonly #server: Server;
  readonly #view: View;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #parents = new Map<string, TreeNode>();
  filter: Filter = NO_FILTER;

  constructor(server: Server, view: View) {
    this.#server = server;
    this.#view = view;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  /** The row above another one, where `reveal` has been told of it. */
  getParent({ id }: TreeNode): TreeNode | undefined {
    return this.#parents.get(id);
  }

  /** Remembers how rows lie in each other, from the top down, so that the last one can be revealed. */
  knows(rows: readonly TreeNode[]): void {
    rows.forEach(({ id }, level) => {
      const above = rows[level - 1];
      if (above) this.#parents.set(id, above);
    });
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    const { nodes, more } = await this.#server.children({
      view: this.#view,
      node: parent?.id ?? null,
      filter: this.filter,
    });
    if (more === 0) return [...nodes];
    const label = `… and ${more.toLocaleString('en-US')} more`;
    const rest: TreeNode = {
      id: `${parent?.id ?? ''}/more`,
      kind: 'note',
      label,
      description: '',
      spoken: label,
      mark: 'none',
      children: 'none',
    };
    return [...nodes, rest];
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(node.label, collapsible[node.children]);
    item.id = node.id;
    item.description = node.description;
    item.accessibilityInformation = { label: node.spoken };
    item.contextValue = contextOf(node);
    const icon = iconOf(node);
    if (icon) item.iconPath = icon;
    if (node.command !== undefined) item.command = { command: node.command, title: node.label, arguments: [node] };
    else if (node.place) item.command = { command: 'aiBaseline.openSite', title: 'Open', arguments: [node] };
    return item;
  }

  async resolveTreeItem(item: TreeItem, node: TreeNode): Promise<TreeItem> {
    const markdown = await this.#server.tooltip({ view: this.#view, node: node.id });
    item.tooltip = markdown === null ? node.spoken : new MarkdownString(markdown);
    return item;
  }
}

/** What menus ask for: `asset.undocumented`, `kind.undocumented`, `provision`. */
function contextOf({ kind, mark, assetKind, undocumented }: TreeNode): string {
  if (kind === 'kind' && undocumented !== undefined && undocumented > 0) return 'kind.undocumented';
  if (kind !== 'asset') return kind;
  // Agents, tools and the like are shown; records are kept of models, datasets and prompts.
  return /^(?:model|dataset|prompt)$/.test(assetKind ?? '') ? `asset.${mark}` : 'asset.other';
}

/** Never colour alone: each mark has a shape of its own, and the words beside it. */
function iconOf({ kind, mark, assetKind, command }: TreeNode): ThemeIcon | null {
  if (mark === 'undocumented') return new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));
  if (mark === 'draft') return new ThemeIcon('edit');
  if (mark === 'documented') return new ThemeIcon('pass');
  const standing = standings[mark];
  if (standing) return standing;
  if (kind === 'note') return command === undefined ? null : new ThemeIcon('search');
  if (kind === 'kind' || kind === 'asset') return kindIcon(assetKind);
  const icon = icons[kind];
  return icon === undefined ? null : new ThemeIcon(icon);
}

/** How a provision stands, each with a shape of its own. */
const standings: Partial<Record<TreeNode['mark'], ThemeIcon>> = {
  contradicted: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  claimed: new ThemeIcon('verified'),
  unproven: new ThemeIcon('question'),
  partly: new ThemeIcon('circle-large-outline'),
  'not-supported': new ThemeIcon('close'),
  'not-applicable': new ThemeIcon('circle-slash'),
};

const icons: Partial<Record<TreeNode['kind'], string>> = {
  claim: 'comment-discussion',
  evidence: 'file-symlink-file',
  observation: 'eye',
  project: 'root-folder',
  heading: 'tools',
  site: 'location',
  record: 'notebook',
  finding: 'warning',
  provision: 'law',
};

function kindIcon(kind: string | undefined): ThemeIcon {
  const kinds: Record<string, string> = {
    model: 'circuit-board',
    prompt: 'comment',
    dataset: 'database',
    agent: 'robot',
    tool: 'tools',
    'mcp-server': 'server-process',
    'vector-index': 'list-tree',
    guardrail: 'shield',
    'evaluation-set': 'beaker',
  };
  return new ThemeIcon(kinds[kind ?? ''] ?? 'symbol-misc');
}
