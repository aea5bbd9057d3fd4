import { compareRange, compareText, type FileFacts, type Sighting } from '../model';
import { joinedByCalls } from './call-hubs';
import type { FileUse } from './file-use';
import { fileUsesOf } from './file-uses';
import { carriedPrompts } from './prompts/carriers';
import { PromptFinder } from './prompts/prompt-sightings';
import type { Consulted } from './resolve/code-index';
import { sourceFile, type SourceFile } from './resolve/source-file';
import { remembering } from './remembered';
import { rangeKey, siteIn } from './sighting-parts';
import { Analysis } from './signatures/analysis';
import { classesInTables } from './signatures/class-tables';
import { datasetsOf } from './signatures/dataset-sightings';
import type { Match, SignatureLibrary } from './signatures/library';
import { modelsOf } from './signatures/model-sightings';
import { valuesAt } from './signatures/places';
import { namedDatasets } from './signatures/named-datasets';
import { namedModels } from './signatures/named-models';
import { withDetails } from './signatures/described';
import { partsMadeBy } from './signatures/part-sightings';
import { withWhatBecomes } from './tuning';
import { CallReaders, type CallReader, type Request } from './signatures/requests';

export interface CodeSightings {
  readonly sightings: readonly Sighting[];
  readonly uses: readonly FileUse[];
  readonly consulted: Consulted;
}

/**
 * What the code of one file shows, with the help of the files it imports. Definitions in those files are among the
 * sightings. Never throws; an unknown path shows nothing.
 */
export function codeSightings(path: string, readers: CallReaders): CodeSightings {
  const { analysis } = readers;
  const code = analysis.files.get(path)?.code;
  if (!code) return { sightings: [], uses: [], consulted: { files: new Set([path]), wanted: new Set() } };
  const file = sourceFile(path, code);
  const reader = readers.of(file);
  const finder = new PromptFinder(analysis, reader.resolving);
  const sightings = [
    ...code.calls.flatMap((call) => ofCall(reader, finder, call)),
    ...(analysis.isAi(file) ? classesInTables(file).flatMap((call) => ofCall(reader, finder, call)) : []),
    ...carriedPrompts(finder, reader, file),
    ...namedModels(analysis, reader.resolving, file),
    ...namedDatasets(analysis, reader.resolving, file),
  ];
  const joined = joinedByCalls(distinct(sightings), reader, file);
  return {
    sightings: withWhatBecomes(joined, reader, file),
    uses: [
      ...finder.reads,
      ...fileUsesOf(reader.resolving, file, { isAi: analysis.isAi(file), callsAi: () => callsAi(reader) }),
    ],
    consulted: reader.consulted,
  };
}

/** The file calls code of the project that works with models, as far as was looked. */
function callsAi({ analysis, consulted }: CallReader): boolean {
  for (const path of consulted.files) {
    const code = analysis.files.get(path)?.code;
    if (code && analysis.isAi(sourceFile(path, code))) return true;
  }
  return false;
}

/** For single questions: the sightings of one file of a map. */
export function sightingsIn(
  path: string,
  files: ReadonlyMap<string, FileFacts>,
  library: SignatureLibrary,
): CodeSightings {
  return codeSightings(path, new CallReaders(new Analysis(files, library)));
}

const NONE: readonly Sighting[] = [];

function ofCall(reader: CallReader, finder: PromptFinder, call: CodeFactsCall): readonly Sighting[] {
  const matches = reader.matches(call);
  const requests = reader.requests(call);
  if (matches.length + requests.length === 0) return NONE;
  const asked = requests.flatMap((request) => withDetails(reader, request, askedFor(reader, finder, request)));
  const denoted = matches.flatMap((match) => denotedBy(match, reader, call));
  const site = { call, file: reader.file };
  const parts = matches.flatMap((match) => partsMadeBy(reader.resolving, site, match));
  return [...asked, ...withDetails(reader, { site, inner: null }, [...denoted, ...parts])];
}

function askedFor(reader: CallReader, finder: PromptFinder, request: Request): Sighting[] {
  if (request.kind === 'model') return modelsOf(reader.resolving, reader.analysis.library, request);
  return request.kind === 'dataset' ? datasetsOf(reader.resolving, request) : finder.ofRequest(request);
}

type CodeFactsCall = SourceFile['facts']['calls'][number];

/** A call that stands for one known asset by itself. */
function denotedBy({ file: library, row }: Match, reader: CallReader, call: CodeFactsCall): Sighting[] {
  if (!row.denotes) return [];
  const { callee } = call;
  // Its name in the library, whatever the file calls it.
  const path = reader.references(call).find(({ module }) => module !== null)?.path ?? [];
  const written = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  const last = path.at(-1) ?? written;
  const name = filled(
    row.denotes.name.replace('{last}', last).replace('{owner}', path.at(-2) ?? written),
    reader,
    call,
  );
  if (name === null) return [];
  const provider = row.provider === undefined ? library.provider : row.provider;
  return [
    {
      ...siteIn(reader.file, callee.range, 'use', { signature: row.id, provider }),
      kind: row.denotes.kind,
      name,
      written,
      pin: 'none',
      confidence: 'high',
      ...(row.denotes.public ? { publicSource: true } : {}),
    },
  ];
}

/** `{id}` of a name is the number given as `id`, or first; null where none is. */
function filled(name: string, { resolving, file }: CallReader, call: CodeFactsCall): string | null {
  const keyword = /\{(\w+)\}/.exec(name)?.[1];
  if (keyword === undefined) return name;
  const numbers = valuesAt(resolving, { call, file }, [keyword, '0'])
    .flatMap((value) => resolving.expand(value))
    .flatMap(({ value }) => (value.kind === 'literal' && typeof value.value === 'number' ? [String(value.value)] : []));
  return numbers[0] === undefined ? null : name.replace(`{${keyword}}`, numbers[0]);
}

const CONFIDENCE = { high: 0, medium: 1, low: 2 } as const;

/** What another sighting of the same thing knows of its call. */
function withContext(sighting: Sighting, { context, settings, endpoint }: Sighting): Sighting {
  if (sighting.context || !context) return sighting;
  return { ...sighting, context, ...(settings ? { settings } : {}), ...(endpoint === undefined ? {} : { endpoint }) };
}

const identityOf = remembering((sighting: Sighting): string => {
  const identity =
    sighting.kind === 'prompt'
      ? `${sighting.home ?? sighting.path}#${sighting.defined ? rangeKey(sighting.defined) : sighting.name}`
      : sighting.name;
  return `${sighting.kind}|${identity}|${sighting.path}|${rangeKey(sighting)}`;
});

/** One sighting for each kind, identity and place, the surest one; in order. */
export function distinct(sightings: readonly Sighting[]): Sighting[] {
  const best = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = identityOf(sighting);
    const known = best.get(key);
    if (!known) best.set(key, sighting);
    else if (CONFIDENCE[sighting.confidence] < CONFIDENCE[known.confidence])
      best.set(key, withContext(sighting, known));
    else if (!known.context && sighting.context) best.set(key, withContext(known, sighting));
  }
  return [...best.values()].sort(
    (a, b) =>
      compareText(a.path, b.path) || compareRange(a, b) || compareText(a.kind, b.kind) || compareText(a.name, b.name),
  );
}
