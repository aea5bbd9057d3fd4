import type { Snapshot } from '../model';

/**
 * The snapshot as seen from a folder of the project (`src/`; '' for all of it): assets with a site in it, findings that
 * stand in it. Coverage and provisions stay those of the whole project.
 */
export function inFolder(snapshot: Snapshot, folder: string): Snapshot {
  if (folder === '') return snapshot;
  const inside = ({ path }: { readonly path: string }) => path.startsWith(folder);
  return {
    ...snapshot,
    assets: snapshot.assets.filter((asset) => asset.sites.some(inside)),
    findings: snapshot.findings.filter(inside),
    records: snapshot.records.filter(inside),
  };
}
