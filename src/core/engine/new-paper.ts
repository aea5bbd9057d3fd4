import type { Asset, FileCreation } from '../model';
import { isDocumentedKind } from '../model';
import { scaffold } from '../records';
import type { ScaffoldInput } from '../records';
import { recordPath } from '../records/record-path';
import { supplierOf } from '../records/scaffold';
import type { Project } from './project';

/** A new document of a kind about some assets; none where a project has one of that kind and it is there. */
export function newPaper(
  kind: string,
  { title, assets }: { readonly title: string; readonly assets: readonly Asset[] },
  { project, about }: { readonly project: Project; readonly about: () => Omit<ScaffoldInput, 'assets' | 'title'> },
): FileCreation[] {
  const covered = assets.length > 0 ? assets : coveredFromTheStart(kind, title, project);
  const file = scaffold(kind, { ...about(), assets: covered, title: title.trim() || null });
  return file ? [file] : [];
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

/**
 * Path of the record of a kind that goes by that title already: one that says so of itself, or has the file name that a new
 * one would get. Null where there is none.
 */
export function namesake(
  kind: string,
  { title, assets }: { readonly title: string; readonly assets: readonly Asset[] },
  { snapshot, catalogue, configuration }: Pick<Project, 'snapshot' | 'catalogue' | 'configuration'>,
): string | null {
  const found = catalogue.records.find(({ id }) => id === kind);
  const name = title.trim() || (found && supplierOf(found, assets[0])) || '';
  if (found === undefined || (name === '' && found.file === undefined)) return null;
  const isName = (each: string) => each.toLowerCase() === name.toLowerCase();
  const path = recordPath(found, name, configuration, () => false);
  const model = snapshot.threatModels.find(({ system }) => kind === 'threat-model' && isName(system));
  const record = snapshot.records.find((each) => each.kind === kind && (each.path === path || each.names.some(isName)));
  return model?.path ?? record?.path ?? null;
}
