import { scopeNames, severityNames } from './schema';

/** What can stand behind a key, where that is known. */
export type KeyValues = 'rules' | 'record-kinds' | readonly string[];

/** One key of `ai-baseline.yaml`. */
export interface ConfigurationKey {
  /** Dotted; `*` stands for a key that the person chooses, such as the id of a rule. */
  readonly path: string;
  /** What it is for, as it is shown while typing. */
  readonly help: string;
  /** What stands behind it; for a key whose children are chosen, what they can be. */
  readonly values?: KeyValues;
  /** What completing the key writes behind it. */
  readonly writes?: string;
}

const LEVELS = ['required', 'advised', 'optional'];
const TYPES = ['text', 'date', 'list', 'enum', 'person'];

const POLICY: readonly ConfigurationKey[] = [
  {
    path: 'severity',
    help: 'Open findings from this severity on block.',
    values: ['error', 'warning', 'info', 'never'],
  },
  {
    path: 'records',
    help: 'Kinds of records of which a complete one has to be there.',
    values: 'record-kinds',
    writes: '[$]',
  },
  {
    path: 'provisions',
    help: 'Provisions that have to be claimed: ids, or `shall` for all that require.',
    writes: '[$]',
  },
  { path: 'checklist', help: 'Whether the release checklist has to be answered.', values: ['yes', 'no'] },
  { path: 'max-age', help: 'Days since the last review of a record, at most.' },
  { path: 'unread', help: 'Globs of files that may stay unread without leaving the decision open.', writes: '[$]' },
];

export const CONFIGURATION_KEYS: readonly ConfigurationKey[] = [
  { path: 'include', help: 'Globs that are looked at although .gitignore or the defaults leave them out.' },
  { path: 'exclude', help: 'Globs that are never looked at. What is left out is counted in every report.' },
  { path: 'severities', help: 'How loudly a rule speaks: `undocumented-prompt: error`.', values: 'rules' },
  { path: 'severities.*', help: 'error, warning, info, or off.', values: severityNames },
  { path: 'suppressions', help: 'Findings that do not count, by path. They stay in every output, with the reason.' },
  { path: 'suppressions.rules', help: 'Ids of the rules, in a list.', values: 'rules', writes: '[$]' },
  { path: 'suppressions.paths', help: 'Globs of the files.', writes: '[$]' },
  { path: 'suppressions.reason', help: 'Why. Without a reason nothing is suppressed.' },
  { path: 'suppressions.until', help: 'The last day on which it counts, YYYY-MM-DD. Optional.' },
  {
    path: 'scopes',
    help: 'Which part of the repository is what, where the built-in guess is wrong. Only product counts.',
    values: scopeNames,
  },
  { path: 'scopes.*', help: 'Globs of the files that belong to it.' },
  { path: 'records', help: 'Folder of the records, `ai-security` unless told otherwise.' },
  { path: 'templates', help: 'Templates of your own, by kind of record.', values: 'record-kinds' },
  { path: 'templates.*', help: 'Path of a Markdown or YAML file of this project.' },
  {
    path: 'overlays',
    help: 'YAML files with provisions, stricter force, owners and links of your organisation, laid over the standard.',
  },
  { path: 'gate', help: 'What has to hold before you build, release or retire; ours where nothing is said.' },
  { path: 'gate.design', help: 'Before it is built.' },
  { path: 'gate.release', help: 'Before it goes out.' },
  { path: 'gate.retire', help: 'Before it is taken out of use.' },
  { path: 'gate.environments', help: 'What an environment asks on top: `production: { severity: info }`.' },
  ...POLICY.map(({ path, ...rest }) => ({ path: `gate.*.${path}`, ...rest })),
  ...POLICY.map(({ path, ...rest }) => ({ path: `gate.environments.*.${path}`, ...rest })),
  { path: 'fields', help: 'Fields of your own, by kind of record.', values: 'record-kinds' },
  { path: 'fields.*.key', help: 'A key of the front matter. A field has a key or a heading.' },
  { path: 'fields.*.heading', help: 'A heading of the body.' },
  { path: 'fields.*.label', help: 'What people read; the key or heading where it is left out.' },
  {
    path: 'fields.*.level',
    help: 'Open required fields make a record a draft; advised ones are pointed out.',
    values: LEVELS,
  },
  { path: 'fields.*.help', help: 'One line: what to write there.' },
  { path: 'fields.*.type', help: 'What the field holds.', values: TYPES },
  { path: 'fields.*.values', help: 'The words of an enum.', writes: '[$]' },
];
