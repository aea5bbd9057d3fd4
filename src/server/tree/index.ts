import { provisionMarkdown, type Catalogue } from '../../core';
import type { ChildrenParams, TooltipParams, TreeNode } from '../../protocol';
import type { Project } from '../project';
import { plain } from '../words';
import { assetChildren, findAsset } from './assets';
import { nodeParts } from './node-id';
import { provisionChildren } from './provisions';

export { gapRows } from './gap-walk';

/** More rows than this are counted, not sent. */
const LARGEST_SLICE = 300;

/** One slice of a tree: the children of one row. */
export function slice(
  catalogue: Catalogue,
  projects: readonly Project[],
  { view, node, filter }: ChildrenParams,
): { nodes: TreeNode[]; more: number } {
  const rows = view === 'assets' ? assetChildren(projects, node) : provisionChildren(catalogue, projects, node, filter);
  return { nodes: rows.slice(0, LARGEST_SLICE), more: Math.max(0, rows.length - LARGEST_SLICE) };
}

/** What hovering a row shows, as Markdown; null where the row says it all. */
export function tooltip(catalogue: Catalogue, projects: readonly Project[], { node }: TooltipParams): string | null {
  const [type, first = '', second = ''] = nodeParts(node);
  if (type === 'provision') return provisionMarkdown(catalogue, first);
  if (type === 'principle') {
    const principle = catalogue.principles.find(({ clause }) => clause === first);
    return principle ? `**${principle.title}**\n\n${principle.summary}` : null;
  }
  const project = projects.find(({ uri }) => uri === first);
  if (type === 'finding') {
    const finding = projects
      .find(({ uri }) => uri === second)
      ?.engine.snapshot.findings.find(({ fingerprint }) => fingerprint === nodeParts(node)[3]);
    return finding ? plain(finding.message) : null;
  }
  return type === 'asset' && project ? assetTooltip(project, second) : null;
}

function assetTooltip(project: Project, id: string): string | null {
  const asset = findAsset(project, id);
  if (!asset) return null;
  const pins = { exact: 'an exact version', alias: 'an alias that can move', none: 'no version' };
  const facts = [
    ['Id', asset.id],
    ...(asset.aliases.length > 0 ? [['Also called', asset.aliases.join(', ')]] : []),
    ...(asset.suppliers.length > 0 ? [['Supplier', asset.suppliers.join(', ')]] : []),
    ...(asset.pin === 'not-applicable' ? [] : [['Named by', pins[asset.pin]]]),
    ['Seen at', `${String(asset.sites.length)} ${asset.sites.length === 1 ? 'place' : 'places'}`],
    ['How sure', asset.confidence],
    ...(asset.digest === null ? [] : [['Digest', asset.digest]]),
  ];
  return [
    `**${plain(asset.name)}** (${asset.kind})`,
    ...facts.map(([name = '', value = '']) => `- ${name}: ${plain(value)}`),
  ].join('\n');
}
