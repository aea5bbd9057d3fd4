import type { Catalogue, Provision } from '../catalogue';
import { findProvision } from '../catalogue/lookup';
import { forceWord } from '../catalogue/words';
import type { Configuration } from '../config/configuration';
import type { Asset, AssetKind, RelatedPlace, Scope, SettingChange, ThreatModel } from '../model';
import type { Report } from './rule';

const KIND_WORDS: Readonly<Record<AssetKind, string>> = {
  model: 'Model',
  dataset: 'Dataset',
  prompt: 'Prompt',
  agent: 'Agent',
  tool: 'Tool',
  'mcp-server': 'MCP server',
  'vector-index': 'Vector index',
  guardrail: 'Guardrail',
  'evaluation-set': 'Evaluation set',
};

/** How each scope is spoken of in the middle of a sentence; product needs no word. */
const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  product: '',
  development: " (developers' own tools)",
  test: ' (test)',
  example: ' (example)',
};

const LONGEST_NAME = 120;
const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name from the repository made fit for a message: one line, no control or bidi marks, not endless. */
export function shown(name: string, longest = LONGEST_NAME): string {
  const plain = name.slice(0, longest + 1).replace(CONTROL, '\uFFFD');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

/** `Model gpt-4o`, and `Prompt AGENTS.md (developers' own tools)` outside product scope. */
export function assetWords(asset: Pick<Asset, 'id' | 'kind' | 'name' | 'scope'>): string {
  const words = namelessPrompt(asset.id);
  const subject = words === null ? `${KIND_WORDS[asset.kind]} ${shown(asset.name)}` : capital(words);
  return `${subject}${SCOPE_WORDS[asset.scope]}`;
}

/**
 * What a prompt is called that stands in no function and under no name, by its id: `the system prompt in src/q.js`,
 * `the 2nd system prompt in cell 3 of q.ipynb`. Null for whatever has a name.
 */
export function namelessPrompt(id: string): string | null {
  const found = /^prompt:([^#]+)#(?:<module>|cell-(\d+)):([^:~#]+)(?:~(\d+))?$/u.exec(id);
  if (!found) return null;
  const [, path = '', cell, role = '', order] = found;
  const file = shown(path.replace(/%(23|3A|7E|25)/gu, (code) => decodeURIComponent(code)));
  const what = role === 'prompt' ? 'prompt' : role === 'template' ? 'prompt template' : `${shown(role)} prompt`;
  return `the ${order === undefined ? '' : `${ordinal(order)} `}${what} in ${cell === undefined ? '' : `cell ${cell} of `}${file}`;
}

/** A sentence may begin with it. */
export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** A title in the middle of a sentence; what begins with an abbreviation stays as it is. */
export function lowerStart(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? `${words.slice(0, 1).toLowerCase()}${words.slice(1)}` : words;
}

/** With a full stop, where it does not end in another mark. */
export function sentence(words: string): string {
  return /[.?!]$/u.test(words) ? words : `${words}.`;
}

/** `2nd`, `3rd`, `11th`. */
function ordinal(digits: string): string {
  const ending = /1\d$/u.test(digits) ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[digits.slice(-1)];
  return `${digits}${ending ?? 'th'}`;
}

/** Found once per catalogue: every finding asks. */
const FOUND = new WeakMap<Catalogue, Map<string, Provision | null>>();

/** The provision of that id, if the standard has it. */
export function provisionOf(catalogue: Catalogue, id: string): Provision | null {
  const found = FOUND.get(catalogue) ?? new Map<string, Provision | null>();
  FOUND.set(catalogue, found);
  const known = found.get(id);
  if (known !== undefined) return known;
  const provision = findProvision(catalogue, id)?.provision ?? null;
  found.set(id, provision);
  return provision;
}

/** The standard's name as it is said in sentences: `EN 304 223`. */
export function standardName(catalogue: Catalogue): string {
  return catalogue.standard.id.replace(/^ETSI /, '');
}

/**
 * "EN 304 223 requires an asset inventory (5.2.1-1) and an audit trail (5.1.2-3), and recommends …", the verbs and
 * conditions being those of the catalogue. Empty for no provisions.
 */
function whyItMatters(catalogue: Catalogue, ids: readonly string[]): string {
  const said = WHY.get(catalogue) ?? new Map<string, string>();
  WHY.set(catalogue, said);
  const key = ids.join(' ');
  const known = said.get(key) ?? whyInWords(catalogue, ids);
  said.set(key, known);
  return known;
}

/** Put into words once per catalogue and provisions: every finding asks. */
const WHY = new WeakMap<Catalogue, Map<string, string>>();

function whyInWords(catalogue: Catalogue, ids: readonly string[]): string {
  const asked = new Map<string, string[]>();
  for (const id of ids) {
    const provision = provisionOf(catalogue, id);
    if (!provision) continue;
    const condition = provision.condition ? `, ${asCondition(provision.condition)}` : '';
    const list = asked.get(forceWord(provision)) ?? [];
    list.push(`${provision.asks}${condition} (${id})`);
    asked.set(forceWord(provision), list);
  }
  const parts = ['requires', 'recommends'].flatMap((verb) => {
    const list = asked.get(verb);
    return list ? [`${verb} ${enumerate(list)}`] : [];
  });
  return parts.length === 0 ? '' : `${standardName(catalogue)} ${parts.join(', and ')}.`;
}

/**
 * The same in the order given, each with words of its own for what is asked where those of the catalogue do not fit the
 * finding: "EN 304 223 recommends a log of such changes (5.2.4-3) and requires an audit trail (5.1.2-3)."
 */
export function asked(catalogue: Catalogue, wanted: readonly (readonly [id: string, words?: string])[]): string {
  let verb = '';
  const parts = wanted.flatMap(([id, words]) => {
    const provision = provisionOf(catalogue, id);
    if (!provision) return [];
    const condition = provision.condition ? `, ${asCondition(provision.condition)}` : '';
    const said = forceWord(provision) === verb ? '' : `${forceWord(provision)} `;
    verb = forceWord(provision);
    return [`${said}${words ?? provision.asks}${condition} (${id})`];
  });
  return parts.length === 0 ? '' : `${standardName(catalogue)} ${enumerate(parts)}.`;
}

/** Conditions are clauses that begin with their own "if" or "when"; one that does not gets an "if". */
function asCondition(condition: string): string {
  return /^(if|when|where|before|after|for|once|unless|while|in|as) /u.test(condition) ? condition : `if ${condition}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 field`, `2 fields`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** The path of a record as people speak of it: without the folder that all of them lie in. */
export function recordWords(path: string, { records }: Pick<Configuration, 'records'>): string {
  return shown(path.startsWith(`${records}/`) ? path.slice(records.length + 1) : path);
}

const LONGEST_VALUE = 60;

/** `temperature 0.2 → 0.9`, `tools not set → [search]`. */
export function settingChange({ name, before, after }: SettingChange): string {
  const words = (value: string | null) => (value === null ? 'not set' : shown(value, LONGEST_VALUE));
  return `${shown(name)} ${words(before)} → ${words(after)}`;
}

const MOST_RELATED = 50;

/** The places of an asset other than its primary site, at most fifty. */
export function otherSites(asset: Asset): RelatedPlace[] {
  return asset.sites.slice(1, MOST_RELATED + 1).map((site) => ({
    path: site.path,
    line: site.line,
    column: site.column,
    endLine: site.endLine,
    endColumn: site.endColumn,
    ...(site.cell === undefined ? {} : { cell: site.cell }),
    ...(site.cellLine === undefined ? {} : { cellLine: site.cellLine }),
    message: site.use === 'definition' ? 'defined here' : 'used here',
  }));
}

/** Titles of the quick fixes that several findings offer; the edits are made in core/fix. */
export const fixTitles = {
  document: (asset: Pick<Asset, 'id' | 'kind' | 'name'>) =>
    `Document ${namelessPrompt(asset.id) ?? `${asset.kind} ${shown(asset.name)}`}`,
  adopt: (path: string) => `Adopt ${shown(path)} as its record…`,
  documentAll: (amount: number) => `Document all ${amount} undocumented assets…`,
  changeTo: (id: string) => `Change to ${id}`,
  ignore: 'Ignore with a reason…',
  explain: 'Why is this asked?',
  openRecord: 'Open the record',
  claimPartly: 'Change support to partly',
  noteDigest: 'Note its present digest',
  recordChange: 'Record this change',
  updateDigest: 'Review and update the digest',
  recordReview: 'Record this review',
  updateReferences: 'Update every reference to it',
  disposal: 'New disposal record',
  addToModel: (model: string) => `Add to threat model ${shown(model)}`,
  assess: (supplier: string) => `New supplier assessment of ${shown(supplier)}`,
} as const;

/**
 * What the three "undocumented" rules say of one asset: at its primary site, with its other sites as related places.
 * Outside product scope it is information. Null for an asset that is documented or has a draft.
 */
export function undocumentedReport(catalogue: Catalogue, asset: Asset, provisions: readonly string[]): Report | null {
  const known = REPORTED.get(asset);
  if (known?.catalogue === catalogue && known.provisions.join() === provisions.join()) return known.report;
  const report = reportOn(catalogue, asset, provisions);
  REPORTED.set(asset, { catalogue, provisions, report });
  return report;
}

/** Assets stay the same objects through edits elsewhere: what is said of them need not be put into words again. */
const REPORTED = new WeakMap<Asset, { catalogue: Catalogue; provisions: readonly string[]; report: Report | null }>();

function reportOn(catalogue: Catalogue, asset: Asset, provisions: readonly string[]): Report | null {
  const site = asset.sites[0];
  if (!site || asset.documented || asset.documentation.state === 'draft') return null;
  const mentioned = asset.documentation.state === 'mentioned' ? asset.documentation.by : [];
  const state =
    mentioned.length === 0
      ? 'has no record'
      : `is named in ${enumerate(mentioned.slice(0, 2).map((path) => shown(path)))} but has no record`;
  return {
    path: site.path,
    range: site,
    message: `${assetWords(asset)} ${state}. ${whyItMatters(catalogue, provisions)}`.trim(),
    asset: asset.id,
    provisions,
    fixes: [fixTitles.document(asset), fixTitles.ignore, fixTitles.explain],
    related: otherSites(asset),
    ...(asset.scope === 'product' ? {} : { severity: 'info' as const }),
  };
}

/** What a rule says of the problems of threat models that are its own, with the fix that puts in what is likely meant. */
export function* threatModelProblems(threatModels: readonly ThreatModel[], own: string): Iterable<Report> {
  for (const { path, problems } of threatModels) {
    for (const { rule, message, range, meant } of problems) {
      if (rule !== own) continue;
      const fixes = meant === null ? [] : [fixTitles.changeTo(shown(meant))];
      yield {
        path,
        range,
        record: path,
        message: sentence(shown(message, 400)),
        subject: `${path}|${message}`,
        fixes,
      };
    }
  }
}
