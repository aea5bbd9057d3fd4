import type { AssetDescription, DescribingFile, DocumentedKind } from '../../model';
import type { Value } from '../keys';
import { brokenJson, jsonValue } from './json-value';
import { description, NOTHING, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, itemsOf, textAt, textsOf } from './value-texts';

const MOST = 500;
const DEEPEST = 8;

/** Components of a CycloneDX bill of materials that are models or data. */
export const cyclonedx: DescriptionReader = {
  label: 'CycloneDX bill of materials',
  claims: ({ name, text }) => name.endsWith('.json') && text.slice(0, 4096).includes('"bomFormat"'),
  read(file, label): DescribingFile {
    const root = jsonValue(file.text);
    if (root === null) return file.text.slice(0, 4096).includes('"CycloneDX"') ? brokenJson(file, label) : NOTHING;
    if (textAt(root, 'bomFormat') !== 'CycloneDX') return NOTHING;
    const top = at(root, 'metadata', 'component');
    const found = [...(top ? componentsIn([top], 0) : []), ...componentsIn(itemsOf(at(root, 'components')), 0)];
    const descriptions = found.flatMap((component) => {
      const kind = kindOf(component);
      return kind ? [described(file, label, component, kind)] : [];
    });
    return { descriptions: descriptions.slice(0, MOST), problems: [] };
  },
};

function componentsIn(components: readonly Value[], depth: number): Value[] {
  if (depth > DEEPEST) return [];
  return components.flatMap((each) => [each, ...componentsIn(itemsOf(at(each, 'components')), depth + 1)]);
}

function kindOf(component: Value): DocumentedKind | null {
  const type = textAt(component, 'type');
  if (type === 'machine-learning-model' || at(component, 'modelCard') !== undefined) return 'model';
  const data = itemsOf(at(component, 'data'));
  const isDataset = data.length === 0 ? type === 'data' : data.some((each) => textAt(each, 'type') === 'dataset');
  return isDataset ? 'dataset' : null;
}

function described(file: ImportFile, label: string, component: Value, kind: DocumentedKind): AssetDescription {
  const statements = new Statements(file);
  const card = at(component, 'modelCard');
  const considerations = at(card, 'considerations');
  for (const maker of ['supplier', 'manufacturer']) statements.value('provider', at(component, maker, 'name'));
  statements.value('provider', at(component, 'publisher')).value('provider', at(component, 'group'));
  statements.value('authors', at(component, 'author') ?? at(component, 'authors'), names);
  statements.value('version', at(component, 'version'));
  licence(statements, component);
  statements.value('purpose', at(component, 'description'));
  statements.value('purpose', at(considerations, 'useCases')).value('purpose', at(card, 'modelParameters', 'task'));
  for (const key of ['technicalLimitations', 'performanceTradeoffs'])
    statements.value('limitations', at(considerations, key));
  const data = at(card, 'modelParameters', 'datasets');
  if (data) statements.texts('trainingData', itemsOf(data).flatMap(datasetName), data);
  const hashes = at(component, 'hashes');
  if (hashes) statements.texts('hashes', itemsOf(hashes).flatMap(hash), hashes);
  references(statements, component);
  if (kind === 'dataset') dataFacts(statements, component);
  const [group, name, purl] = ['group', 'name', 'purl'].map((key) => textAt(component, key));
  const aliases = [name, group && name ? `${group}/${name}` : null, purl ? purlName(purl) : null];
  const place = at(component, 'name') ?? component;
  const path = name ? file.beside(name) : null;
  return description(file, { label, kind, names: aliases, paths: [path], place }, statements);
}

function licence(statements: Statements, component: Value): void {
  const value = at(component, 'licenses');
  if (!value) return;
  const told = itemsOf(value).flatMap((each) => {
    const text = textAt(each, 'expression') ?? textAt(each, 'license', 'id') ?? textAt(each, 'license', 'name');
    return text === null ? [] : [text];
  });
  statements.texts('licence', told.length === 0 ? [] : [told.join(', ')], value);
}

function dataFacts(statements: Statements, component: Value): void {
  for (const each of itemsOf(at(component, 'data'))) {
    statements.value('purpose', at(each, 'description'));
    statements.value('source', at(each, 'contents', 'url'));
    statements.value('contents', at(each, 'contents', 'properties'), () => []);
  }
}

function references(statements: Statements, component: Value): void {
  for (const each of itemsOf(at(component, 'externalReferences'))) {
    const type = textAt(each, 'type') ?? '';
    if (['distribution', 'distribution-intake'].includes(type)) statements.value('access', at(each, 'url'));
    if (['distribution', 'website', 'vcs', 'documentation', 'model-card'].includes(type))
      statements.value('source', at(each, 'url'));
  }
}

function names(texts: string[]): string[] {
  return texts.filter((text) => !text.includes('@'));
}

function datasetName(value: Value): string[] {
  const name = textAt(value, 'name') ?? textAt(value, 'ref');
  const url = textAt(value, 'contents', 'url');
  return name === null ? textsOf(at(value, 'contents')).slice(0, 1) : [url === null ? name : `${name}: ${url}`];
}

function hash(value: Value): string[] {
  const [algorithm, content] = [textAt(value, 'alg'), textAt(value, 'content')];
  return algorithm && content ? [`${algorithm}: ${content}`] : [];
}

/** `org/name` of `pkg:huggingface/org/name@revision`. */
function purlName(purl: string): string | null {
  const path = /^pkg:[a-z]+\/([^@?#]{1,300})/u.exec(purl)?.[1];
  if (path === undefined) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
