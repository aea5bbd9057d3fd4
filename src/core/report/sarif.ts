import { forceText } from '../catalogue/words';
import type { Finding, Range, Severity, SkippedFile, Suppression } from '../model';
import type { ExplainedRule } from './explain';
import { headerText, leftOutText } from './header';
import { isOfStandard, provisionRows, standardName } from './input';
import type { ReportInput } from './input';
import { pathUri } from './uri';
import { uuidOf } from './uuid';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const ROOT = '%SRCROOT%';
/** Name and version of the way fingerprints are made; they hold no line, so that moved code stays the same finding. */
const FINGERPRINT = 'aiBaseline/v1';

/**
 * Findings as SARIF 2.1.0, with the provisions of the standard as a taxonomy. Suppressed and accepted findings stay in it
 * with the reason; files that could not be read are notifications.
 */
export function sarifReport(input: ReportInput): string {
  const { snapshot } = input;
  const rules = rulesOf(input);
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver(input, rules) },
        automationDetails: { id: 'ai-baseline/' },
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: snapshot.coverage.skipped.map(notification) },
        ],
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder of the project.' } } },
        columnKind: 'utf16CodeUnits',
        taxonomies: [taxonomy(input)],
        results: snapshot.findings.map((finding) => result(finding, index.get(finding.rule) ?? 0)),
        properties: {
          asOf: snapshot.asOf,
          ...(input.commit === null ? {} : { commit: input.commit }),
          summary: [headerText(input), leftOutText(snapshot.coverage)].filter(Boolean).join(' '),
          filesRead: snapshot.coverage.read,
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Every rule there is; one that only the findings know is named by its id. */
function rulesOf({ rules, snapshot }: ReportInput): ExplainedRule[] {
  const known = new Set(rules.map(({ id }) => id));
  const others = new Set(snapshot.findings.map(({ rule }) => rule).filter((id) => !known.has(id)));
  const plain = [...others].map((id) => ({ id, title: id, explanation: id, provisions: [], severity: 'info' }));
  return [...rules, ...plain].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function driver(input: ReportInput, rules: readonly ExplainedRule[]) {
  const places = new Map(ofStandard(input).map(({ provision }, at) => [provision.id, at]));
  return {
    name: 'ai-baseline',
    fullName: `AI Baseline ${input.version}`,
    version: input.version,
    semanticVersion: input.version,
    shortDescription: {
      text: 'Finds the models, datasets and prompts of a project and ties them to ETSI EN 304 223.',
    },
    supportedTaxonomies: [{ name: taxonomyName(input), index: 0, guid: taxonomyGuid(input) }],
    rules: rules.map((rule) => ({
      id: rule.id,
      name: pascal(rule.id),
      shortDescription: { text: sentence(rule.title) },
      fullDescription: { text: plainText(firstParagraph(rule.explanation)) },
      help: { text: plainText(rule.explanation), markdown: rule.explanation },
      defaultConfiguration: { level: LEVELS[rule.severity as Severity] },
      properties: { tags: ['ai', 'security', ...rule.provisions.map((id) => `EN 304 223 ${id}`)] },
      relationships: rule.provisions
        .filter((id) => places.has(id))
        .map((id) => ({ target: taxonTarget(input, id, places.get(id) ?? 0), kinds: ['relevant'] })),
    })),
  };
}

function taxonTarget(input: ReportInput, id: string, index: number) {
  return { id, index, toolComponent: { name: taxonomyName(input), index: 0, guid: taxonomyGuid(input) } };
}

function taxonomy(input: ReportInput) {
  return {
    name: taxonomyName(input),
    guid: taxonomyGuid(input),
    version: input.snapshot.standard.version,
    organization: 'ETSI',
    shortDescription: {
      text: `Provisions of ETSI ${standardName(input.snapshot)} in our own words; the text of the standard decides.`,
    },
    isComprehensive: true,
    taxa: ofStandard(input).map(({ provision, principle }) => ({
      id: provision.id,
      name: provision.asks,
      shortDescription: { text: sentence(provision.summary) },
      help: { text: `${provision.guidance} The most a tool can say of it: ${provision.limit}` },
      properties: {
        force: forceText(provision),
        principle: `${principle.number} ${principle.title}`,
        phase: principle.phase,
        roles: provision.roles,
      },
    })),
  };
}

function ofStandard(input: ReportInput) {
  return provisionRows(input).filter(isOfStandard);
}

function taxonomyName({ snapshot }: ReportInput): string {
  return standardName(snapshot).replace(` ${snapshot.standard.version}`, '');
}

function taxonomyGuid({ snapshot }: ReportInput): string {
  return uuidOf('taxonomy', snapshot.standard.id, snapshot.standard.version);
}

function result(finding: Finding, ruleIndex: number) {
  const { rule, path, asset, record, scope, provisions, fixes, related, suppressed, fingerprint } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    // What tests, examples and developers' own tools use is for information only.
    level: scope === 'product' ? LEVELS[finding.severity] : 'note',
    message: { text: sentence(finding.message) },
    locations: [{ physicalLocation: physical(path, finding) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, at) => ({
            id: at + 1,
            physicalLocation: physical(place.path, place),
            message: { text: sentence(place.message) },
          })),
        }),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(suppressed === null ? {} : { suppressions: [suppression(suppressed)] }),
    properties: {
      scope,
      provisions,
      fixes,
      ...(asset === null ? {} : { asset }),
      ...(record === null ? {} : { record }),
    },
  };
}

function physical(path: string, { line, column, endLine, endColumn }: Range) {
  return {
    artifactLocation: { uri: pathUri(path), uriBaseId: ROOT },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function suppression({ by, reason, until, path, line }: Suppression) {
  return {
    kind: by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: until === null ? reason : `${reason} (until ${until})`,
    location: {
      physicalLocation: { artifactLocation: { uri: pathUri(path), uriBaseId: ROOT }, region: { startLine: line } },
    },
  };
}

function notification({ path, reason }: SkippedFile) {
  const what = path.endsWith('/') ? 'This folder was not entered' : 'This file could not be read';
  return {
    level: 'warning',
    message: { text: sentence(`${what}: ${reason}`) },
    locations: [{ physicalLocation: { artifactLocation: { uri: pathUri(path), uriBaseId: ROOT } } }],
  };
}

/** Ends in a full stop, as SARIF wants its messages; what looks like a link in it is none. */
function sentence(text: string): string {
  const plain = text.includes('](') ? text.replace(/[\\[\]]/gu, '\\$&') : text;
  return /[.!?]$/u.test(plain) ? plain : `${plain}.`;
}

function pascal(id: string): string {
  return id
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');
}

function firstParagraph(markdown: string): string {
  return markdown.trim().split(/\n\s*\n/u, 1)[0] ?? '';
}

/** Markdown of our own rules without its marks. */
function plainText(markdown: string): string {
  return markdown
    .replace(/^\s*#+ /gmu, '')
    .replace(/`([^`\n]*)`/gu, '$1')
    .replace(/\*\*?([^*\n]+)\*\*?/gu, '$1')
    .trim();
}
