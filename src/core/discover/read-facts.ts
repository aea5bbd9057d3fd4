import type { Catalogue } from '../catalogue';
import { claimsPath, profilePath, readClaims, readProfile } from '../claims';
import { acceptedPath } from '../config';
import type { Configuration } from '../config/configuration';
import { type CodeFacts, type FileFacts } from '../model';
import type { FileContent, Grammars } from '../ports';
import { assetReferences, readAccepted, readChecklist, readDescriptions, readRecord } from '../records';
import { CodeSigns } from '../threats/code-signs';
import { readThreatModel } from '../threats/read-threat-model';
import { fileSightings } from './files';
import { CodeParser, createWordFilter } from './languages';
import { interestingWords, moduleWords } from './signatures/keywords';
import { suppressionsInCode, suppressionsInText } from './suppressions';

export interface ReaderOptions {
  readonly catalogue: Catalogue;
  readonly grammars: Grammars;
  readonly configuration: Configuration;
}

/** What the words of a source file make it worth: to be parsed, or to have its imports read. */
type Worth = 'parsing' | 'imports' | 'nothing';

type Content = Exclude<FileContent, { kind: 'skipped' }>;

/** Reads one file's facts: a pure function of path, content, catalogue and configuration. Broken content never throws. */
export function createFactsReader(options: ReaderOptions): (path: string, content: Content) => Promise<FileFacts> {
  const { catalogue, grammars, configuration } = options;
  const parser = CodeParser.create(grammars);
  const codeSigns = new CodeSigns(catalogue.threats);
  const signs = moduleWords(codeSigns.telling());
  const worthOf = createWordFilter({ parsing: interestingWords(catalogue), imports: signs });
  // Asked only of notebooks that no adapter reads.
  let telling: ((text: string) => string | null) | null = null;

  const tells = (text: string, worth: Worth): boolean => {
    if (worth !== 'parsing') return worth === 'imports';
    telling ??= createWordFilter({ signs });
    return telling(text) !== null;
  };

  const signsOf = (path: string, text: string, code: CodeFacts | null, worth: Worth) => {
    const shown = code === null && tells(text, worth) ? codeSigns.inText(path, text) : codeSigns.inCode(path, code);
    return shown.length === 0 ? {} : { signs: shown };
  };

  /** A file whose path speaks of prompts may hold nothing but texts; what fills an index or tests answers may name only its data. */
  const worthOfCode = (path: string, content: Content & { kind: 'text' }): Worth =>
    /prompt|persona|few[-_]?shot|instructions|embed|ingest|(?:^|[^a-z])evals?(?:[^a-z]|uat)/i.test(path)
      ? 'parsing'
      : (worthOf(content.bytes ?? content.text) ?? 'nothing');

  /** Nothing in it could matter: neither its words, nor what it is. */
  const isSilent = (path: string, content: Content, worth: Worth): boolean =>
    worth === 'nothing' &&
    content.kind === 'text' &&
    content.bytes !== undefined &&
    parser.isPlainCode(path) &&
    !path.startsWith(`${configuration.records}/`);

  const ofText = async (path: string, text: string, worth: Worth | null) => {
    const code = worth === 'parsing' ? await parser.parse(path, text) : null;
    const record = readRecord(path, text, catalogue, configuration);
    return {
      code,
      record,
      suppressions: code ? suppressionsInCode(code) : suppressionsInText(path, text),
      ...papersIn(path, text, record?.kind ?? (record === null ? null : ''), options),
      ...(worth === null ? {} : signsOf(path, text, code, worth)),
      ...(record?.kind === 'release-checklist' ? checklistIn(path, text, catalogue) : {}),
      ...(record?.kind === 'threat-model' ? threatModelIn(path, text, catalogue) : {}),
    };
  };

  return async (path, content) => {
    const nothing = empty(path, content.hash);
    // A template is no record, and describes nothing.
    if (configuration.templates.some((template) => template.path === path)) return nothing;
    const isCode = content.kind === 'text' && parser.languageOf(path) !== null;
    const worth = isCode ? worthOfCode(path, content) : null;
    if (worth !== null && isSilent(path, content, worth)) return { ...nothing, ...signsOf(path, '', null, worth) };
    const { sightings, prose } = fileSightings(path, content, catalogue.families, catalogue.settings);
    return {
      ...nothing,
      sightings,
      prose,
      ...(content.kind === 'text' ? await ofText(path, content.text, worth) : {}),
    };
  };
}

function empty(path: string, hash: string | null): FileFacts {
  return { path, hash, code: null, sightings: [], record: null, prose: null, suppressions: [] };
}

function checklistIn(path: string, text: string, catalogue: Catalogue): Pick<FileFacts, 'checklist'> {
  const checklist = readChecklist(path, text, catalogue);
  return checklist === null ? {} : { checklist };
}

function threatModelIn(path: string, text: string, catalogue: Catalogue): Pick<FileFacts, 'threatModel'> {
  const threatModel = readThreatModel(path, text, catalogue);
  return threatModel === null ? {} : { threatModel };
}

/** What files that people keep about assets hold besides records; `kind` is that of a record, empty for an unknown one, null for none. */
function papersIn(
  path: string,
  text: string,
  kind: string | null,
  { configuration, catalogue }: ReaderOptions,
): Pick<FileFacts, 'references' | 'accepted' | 'describing' | 'claims' | 'profile'> {
  if (path === acceptedPath(configuration)) return { accepted: readAccepted(text) };
  if (kind === null && !path.startsWith(`${configuration.records}/`)) {
    const describing = readDescriptions(path, text);
    return describing === null ? {} : { describing };
  }
  const references = assetReferences(path, text);
  const isClaims = path === claimsPath(configuration);
  const isProfile = kind === 'system-profile' || path === profilePath(configuration);
  return {
    ...(references.length === 0 ? {} : { references }),
    ...(isClaims ? { claims: readClaims(path, text, catalogue.standard) } : {}),
    ...(isProfile ? { profile: readProfile(path, text) } : {}),
  };
}
