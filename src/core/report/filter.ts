import type { ProvisionStatus, Snapshot, SystemProfile } from '../model';
import { stateTogether, withFindings } from '../model';

/** The snapshot as seen from a folder of the project (`src/`; '' for all of it). */
export function inFolder(snapshot: Snapshot, folder: string): Snapshot {
  return folder === '' ? snapshot : partOf(snapshot, (path) => path.startsWith(folder));
}

/**
 * The part of a snapshot that lies in some folders: assets with a site there, findings that stand there, and the papers that
 * lie there or are about those assets, wherever they are kept. Of provisions it has the claims and the standing of the systems
 * that those assets belong to, and the findings of this part. Coverage and observations stay those of the whole project.
 */
export function partOf(snapshot: Snapshot, isInside: (path: string) => boolean): Snapshot {
  const inside = ({ path }: { readonly path: string }) => isInside(path);
  const assets = snapshot.assets.filter((asset) => asset.sites.some(inside));
  const ids = new Set(assets.map(({ id }) => id));
  const records = snapshot.records.filter((each) => inside(each) || each.covers.some(({ asset }) => ids.has(asset)));
  const papers = new Set(records.map(({ path }) => path));
  const findings = snapshot.findings.filter(inside);
  const profile = profilePart(snapshot.profile, new Set(assets.flatMap(({ systems }) => systems)));
  const isLeftOut = leftOutSystems(snapshot.profile, profile);
  return {
    ...snapshot,
    ...{ assets, findings, records, profile },
    threatModels: snapshot.threatModels.filter(
      (model) => inside(model) || model.assets.some(({ asset }) => ids.has(asset.text)),
    ),
    checklists: snapshot.checklists.filter((each) => inside(each) || papers.has(each.path)),
    provisions: withFindings(
      snapshot.provisions.map((status) => provisionPart(status, isLeftOut)),
      findings,
    ),
  };
}

function profilePart(profile: SystemProfile | null, used: ReadonlySet<string>): SystemProfile | null {
  // A system without paths is all of the project.
  const there = ({ id, paths }: SystemProfile['systems'][number]) => used.has(id) || paths.length === 0;
  return profile && { ...profile, systems: profile.systems.filter(there) };
}

function leftOutSystems(whole: SystemProfile | null, part: SystemProfile | null): (id: string) => boolean {
  const kept = new Set(part?.systems.map(({ id }) => id));
  const left = new Set(whole?.systems.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
  return (id) => left.has(id);
}

function provisionPart(status: ProvisionStatus, isLeftOut: (system: string) => boolean): ProvisionStatus {
  const systems = status.systems.filter(({ system }) => !isLeftOut(system));
  const claims = status.claims.filter(
    (claim) => claim.systems.length === 0 || !claim.systems.every(({ id }) => isLeftOut(id)),
  );
  const [first] = systems;
  const concern = systems.some((each) => each.concern.state === 'concerned') ? status.concern : first?.concern;
  return {
    ...status,
    ...{ claims, systems, status: stateTogether(claims, systems), concern: concern ?? status.concern },
    evidence: claims.flatMap(({ evidence }) => evidence),
  };
}
