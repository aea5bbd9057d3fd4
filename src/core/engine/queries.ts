import { completeInConfiguration, CONFIGURATION_FILE, hoverInConfiguration } from '../config';
import type { Engine, EngineOptions } from '../engine';
import type { Asset, FileCreation, ProjectEdit } from '../model';
import { siteHover } from '../navigate';
import type { Cancellation } from '../ports';
import { completeInRecord, hoverInRecord, isAssisted, scaffoldAll } from '../records';
import type { ScaffoldInput } from '../records';
import { rules } from '../rules';
import { createAdopter } from './adopt';
import { createClaimQueries } from './claim-queries';
import { completeInClaims, hoverInClaims } from './claims-assist';
import { fixesAt } from './fixes';
import { namesake, newPaper } from './new-paper';
import { NewPapers } from './new-papers';
import { createGateQueries } from './gate-queries';
import { createPaperQueries } from './paper-queries';
import { createPlaceQueries } from './place-queries';
import { createThreatModelQueries } from './threat-models';
import { peopleOf } from './people';
import { createRenameQueries } from './rename-queries';
import { createSupplierQueries } from './supplier-queries';
import type { Project } from './project';

export type Queries = Omit<
  Engine,
  'snapshot' | 'configuration' | 'acceptedPath' | 'catalogue' | 'scan' | 'update' | 'onDidChange'
>;

/** What doors ask about places and papers: answered from what is known, by core/fix and core/records. */
export function createQueries(options: EngineOptions, project: Project): Queries {
  const about = (): Omit<ScaffoldInput, 'assets' | 'title'> => ({
    all: project.snapshot.assets,
    today: options.clock.today(),
    ...takenIn(project),
    catalogue: project.catalogue,
    configuration: project.configuration,
  });
  const textOf = readerOf(options);
  const assist = () => ({ ...project.snapshot, catalogue: project.catalogue, configuration: project.configuration });
  const { adoption, offer: adopt } = createAdopter({
    snapshot: () => project.snapshot,
    files: () => project.files(),
    about,
  });
  const document = (ids: readonly string[]) => edit(scaffoldAll(assetsOf(project, ids), about(), adoption));
  const threatModels = createThreatModelQueries({ project, about, textOf });
  const remembered = rememberingBySnapshot(project, document);

  return {
    ...createPaperQueries(options, project, textOf),
    ...createGateQueries(options, project, textOf),
    ...createClaimQueries(options, project, textOf),
    ...createPlaceQueries(project, textOf),
    ...createSupplierQueries(textOf),
    ...createRenameQueries(project, textOf),
    ...threatModels,
    fixesAt(path, range) {
      const { snapshot, catalogue } = project;
      const papers = new NewPapers({ snapshot, files: () => project.files(), about });
      return fixesAt(path, range, { snapshot, catalogue, document: remembered, adopt, papers });
    },
    document,
    adopt: (id) => assetsOf(project, [id]).map((asset) => adopt(asset)?.edit ?? null)[0] ?? null,
    newRecord(kind, title, ids) {
      if (kind === 'threat-model') return threatModels.newThreatModel(title);
      return edit(newPaper(kind, { title, assets: assetsOf(project, ids) }, { project, about }));
    },
    namesake: (kind, title, ids) => namesake(kind, { title, assets: assetsOf(project, ids) }, project),
    async hover(path, position, cancel) {
      const text = await textOf(path, cancel);
      if (text !== null && path === CONFIGURATION_FILE) {
        return hoverInConfiguration(text, position, { catalogue: project.catalogue, rules });
      }
      const known = text === null ? null : hoverInRecord(path, text, position, assist());
      const inPaper = text === null ? null : hoverInClaims(path, text, position, { project, known });
      return inPaper ?? siteHover(path, position, project);
    },
    async complete(path, position, cancel) {
      const text = await textOf(path, cancel);
      if (text !== null && path === CONFIGURATION_FILE) {
        return completeInConfiguration(text, position, { catalogue: project.catalogue, rules });
      }
      if (text === null || !isAssisted(path, text, assist())) return [];
      const people = () => peopleOf(project, (each) => textOf(each, cancel));
      const inClaims = await completeInClaims(path, text, position, { project, people });
      if (inClaims !== null) return inClaims;
      return completeInRecord(path, text, position, { ...assist(), people: await people() });
    },
  };
}

/** The text of a file as it is now; null where it has none. */
function readerOf({ workspace }: EngineOptions) {
  return async (path: string, cancel: Cancellation): Promise<string | null> => {
    const content = await workspace.read(path, cancel);
    return content.kind === 'text' && !cancel.cancelled ? content.text : null;
  };
}

/** Editors ask for fixes at every move of the cursor: the same records are written once per snapshot. */
function rememberingBySnapshot(project: Project, document: (ids: readonly string[]) => ProjectEdit) {
  const memory = { snapshot: project.snapshot, edits: new Map<string, ProjectEdit>() };
  return (ids: readonly string[]): ProjectEdit => {
    if (memory.snapshot !== project.snapshot) {
      memory.snapshot = project.snapshot;
      memory.edits.clear();
    }
    const key = JSON.stringify(ids);
    const made = memory.edits.get(key) ?? document(ids);
    memory.edits.set(key, made);
    return made;
  };
}

/** What new records must not take: paths and ids. */
function takenIn(project: Project): Pick<ScaffoldInput, 'taken' | 'takenId'> {
  return {
    taken: (path) => project.holds(path),
    takenId: (id) => project.snapshot.records.some((record) => record.id === id),
  };
}

function assetsOf(project: Project, ids: readonly string[]): Asset[] {
  const wanted = new Set(ids);
  return project.snapshot.assets.filter((asset) => wanted.has(asset.id));
}

function edit(creations: readonly FileCreation[]): ProjectEdit {
  return { creations, replacements: [] };
}
