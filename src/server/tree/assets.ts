import { basename } from 'node:path';
import { isDocumentedKind, type Asset, type AssetKind, type AssetRecord, type Scope, type Site } from '../../core';
import { clientCommands, type Mark, type TreeNode } from '../../protocol';
import { acceptedIn, countsOf, shownAssets, undocumentedIn } from '../counts';
import type { Project } from '../project';
import { amount } from '../words';
import { gapRows } from './gap-rows';
import { nodeId, nodeParts } from './node-id';

const kinds: readonly (readonly [AssetKind, string])[] = [
  ['model', 'Models'],
  ['prompt', 'Prompts'],
  ['dataset', 'Datasets'],
  ['agent', 'Agents'],
  ['tool', 'Tools'],
  ['mcp-server', 'MCP servers'],
  ['vector-index', 'Vector indexes'],
  ['guardrail', 'Guardrails'],
  ['evaluation-set', 'Evaluation sets'],
];

const headings: readonly (readonly [string, string, readonly Scope[]])[] = [
  ['development', "Developers' own tools", ['development']],
  ['tests', 'Tests and examples', ['test', 'example']],
];

const order: Partial<Record<Mark, number>> = { undocumented: 0, draft: 1, documented: 2, none: 3 };

/** Rows of the AI assets tree below `id`. */
export function assetChildren(projects: readonly Project[], id: string | null): TreeNode[] {
  if (id === null) return topRows(projects);
  const [type = '', uri = '', which = ''] = nodeParts(id);
  const project = projects.find((candidate) => candidate.uri === uri);
  if (!project) return [];
  switch (type) {
    case 'project':
      return projectRows(project);
    case 'kind':
      return assetRows(project, (asset) => asset.scope === 'product' && asset.kind === which);
    case 'heading': {
      const scopes = headings.find(([key]) => key === which)?.[2] ?? [];
      return assetRows(project, (asset) => scopes.includes(asset.scope));
    }
    case 'asset': {
      const asset = findAsset(project, which);
      return asset ? [...documentRows(project, asset), ...siteRows(project, asset)] : [];
    }
    default:
      return [];
  }
}

export function findAsset(project: Project, id: string): Asset | undefined {
  return project.engine.snapshot.assets.find((asset) => asset.id === id);
}

function topRows(projects: readonly Project[]): TreeNode[] {
  const counts = countsOf(projects);
  if (projects.every((project) => shownAssets(project).length === 0)) {
    if (counts.state !== 'ready') return [];
    return [
      note('no-assets', `No AI assets found in ${amount(counts.files, 'file')}.`),
      { ...note('coverage', 'Show what was looked at'), command: clientCommands.showCoverage },
    ];
  }
  const [only] = projects;
  if (projects.length === 1 && only) return projectRows(only);
  return projects.filter((project) => shownAssets(project).length > 0).map(projectRow);
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function note(id: string, label: string): TreeNode {
  return {
    id: nodeId('note', id),
    kind: 'note',
    label,
    description: '',
    spoken: label,
    mark: 'none',
    children: 'none',
  };
}

function projectRow(project: Project): TreeNode {
  const { undocumented, drafts } = countsOf([project]);
  const name = basename(project.root);
  const description = openWords(undocumented, drafts);
  return {
    id: nodeId('project', project.uri),
    kind: 'project',
    label: name,
    description,
    spoken: `Project ${name}${description === '' ? '' : `, ${description}`}`,
    mark: 'none',
    children: 'open',
    project: project.uri,
  };
}

function projectRows(project: Project): TreeNode[] {
  const counts = countsOf([project]);
  const assets = shownAssets(project);
  const kindRows = kinds.flatMap(([kind, label]): TreeNode[] => {
    const count = isDocumentedKind(kind) ? counts.kinds[kind] : null;
    const total = count
      ? count.total
      : assets.filter((asset) => asset.scope === 'product' && asset.kind === kind).length;
    if (total === 0) return [];
    const open = count ? openWords(count.undocumented, count.drafts) : '';
    const description = [String(total), ...(open === '' ? [] : [open])].join(', ');
    return [
      {
        id: nodeId('kind', project.uri, kind),
        kind: 'kind',
        label,
        description,
        spoken: `${label}: ${description}`,
        mark: 'none',
        assetKind: kind,
        ...(count ? { undocumented: count.undocumented } : {}),
        children: 'open',
        project: project.uri,
      },
    ];
  });
  const headingRows = headings.flatMap(([key, label, scopes]): TreeNode[] => {
    const count = assets.filter((asset) => scopes.includes(asset.scope)).length;
    if (count === 0) return [];
    return [
      {
        id: nodeId('heading', project.uri, key),
        kind: 'heading',
        label,
        description: String(count),
        spoken: `${label}: ${amount(count, 'asset')}, for information only`,
        mark: 'none',
        children: 'closed',
        project: project.uri,
      },
    ];
  });
  return [...kindRows, ...headingRows, ...gapRows(project, counts)];
}

function openWords(undocumented: number, drafts: number): string {
  return [
    ...(undocumented > 0 ? [`${String(undocumented)} undocumented`] : []),
    ...(drafts > 0 ? [amount(drafts, 'draft')] : []),
  ].join(', ');
}

function assetRows(project: Project, wanted: (asset: Asset) => boolean): TreeNode[] {
  const { snapshot } = project.engine;
  const [undocumented, accepted] = [undocumentedIn(snapshot), acceptedIn(snapshot)];
  const recordsByPath = new Map(snapshot.records.map((record) => [record.path, record]));
  return shownAssets(project)
    .filter(wanted)
    .map((asset) => {
      const aside = accepted.has(asset.id) ? 'accepted as a known gap' : 'ignored with a reason';
      return assetRow(project, asset, { undocumented: undocumented.has(asset.id), aside, records: recordsByPath });
    })
    .sort(
      (a, b) => (order[a.mark] ?? 3) - (order[b.mark] ?? 3) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
    );
}

/** What is known of an asset's documentation besides what it says itself. */
interface Standing {
  readonly undocumented: boolean;
  /** Why it does not count although it has no record. */
  readonly aside: string;
  readonly records: ReadonlyMap<string, AssetRecord>;
}

function assetRow(project: Project, asset: Asset, standing: Standing): TreeNode {
  const [primary] = asset.sites;
  // Names of prompts in code are those of constants: many files have a SYSTEM_PROMPT.
  const where =
    primary?.via === 'code' && (asset.kind === 'prompt' || !isDocumentedKind(asset.kind))
      ? [basename(primary.path)]
      : [];
  const state = isDocumentedKind(asset.kind) ? [stateWords(asset, standing)] : [];
  const description = [...state, ...where].join(' · ');
  const name = shownName(asset);
  return {
    id: nodeId('asset', project.uri, asset.id),
    kind: 'asset',
    label: name,
    description,
    spoken: [`${asset.kind} ${name}`, description].filter((words) => words !== '').join(', '),
    mark: markOf(asset, standing.undocumented),
    assetKind: asset.kind,
    children: 'closed',
    project: project.uri,
    asset: asset.id,
    ...(primary ? { place: project.place(primary.path, primary) } : {}),
  };
}

/** A prompt at module level has no name of its own but `<module>:system`: people know it by its file. */
function shownName({ name, sites }: Asset): string {
  const [primary] = sites;
  return primary ? name.replace(/^<module>(?=:)/u, basename(primary.path)) : name;
}

function markOf(asset: Asset, undocumented: boolean): Mark {
  if (asset.documented) return 'documented';
  if (asset.documentation.state === 'draft') return 'draft';
  return undocumented ? 'undocumented' : 'none';
}

/** "no record", "draft: 5 of 9 open", "recorded": what the icon says, in words. */
function stateWords(asset: Asset, { records, undocumented, aside }: Standing): string {
  const { state, by } = asset.documentation;
  const ignored = asset.scope === 'product' && !undocumented ? `, ${aside}` : '';
  switch (state) {
    case 'none':
      return `no record${ignored}`;
    case 'mentioned':
      return `mentioned, no record${ignored}`;
    case 'described':
      return by[0] === undefined ? 'described' : `described in ${by[0]}`;
    case 'recorded':
      return 'recorded';
    case 'draft': {
      const record = asset.records.map((path) => records.get(path)).find((candidate) => candidate !== undefined);
      const open = record?.open.filter((field) => field.required).length ?? 0;
      return record ? `draft: ${String(open)} of ${String(record.fields)} open` : 'draft';
    }
  }
}

function documentRows(project: Project, asset: Asset): TreeNode[] {
  const papers = [...new Set([...asset.records, ...asset.documentation.by])];
  return papers.map((path) => {
    const isRecord = asset.records.includes(path);
    const description = isRecord
      ? 'record'
      : asset.documentation.state === 'described'
        ? 'describes it'
        : 'mentions it';
    return {
      id: nodeId('record', project.uri, asset.id, path),
      kind: 'record',
      label: path,
      description,
      spoken: `${path}, ${description}`,
      mark: 'none',
      children: 'none',
      project: project.uri,
      place: { uri: project.uriOf(path), range: NOWHERE },
    };
  });
}

function siteRows(project: Project, asset: Asset): TreeNode[] {
  return asset.sites
    .filter((site) => project.shows(site.path))
    .map((site) => {
      const label = site.via === 'file' ? site.path : `${site.path}:${String(site.line)}`;
      const description = siteWords(site);
      return {
        id: nodeId('site', project.uri, asset.id, site.path, String(site.line), String(site.column)),
        kind: 'site',
        label,
        description,
        spoken: `${label}, ${description}`,
        mark: 'none',
        children: 'none',
        project: project.uri,
        asset: asset.id,
        place: project.place(site.path, site),
      };
    });
}

/** "defined here, Python", "used here, cell 4". */
function siteWords(site: Site): string {
  const use = site.use === 'definition' ? 'defined here' : 'used here';
  const cell = site.cell === undefined ? [] : [`cell ${String(site.cell)}`];
  return [site.via === 'file' ? 'the file itself' : use, ...cell, ...(site.provider ? [site.provider] : [])].join(', ');
}
