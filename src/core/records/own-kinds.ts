import type { Catalogue, RecordField, RecordKind } from '../catalogue';
import type { Configuration, ConfigurationProblem, OwnField } from '../config/configuration';
import { nearest } from './nearest';
import { formatOf, takeApart } from './record-source';
import type { RecordSource } from './record-source';

const LONGEST = 256 * 1024;

/** Record kinds with what an organisation adds to them, and the configuration with what is wrong about that. */
export interface OwnKinds {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
}

/**
 * Adds the fields and templates of `ai-baseline.yaml` to the kinds of records. A template that is missing, too long, broken
 * or of another kind is a problem at its key, and ours is used. Never throws.
 */
export function withOwnKinds(catalogue: Catalogue, configuration: Configuration): OwnKinds {
  if (configuration.templates.length + configuration.fields.length === 0) return { catalogue, configuration };
  const kinds = new Map(catalogue.records.map((kind) => [kind.id, kind]));
  const problems: ConfigurationProblem[] = [];
  for (const field of configuration.fields) {
    const kind = kinds.get(field.kind);
    const wrong = kind ? wrongField(kind, field) : unknownKind('fields', field.kind, catalogue);
    if (wrong !== null) problems.push({ message: wrong, range: field.range });
    else if (kind) kinds.set(kind.id, withField(kind, field));
  }
  const templates = configuration.templates.filter((template) => {
    const kind = kinds.get(template.kind);
    const source = kind ? templateSource(kind, template.path, template.text) : null;
    const wrong = kind
      ? typeof source === 'string'
        ? `templates: ${template.path} ${source}; the built-in one is used`
        : null
      : unknownKind('templates', template.kind, catalogue);
    if (wrong !== null) problems.push({ message: wrong, range: template.range });
    else if (kind && source !== null && typeof source !== 'string') kinds.set(kind.id, withOwnWords(kind, source));
    return wrong === null;
  });
  return {
    catalogue: { ...catalogue, records: [...kinds.values()] },
    configuration: { ...configuration, templates, problems: [...configuration.problems, ...problems] },
  };
}

function unknownKind(where: string, word: string, { records }: Catalogue): string {
  const ids = records.map(({ id }) => id);
  const meant = nearest(word, ids);
  return `${where}: there is no record kind ${word.slice(0, 60)}; ${meant === null ? `known are ${ids.join(', ')}` : `did you mean ${meant}?`}`;
}

function wrongField(kind: RecordKind, field: OwnField): string | null {
  const words = (field.key ?? field.heading ?? '').toLowerCase();
  const taken = kind.fields.some((each) =>
    [each.key, each.heading, ...each.aliases].some((name) => name?.toLowerCase() === words),
  );
  if (taken || words === 'record' || words === 'adopted-from') {
    return `fields: ${kind.id} has ${words} already; only fields of your own go here`;
  }
  return field.heading !== undefined && kind.format === 'yaml' ? `fields: ${kind.id} has keys only, no headings` : null;
}

function withField(kind: RecordKind, { key, heading, label, level, help, type, values }: OwnField): RecordKind {
  const field: RecordField = {
    ...(key === undefined ? { heading } : { key }),
    ...(values === undefined ? {} : { values: [...values] }),
    ...{ label, level, help, type, aliases: [], provisions: [] },
  };
  return { ...kind, fields: [...kind.fields, field] };
}

/** A template taken apart; words about it where it is no use. */
export function templateSource(kind: RecordKind, path: string, text: string | null): RecordSource | string {
  if (text === null) return 'is not there or cannot be read';
  if (text.length > LONGEST) return 'is too long';
  if (formatOf(path) !== kind.format)
    return kind.format === 'yaml' ? 'has to be a YAML file' : 'has to be a Markdown file';
  // A body alone is a template too.
  const source = takeApart(path, text, kind.format) ?? takeApart(path, `---\n---\n${text}`, kind.format);
  if (source === null) return 'cannot be read';
  const [trouble] = source.trouble;
  if (trouble) return `cannot be used: ${trouble.message}`;
  const word = source.entries.get('record')?.value;
  if (word?.type === 'text' && word.text.trim() !== kind.id) return `is a template of ${word.text.trim().slice(0, 60)}`;
  return source;
}

/** What stands in a template answers nothing, neither under a heading nor behind a key. */
function withOwnWords(kind: RecordKind, source: RecordSource): RecordKind {
  const bodies = new Map(
    source.sections.map((section) => [
      section.title.toLowerCase(),
      source.text.slice(section.contentStart, section.contentEnd),
    ]),
  );
  const fields = kind.fields.map((field) => {
    const entry = field.key === undefined ? undefined : source.entries.get(field.key);
    const names = [field.heading ?? '', ...field.aliases].map((name) => name.toLowerCase());
    const body = field.heading === undefined ? undefined : names.map((name) => bodies.get(name)).find(Boolean);
    const words = entry?.value.type === 'text' ? entry.value.text : body;
    return words === undefined || words.trim() === '' ? field : { ...field, template: joined(field.template, words) };
  });
  return { ...kind, fields };
}

function joined(template: string | undefined, words: string): string {
  return template === undefined ? words : `${template}\n${words}`;
}
