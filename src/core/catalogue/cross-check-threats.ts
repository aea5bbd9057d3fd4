import type { AtlasFile, AttackPath, CapabilitiesFile, OwaspFile } from './threats';
import type { CatalogueProblem, Loaded, YamlFile } from './yaml-file';

/** The files of `catalogue/threats/` that were read. */
export interface LoadedThreats {
  readonly atlas: Loaded<AtlasFile>[];
  readonly owasp: Loaded<OwaspFile>[];
  readonly capabilities: Loaded<CapabilitiesFile>[];
  readonly paths: Loaded<AttackPath>[];
}

/** What the files on threats say of one another: ids that name nothing, and pairings that nobody published. */
export function* checkThreats(
  threats: LoadedThreats,
  isProvision: (id: string) => boolean,
): Iterable<CatalogueProblem> {
  yield* threats.atlas.flatMap((file) => [...checkAtlas(file)]);
  yield* threats.owasp.flatMap((file) => [...checkOwasp(file, threats.atlas[0]?.data)]);
  const keys = new Map<string, string>();
  for (const { file, data } of threats.capabilities) {
    for (const [index, { key }] of data.capabilities.entries()) {
      const twice = keys.has(key);
      keys.set(key, file.path);
      if (twice) yield file.problem(['capabilities', index, 'key'], `capability ${key} is already defined above`);
    }
  }
  const known = knownIds(threats, isProvision);
  for (const { file, data } of threats.capabilities) {
    for (const [index, { includes }] of data.capabilities.entries()) {
      const unknown = includes.find((key) => !known.capability(key));
      if (unknown !== undefined) yield file.problem(['capabilities', index, 'includes'], `there is no capability ${unknown}`);
    }
  }
  for (const each of threats.paths) yield* checkPath(each, known, threats.owasp[0]?.data);
}

function* checkAtlas({ file, data }: Loaded<AtlasFile>): Iterable<CatalogueProblem> {
  for (const [index, { id, by }] of data.replaced.entries()) {
    if (id in data.techniques) yield file.problem(['replaced', index], `${id} is a technique of this release`);
    if (!(by in data.techniques)) yield file.problem(['replaced', index, 'by'], `there is no technique ${by}`);
  }
  for (const [index, { id }] of data.renamed.entries()) {
    if (!(id in data.techniques) && !(id in data.tactics)) {
      yield file.problem(['renamed', index], `there is no ${id}`);
    }
  }
}

function* checkOwasp({ file, data }: Loaded<OwaspFile>, atlas: AtlasFile | undefined): Iterable<CatalogueProblem> {
  const entries = new Set(data.lists.flatMap((list) => Object.keys(list.entries)));
  for (const [older, newer] of Object.entries(data.successors)) {
    const unknown = [older, newer].find((id) => !entries.has(id));
    if (unknown !== undefined) yield file.problem(['successors', older], `there is no entry ${unknown}`);
  }
  for (const [id, techniques] of Object.entries(data.published)) {
    const unknown = techniques.find((technique) => !(technique in (atlas?.techniques ?? {})));
    if (unknown !== undefined) yield file.problem(['published', id], `there is no technique ${unknown}`);
  }
}

type Known = Record<'capability' | 'provision' | 'technique' | 'mitigation' | 'entry', (id: string) => boolean>;

function knownIds({ atlas, owasp, capabilities }: LoadedThreats, provision: (id: string) => boolean): Known {
  const keys = new Set(capabilities.flatMap(({ data }) => data.capabilities.map(({ key }) => key)));
  const entries = new Set(owasp.flatMap(({ data }) => data.lists.flatMap((list) => Object.keys(list.entries))));
  const ids = atlas[0]?.data;
  return {
    capability: (id) => keys.has(id),
    provision,
    technique: (id) => ids !== undefined && id in ids.techniques,
    mitigation: (id) => ids !== undefined && id in ids.mitigations,
    entry: (id) => entries.has(id),
  };
}

function* checkPath(
  { file, data }: Loaded<AttackPath>,
  known: Known,
  owasp: OwaspFile | undefined,
): Iterable<CatalogueProblem> {
  if (file.path !== `threats/${data.id}.yaml`) yield file.problem(['id'], `the file of ${data.id} has another name`);
  const named: [keyof Known, readonly PropertyKey[], readonly string[]][] = [
    ['capability', ['entries'], data.entries],
    ['provision', ['provisions'], data.provisions],
    ['technique', ['atlas', 'primary'], data.atlas.primary],
    ['technique', ['atlas', 'related'], data.atlas.related],
    ['entry', ['owasp', 'published'], data.owasp.published],
    ['entry', ['owasp', 'ours'], data.owasp.ours],
    ...data.mitigations.map(({ atlas }, index): [keyof Known, readonly PropertyKey[], readonly string[]] => [
      'mitigation',
      ['mitigations', index, 'atlas'],
      atlas,
    ]),
    ...data.when.flatMap((condition, index) =>
      (['all', 'any', 'none'] as const).map((part): [keyof Known, readonly PropertyKey[], readonly string[]] => [
        'capability',
        ['when', index, part],
        condition[part],
      ]),
    ),
  ];
  for (const [what, steps, ids] of named) {
    for (const [index, id] of ids.entries()) {
      if (!known[what](id)) yield file.problem([...steps, index], `there is no ${what} ${id}`);
    }
  }
  yield* checkConditions(file, data);
  const techniques = new Set([...data.atlas.primary, ...data.atlas.related]);
  for (const [index, id] of data.owasp.published.entries()) {
    if (owasp?.published[id]?.some((technique) => techniques.has(technique)) !== true) {
      yield file.problem(['owasp', 'published', index], `OWASP prints no technique of this path at ${id}`);
    }
  }
}

/** A condition that asks for nothing would hold everywhere. */
function* checkConditions(file: YamlFile, { when }: AttackPath): Iterable<CatalogueProblem> {
  for (const [index, { all, any }] of when.entries()) {
    if (all.length + any.length === 0) yield file.problem(['when', index], 'a condition asks for something');
  }
}
