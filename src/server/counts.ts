import { isDocumentedKind, isOpenGap, type Asset, type DocumentedKind, type Finding, type Snapshot } from '../core';
import type { Counts, KindCount } from '../protocol';
import type { Project } from './project';

/** Ids of assets in product scope that lack a record and that nobody has given a reason for. */
export function undocumentedIn(snapshot: Snapshot): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { rule, asset, scope, suppressed } of snapshot.findings) {
    if (asset !== null && scope === 'product' && suppressed === null && rule.startsWith('undocumented-'))
      ids.add(asset);
  }
  return ids;
}

/** Ids of assets in product scope that lack a record, which is accepted as a known gap. */
export function acceptedIn(snapshot: Snapshot): ReadonlySet<string> {
  const accepted = snapshot.findings.filter(
    ({ rule, suppressed }) => suppressed?.by === 'accepted' && rule.startsWith('undocumented-'),
  );
  return new Set(accepted.flatMap(({ asset }) => asset ?? []));
}

/** The assets of a project that lie in what is opened. */
export function shownAssets(project: Project): readonly Asset[] {
  return project.engine.snapshot.assets.filter((asset) => asset.sites.some((site) => project.shows(site.path)));
}

export function countsOf(projects: readonly Project[]): Counts {
  const kinds: Record<DocumentedKind, { -readonly [key in keyof KindCount]: number }> = {
    model: { total: 0, undocumented: 0, drafts: 0 },
    dataset: { total: 0, undocumented: 0, drafts: 0 },
    prompt: { total: 0, undocumented: 0, drafts: 0 },
  };
  let elsewhere = 0;
  let files = 0;
  for (const project of projects) {
    const undocumented = undocumentedIn(project.engine.snapshot);
    files += project.engine.snapshot.coverage.read;
    for (const asset of shownAssets(project)) {
      if (!isDocumentedKind(asset.kind)) continue;
      if (asset.scope !== 'product') {
        elsewhere += 1;
        continue;
      }
      const count = kinds[asset.kind];
      count.total += 1;
      if (undocumented.has(asset.id)) count.undocumented += 1;
      if (asset.documentation.state === 'draft') count.drafts += 1;
    }
  }
  const sum = (key: keyof KindCount) => kinds.model[key] + kinds.dataset[key] + kinds.prompt[key];
  return {
    undocumented: sum('undocumented'),
    drafts: sum('drafts'),
    kinds,
    elsewhere,
    ...gapsOf(projects),
    files,
    projects: projects.length,
    state: stateOf(projects),
  };
}

type Gaps = Pick<Counts, 'gaps' | 'accepted' | 'acceptedUntil' | 'ignored' | 'asOf'>;

/** What counts, and what does not any more and why. */
function gapsOf(projects: readonly Project[]): Gaps {
  const found = projects.flatMap(shownFindings);
  const accepted = found.filter(({ suppressed }) => suppressed?.by === 'accepted');
  const ends = accepted.flatMap(({ suppressed }) => suppressed?.until ?? []).sort();
  return {
    gaps: found.filter(isOpenGap).length,
    accepted: accepted.length,
    acceptedUntil: ends[0] ?? null,
    ignored: found.filter(({ suppressed }) => suppressed !== null && suppressed.by !== 'accepted').length,
    asOf: projects[0]?.engine.snapshot.asOf ?? '',
  };
}

/** The findings of a project in what is opened. */
export function shownFindings(project: Project): readonly Finding[] {
  return project.engine.snapshot.findings.filter(({ path }) => project.shows(path));
}

/** Whatever is still being read comes first: what is known by then is not the whole. */
function stateOf(projects: readonly Project[]): Counts['state'] {
  const states = new Set(projects.map((project) => project.state));
  return (['scanning', 'stopped', 'ready'] as const).find((state) => states.has(state)) ?? 'idle';
}
