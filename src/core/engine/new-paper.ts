import type { Asset, FileCreation } from '../model';
import { isDocumentedKind } from '../model';
import { scaffold } from '../records';
import type { ScaffoldInput } from '../records';
import type { Project } from './project';

/** A new document of a kind about some assets; null where a project has one of that kind and it is there. */
export function newPaper(
  kind: string,
  { title, assets }: { readonly title: string; readonly assets: readonly Asset[] },
  { project, about }: { readonly project: Project; readonly about: () => Omit<ScaffoldInput, 'assets' | 'title'> },
): FileCreation | null {
  const covered = assets.length > 0 ? assets : coveredFromTheStart(kind, title, project);
  return scaffold(kind, { ...about(), assets: covered, title: title.trim() || null });
}

/**
 * What a new paper covers where nobody said: a release checklist all that the product uses, an assessment what comes from
 * that supplier. Other papers begin with nothing.
 */
function coveredFromTheStart(
  kind: string,
  title: string,
  { snapshot, catalogue }: Pick<Project, 'snapshot' | 'catalogue'>,
): Asset[] {
  const product = snapshot.assets.filter((asset) => asset.scope === 'product' && isDocumentedKind(asset.kind));
  if (kind === 'release-checklist') return product;
  const fields = catalogue.records.find(({ id }) => id === kind)?.fields ?? [];
  const wanted = title.trim().toLowerCase();
  if (wanted === '' || !fields.some(({ fill }) => fill === 'supplier')) return [];
  return product.filter(({ suppliers }) => suppliers.some((supplier) => supplier.toLowerCase() === wanted));
}
