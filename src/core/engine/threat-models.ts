import { diagramOf } from '../diagram';
import type { ThreatModelDrawing, ThreatModelEngine } from '../engine';
import type { Cancellation } from '../ports';
import { scaffold } from '../records';
import type { ScaffoldInput } from '../records';
import { recordPath } from '../records/record-path';
import { takeApart } from '../records/record-source';
import { importThreatModel } from '../threats/exchange/import';
import { growThreatModel } from '../threats/grow';
import { readThreatModel, threatModelOf } from '../threats/read-threat-model';
import { begunThreatModel, plannedRows, systemNamed } from '../threats/scaffold';
import type { ThreatModelInput } from '../threats/scaffold';
import { systemOf } from '../threats/system-assets';
import type { Project } from './project';

interface Means {
  readonly project: Project;
  readonly about: () => Omit<ScaffoldInput, 'assets' | 'title'>;
  readonly textOf: (path: string, cancel: Cancellation) => Promise<string | null>;
}

/** Threat models that begin with what is seen in the code, and that take in what has come since. */
export function createThreatModelQueries({ project, about, textOf }: Means): ThreatModelEngine {
  const input = (): ThreatModelInput => {
    const { catalogue, configuration, snapshot } = project;
    return { catalogue, configuration, assets: snapshot.assets, files: project.files(), profile: snapshot.profile };
  };
  return {
    newThreatModel(title) {
      const { profile } = project.snapshot;
      const system = systemNamed(title.trim() || null, profile);
      const name = title.trim() || system?.name || 'AI system';
      const begun = begunThreatModel(name, system, input());
      const file = scaffold('threat-model', { ...about(), assets: [], title: name, begun });
      return { creations: file ? [file] : [], replacements: [] };
    },
    async drawThreatModel(path, cancel) {
      const text = await textOf(path, cancel);
      return text === null ? null : drawn(path, text, project);
    },
    async growThreatModel(path, cancel) {
      const text = await textOf(path, cancel);
      const model = text === null ? null : readThreatModel(path, text, project.catalogue);
      if (text === null || model === null) return null;
      const system = systemOf(model, project.snapshot.profile);
      const growth = growThreatModel(text, model, plannedRows(model.system, system, input()));
      if (growth === null) return null;
      const { replacements, added, left } = growth;
      return { edit: { creations: [], replacements }, text: growth.text, added, left };
    },
    importThreatModel(text) {
      const { taken, catalogue, configuration } = about();
      const found = importThreatModel(text, catalogue);
      const kind = catalogue.records.find(({ id }) => id === 'threat-model');
      const path = kind && found.text !== null ? recordPath(kind, found.system ?? '', configuration, taken) : null;
      const creations = path != null && found.text !== null ? [{ path, text: found.text, select: null }] : [];
      return { ...found, edit: { creations, replacements: [] } };
    },
  };
}

/** Half-written YAML still reads as something; a picture of that would jump about under the hands of whoever types. */
function drawn(path: string, text: string, { catalogue }: Project): ThreatModelDrawing {
  const source = takeApart(path, text, 'yaml');
  const [first] = source?.trouble ?? [];
  const model = source === null || source.keys.broken ? null : threatModelOf(source, catalogue);
  if (model !== null) return { diagram: diagramOf(model), broken: null };
  const line = source !== null && first ? source.lines.range(first.start, first.end).line : 1;
  return { diagram: null, broken: { message: first?.message ?? 'The file holds no keys and values', line } };
}
