import type { DescribingFile } from '../../model';
import type { Value } from '../keys';
import { brokenJson, jsonValue } from './json-value';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, itemsOf, textAt } from './value-texts';

/** Model cards in JSON, as Google's Model Card Toolkit writes them. */
export const modelCardJson: DescriptionReader = {
  label: 'model card in JSON',
  claims: ({ name, text }) =>
    name.endsWith('.json') &&
    text.slice(0, 16_384).includes('"model_details"') &&
    /"(?:schema_version|model_parameters|considerations|quantitative_analysis)"/u.test(text.slice(0, 65_536)),
  read,
};

function read(file: ImportFile, label: string): DescribingFile {
  const root = jsonValue(file.text);
  if (root === null) return brokenJson(file, label);
  const details = at(root, 'model_details');
  if (details?.type !== 'map') return NOTHING;
  const considerations = at(root, 'considerations');
  const statements = new Statements(file);
  statements.value('provider', at(details, 'owners'), () => each(at(details, 'owners'), 'name'));
  statements.value('version', at(details, 'version'), () => {
    const [name, date] = [textAt(details, 'version', 'name'), textAt(details, 'version', 'date')];
    return name === null ? (date === null ? [] : [date]) : [date === null ? name : `${name} (${date})`];
  });
  statements.value('licence', at(details, 'licenses'), () =>
    each(at(details, 'licenses'), 'identifier', 'custom_text'),
  );
  for (const key of ['use_cases', 'users']) {
    statements.value('purpose', at(considerations, key), () => each(at(considerations, key), 'description'));
  }
  statements.value('purpose', at(details, 'overview'));
  for (const key of ['limitations', 'tradeoffs', 'ethical_considerations']) {
    statements.value('limitations', at(considerations, key), () =>
      each(at(considerations, key), 'description', 'name'),
    );
  }
  const data = at(root, 'model_parameters', 'data');
  statements.value('trainingData', data, () => dataOf(data));
  statements.value('source', at(details, 'references'), () => each(at(details, 'references'), 'reference'));
  const path = file.beside(textAt(details, 'path') ?? '');
  const place = at(details, 'name') ?? details;
  const about = { label, kind: 'model', names: [textAt(details, 'name')], paths: [path], place } as const;
  return { descriptions: [description(file, about, statements)], problems: [] };
}

/** The words of each item: the item itself where it is a text, else the first of some keys that says something. */
function each(value: Value | undefined, ...keys: readonly string[]): string[] {
  return itemsOf(value).flatMap((item) => {
    if (item.type === 'text') return [item.text.trim()];
    const text = keys.map((key) => textAt(item, key)).find((found) => found !== null);
    return text === undefined || text === null ? [] : [text];
  });
}

/** Newer cards hold a list of data, older ones a map of `train` and `eval`. */
function dataOf(value: Value | undefined): string[] {
  const items = value?.type === 'map' ? value.entries.flatMap((entry) => itemsOf(entry.value)) : itemsOf(value);
  return items.flatMap((item) => {
    const [name, link, words] = ['name', 'link', 'description'].map((key) => textAt(item, key));
    const told = [name, link, words].flatMap((part) => (part ? [part] : []));
    return told.length === 0 ? [] : [told.join(': ')];
  });
}
