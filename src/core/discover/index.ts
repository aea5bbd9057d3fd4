import type { Catalogue } from '../catalogue';
import { claimsPath, profilePath, readClaims, readProfile } from '../claims';
import { acceptedPath } from '../config';
import type { Configuration } from '../config/configuration';
import { factsWith, type CodeFacts, type FileFacts, type Sighting } from '../model';
import type { Cancellation, FileContent, Grammars, Logger } from '../ports';
import { assetReferences, readAccepted, readChecklist, readDescriptions, readRecord } from '../records';
import { CodeSigns } from '../threats/code-signs';
import { readThreatModel } from '../threats/read-threat-model';
import { CodeResults } from './code-results';
import { weigh } from './evidence';
import { fileSightings } from './files';
import { CodeParser, createWordFilter } from './languages';
import { interestingWords } from './signatures/keywords';
import { SignatureLibrary } from './signatures/library';
import { suppressionsInCode, suppressionsInText } from './suppressions';

interface DiscovererOptions {
  /** What code showed together in an earlier run, as `codeShown` gave it; null where nobody knows. */
  readonly earlierCode?: () => unknown;
  readonly catalogue: Catalogue;
  readonly grammars: Grammars;
  readonly configuration: Configuration;
  readonly logger: Logger;
}

interface Discoverer {
  /** The facts of one file: a pure function of path, content, catalogue and configuration. Broken content never throws. */
  read(path: string, content: Exclude<FileContent, { kind: 'skipped' }>): Promise<FileFacts>;
  /**
   * What all files together show. Only what changed since the last call, and what looked at it, is worked out anew.
   * `pause` is asked for between files; null where it was cancelled.
   */
  sightings(
    files: ReadonlyMap<string, FileFacts>,
    cancel: Cancellation,
    pause: () => Promise<void> | undefined,
  ): Promise<readonly Sighting[] | null>;
  /** What code shows together by now, as plain data. */
  codeShown(): unknown;
}

export function createDiscoverer({ catalogue, grammars, configuration, earlierCode }: DiscovererOptions): Discoverer {
  const library = new SignatureLibrary(catalogue.signatures, catalogue.families, catalogue.settings);
  const results = new CodeResults(library, earlierCode);
  const parser = CodeParser.create(grammars);
  const worthParsing = createWordFilter(interestingWords(catalogue));

  const codeOf = async (path: string, text: string) =>
    parser.languageOf(path) !== null && worthParsing(text) ? parser.parse(path, text) : null;

  const codeSigns = new CodeSigns(catalogue.threats);
  const tells = createWordFilter(codeSigns.telling());
  const mayMatter = createWordFilter([...interestingWords(catalogue), ...codeSigns.telling()]);

  /** Nothing in it could matter: neither its words, nor what it is. */
  const isSilent = (path: string, content: FileContent): boolean =>
    content.kind === 'text' &&
    content.bytes !== undefined &&
    parser.isPlainCode(path) &&
    !path.startsWith(`${configuration.records}/`) &&
    !mayMatter.inBytes(content.bytes);
  const signsOf = (path: string, text: string, code: CodeFacts | null) => {
    if (parser.languageOf(path) === null) return {};
    const signs = code === null && tells(text) ? codeSigns.inText(path, text) : codeSigns.inCode(path, code);
    return signs.length === 0 ? {} : { signs };
  };

  return {
    async read(path, content) {
      // A template is no record, and describes nothing.
      if (configuration.templates.some((template) => template.path === path)) return empty(path, content.hash);
      if (isSilent(path, content)) return { ...empty(path, content.hash), ...signsOf(path, '', null) };
      const text = content.kind === 'text' ? content.text : null;
      const code = text === null ? null : await codeOf(path, text);
      const { sightings, prose } = fileSightings(path, content, catalogue.families, catalogue.settings);
      const record = text === null ? null : readRecord(path, text, catalogue, configuration);
      return {
        path,
        hash: content.hash,
        code,
        sightings,
        record,
        prose,
        suppressions: code ? suppressionsInCode(code) : text === null ? [] : suppressionsInText(path, text),
        ...(text === null
          ? {}
          : papersIn(path, text, record?.kind ?? (record === null ? null : ''), { configuration, catalogue })),
        ...(text === null ? {} : signsOf(path, text, code)),
        ...(text === null || record?.kind !== 'release-checklist' ? {} : checklistIn(path, text, catalogue)),
        ...(text === null || record?.kind !== 'threat-model' ? {} : threatModelIn(path, text, catalogue)),
      };
    },
    codeShown: () => results.saved(),
    async sightings(files, cancel, pause) {
      const shown = await results.updateGently(files, cancel, pause);
      if (shown === null) return null;
      const { sightings: codeSightings, uses: fileUses, isAi: codeIsAi } = shown;
      const own: Sighting[] = [];
      for (const facts of factsWith(files, 'sightings').values())
        for (const sighting of facts.sightings) own.push(sighting);
      return weigh({ fileSightings: own, codeSightings, fileUses, files, configuration, codeIsAi });
    },
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
  { configuration, catalogue }: Pick<DiscovererOptions, 'configuration' | 'catalogue'>,
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
