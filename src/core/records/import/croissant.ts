import type { DescribingFile } from '../../model';
import type { Value } from '../keys';
import { brokenJson, jsonValue } from './json-value';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, entriesOf, itemsOf, textAt, textsOf } from './value-texts';

/** Croissant: JSON-LD about one dataset, its files and its fields. */
export const croissant: DescriptionReader = {
  label: 'Croissant description',
  claims: ({ name, text }) =>
    /\.(?:json|jsonld)$/u.test(name) && text.slice(0, 16_384).includes('mlcommons.org/croissant'),
  read,
};

function read(file: ImportFile, label: string): DescribingFile {
  const root = jsonValue(file.text);
  if (root === null) return brokenJson(file, label);
  if (!textsOf(at(root, '@type')).some((type) => /(?:^|[:/])Dataset$/u.test(type))) return NOTHING;
  const statements = new Statements(file);
  statements.value('purpose', at(root, 'description'));
  statements.value('licence', at(root, 'license') ?? term(root, 'license'), (texts) => texts.slice(0, 3));
  statements.value('version', at(root, 'version'));
  for (const key of ['creator', 'publisher', 'author']) {
    const value = at(root, key);
    if (value) statements.texts('provider', itemsOf(value).flatMap(agent), value);
  }
  statements.value('source', at(root, 'url')).value('source', at(root, 'sameAs'));
  for (const key of ['dataLimitations', 'dataBiases', 'dataUseCases']) {
    statements.value(key === 'dataUseCases' ? 'purpose' : 'limitations', term(root, key));
  }
  statements.value('collection', term(root, 'dataCollection'));
  files(statements, root);
  fields(statements, root);
  const paths = itemsOf(at(root, 'distribution')).map((each) => file.beside(textAt(each, 'contentUrl') ?? ''));
  const about = {
    label,
    kind: 'dataset',
    names: [textAt(root, 'name'), ...textsOf(at(root, 'alternateName')), textAt(root, 'url')],
    paths: [file.folder === '' ? null : file.folder, ...paths],
    place: at(root, 'name') ?? root,
  } as const;
  return { descriptions: [description(file, about, statements)], problems: wrongTypes(file, root) };
}

/** What the parts of a dataset have to be. */
const PARTS: readonly (readonly [key: string, type: RegExp, words: string])[] = [
  ['distribution', /(?:^|[:/#])File(?:Object|Set)$/u, 'cr:FileObject or cr:FileSet'],
  ['recordSet', /(?:^|[:/#])RecordSet$/u, 'cr:RecordSet'],
  ['field', /(?:^|[:/#])Field$/u, 'cr:Field'],
];
const MOST_PROBLEMS = 50;

/** Parts whose `@type` is another one than their place asks for. */
function wrongTypes(file: ImportFile, root: Value): DescribingFile['problems'] {
  const found: DescribingFile['problems'][number][] = [];
  const look = (holder: Value, keys: typeof PARTS): void => {
    for (const [key, right, words] of keys) {
      for (const part of itemsOf(at(holder, key))) {
        const type = at(part, '@type');
        const texts = textsOf(type);
        if (type && texts.length > 0 && !texts.some((text) => right.test(text)) && found.length < MOST_PROBLEMS) {
          const message = `"@type": ${texts.join(', ').slice(0, 60)} is not what stands under ${key}: ${words}`;
          found.push({ message, range: file.range(type.start, type.end) });
        }
      }
    }
  };
  look(root, PARTS.slice(0, 2));
  for (const set of itemsOf(at(root, 'recordSet'))) look(set, PARTS.slice(2));
  return found;
}

/** A key of an extension, such as `rai:dataBiases`, whatever its prefix. */
function term(root: Value, key: string): Value | undefined {
  return entriesOf(root).find((entry) => entry.key.replace(/^[a-z]+:/iu, '') === key)?.value;
}

function agent(value: Value): string[] {
  const name = value.type === 'text' ? value.text : textAt(value, 'name');
  return name === null ? [] : [name];
}

function files(statements: Statements, root: Value): void {
  const distribution = at(root, 'distribution');
  if (!distribution) return;
  const items = itemsOf(distribution).slice(0, 50);
  const addresses = items.flatMap((each) => textAt(each, 'contentUrl') ?? []).filter((url) => /^https?:/u.test(url));
  statements.texts('access', addresses, distribution);
  const hashes = items.flatMap((each) => {
    const hash = textAt(each, 'sha256');
    return hash === null ? [] : [`SHA-256: ${hash}${nameOf(each)}`];
  });
  statements.texts('hashes', hashes, distribution);
}

function nameOf(value: Value): string {
  const name = textAt(value, 'name') ?? textAt(value, '@id');
  return name === null ? '' : ` (${name})`;
}

function fields(statements: Statements, root: Value): void {
  const sets = at(root, 'recordSet');
  if (!sets) return;
  const told = itemsOf(sets)
    .slice(0, 20)
    .map((set) => {
      const names = itemsOf(at(set, 'field')).flatMap((field) => textAt(field, 'name') ?? textAt(field, '@id') ?? []);
      return `${textAt(set, 'name') ?? 'fields'}: ${names.slice(0, 30).join(', ')}`;
    });
  statements.texts('contents', told, sets);
}
