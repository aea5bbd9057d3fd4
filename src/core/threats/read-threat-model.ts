import type { Catalogue } from '../catalogue';
import { FILE_START } from '../model';
import type { Range, ThreatModel } from '../model';
import { takeApart } from '../records/record-source';
import type { RecordSource } from '../records/record-source';
import { endOfAssets } from './asset-rows';
import { checkReferences } from './check-references';
import { ModelReader } from './model-reader';
import { readAcceptances, readCommunications, readThreats } from './read-threats';
import { readPermissions, readSuperfluous, readSystem } from './read-system';

/**
 * Reads a YAML record of the kind `threat-model`; whoever calls has seen that it is one. Never throws: what is wrong is told
 * at the value or key, and everything else is read. Null where nothing of it can be read.
 */
export function readThreatModel(path: string, text: string, { threats: catalogue }: Catalogue): ThreatModel | null {
  const source = takeApart(path, text, 'yaml');
  return source && threatModelOf(source, { threats: catalogue });
}

/** The same of a file that was taken apart before. */
export function threatModelOf(
  source: RecordSource,
  { threats: catalogue }: Pick<Catalogue, 'threats'>,
): ThreatModel | null {
  if (!source.keys.usable) return null;
  const { path } = source;
  const reader = new ModelReader(source);
  const system = readSystem(reader);
  const threats = readThreats(reader, catalogue);
  const acceptances = readAcceptances(reader);
  const communicated = readCommunications(reader);
  checkReferences(reader, { system, threats, acceptances, communicated }, catalogue);
  const id = reader.textOf('id') ?? stem(path);
  const range = keyRange(reader, 'record') ?? FILE_START;
  const texts = (key: string) => reader.listOf(key).map((each) => each.text);
  return {
    path,
    id,
    system: reader.textOf('system') ?? id,
    version: reader.textOf('version'),
    owner: reader.textOf('owner'),
    authors: texts('authors'),
    role: reader.textOf('role'),
    reviewed: reader.dateOf('reviewed'),
    reviewBy: reader.dateOf('review-by'),
    reviewTriggers: texts('review-triggers'),
    purpose: reader.textOf('scope.purpose'),
    outOfScope: texts('scope.out-of-scope'),
    assumptions: texts('scope.assumptions'),
    riskAppetite: reader.textOf('scope.risk-appetite'),
    assets: system.assets,
    assetsEnd: endOfAssets(source),
    components: system.components,
    boundaries: system.boundaries,
    flows: system.flows,
    entryPoints: system.entryPoints,
    permissions: readPermissions(reader),
    superfluous: readSuperfluous(reader),
    threats,
    acceptances,
    communicated,
    changeLog: texts('change-log'),
    range,
    threatsRange: keyRange(reader, 'threats') ?? range,
    problems: reader.problems,
  };
}

function keyRange(reader: ModelReader, key: string): Range | null {
  const entry = reader.entry(key);
  if (!entry) return null;
  const oneLine = entry.value.type === 'text' && key === 'record' ? entry.value.end : entry.end;
  return reader.source.lines.range(entry.start, oneLine);
}

/** The name of the file without its ending. */
function stem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/iu, '');
}
