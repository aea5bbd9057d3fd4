import type { AssetDescription, DocumentedKind } from '../../model';
import type { Value } from '../keys';
import { brokenJson, jsonValue } from './json-value';
import { description, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, entriesOf, itemsOf, textAt, textsOf } from './value-texts';

const MOST = 500;

/** Packages of an SPDX 3 document that are models or datasets. */
export const spdx: DescriptionReader = {
  label: 'SPDX document',
  claims: ({ name, text }) =>
    /\.(?:json|jsonld)$/u.test(name) &&
    /spdx\.org\/rdf\/3|"@graph"/u.test(text.slice(0, 4096)) &&
    text.includes('Package'),
  read(file, label) {
    const root = jsonValue(file.text);
    if (root === null) return text3(file) ? brokenJson(file, label) : { descriptions: [], problems: [] };
    const elements = itemsOf(at(root, '@graph'));
    const graph = new Graph(elements);
    const found = elements.flatMap((element) => {
      const kind = kindOf(element);
      return kind ? [described(file, label, element, { kind, graph })] : [];
    });
    return { descriptions: found.slice(0, MOST), problems: [] };
  },
};

function text3({ text }: ImportFile): boolean {
  return text.slice(0, 4096).includes('spdx.org/rdf/3');
}

/** The elements of a document by their ids, and what they say about one another. */
class Graph {
  readonly #byId = new Map<string, Value>();
  readonly #licences = new Map<string, string[]>();

  constructor(elements: readonly Value[]) {
    for (const element of elements) {
      const id = textAt(element, 'spdxId') ?? textAt(element, '@id');
      if (id !== null) this.#byId.set(id, element);
    }
    for (const element of elements) {
      const type = textAt(element, 'relationshipType') ?? '';
      const from = textAt(element, 'from');
      if (from === null || !/^has(?:Declared|Concluded)License$/u.test(type)) continue;
      const words = textsOf(at(element, 'to')).flatMap((id) => this.licence(id) ?? []);
      this.#licences.set(from, [...(this.#licences.get(from) ?? []), ...words]);
    }
  }

  licencesOf(id: string): string[] {
    return [...new Set(this.#licences.get(id))];
  }

  /** The name of an element that is referred to, or of one that stands there itself. */
  nameOf(value: Value): string | null {
    const element = value.type === 'text' ? this.#byId.get(value.text) : value;
    return textAt(element, 'name');
  }

  private licence(id: string): string | null {
    const element = this.#byId.get(id);
    return (
      textAt(element, 'simplelicensing_licenseExpression') ??
      textAt(element, 'name') ??
      /\/licenses\/([^/]+)$/u.exec(id)?.[1] ??
      null
    );
  }
}

function kindOf(element: Value): DocumentedKind | null {
  const type = textAt(element, 'type') ?? textAt(element, '@type') ?? '';
  if (/(?:^|[_/#:])AIPackage$/u.test(type)) return 'model';
  return /(?:^|[_/#:])DatasetPackage$/u.test(type) ? 'dataset' : null;
}

interface About {
  readonly kind: DocumentedKind;
  readonly graph: Graph;
}

function described(file: ImportFile, label: string, element: Value, { kind, graph }: About): AssetDescription {
  const statements = new Statements(file);
  for (const key of ['suppliedBy', 'originatedBy']) {
    const value = own(element, key);
    if (value)
      statements.texts(
        'provider',
        itemsOf(value).flatMap((each) => graph.nameOf(each) ?? []),
        value,
      );
  }
  const say = (fact: Parameters<Statements['value']>[0], ...keys: readonly string[]) =>
    keys.forEach((key) => statements.value(fact, own(element, key)));
  say('version', 'packageVersion', 'releaseTime');
  say('purpose', 'intendedUse', 'informationAboutApplication', 'summary', 'description', 'domain');
  say('limitations', 'limitation', 'knownBias');
  say('trainingData', 'informationAboutTraining');
  say('source', 'downloadLocation', 'homePage', 'sourceInfo');
  say('access', 'downloadLocation');
  say('collection', 'dataCollectionProcess', 'dataPreprocessing');
  say('contents', 'datasetType');
  const hashes = own(element, 'verifiedUsing');
  if (hashes) statements.texts('hashes', itemsOf(hashes).flatMap(hash), hashes);
  const id = textAt(element, 'spdxId') ?? textAt(element, '@id') ?? '';
  const licences = graph.licencesOf(id);
  if (licences.length > 0) statements.texts('licence', [licences.join(', ')], element);
  statements.value('licence', own(element, 'copyrightText'));
  const name = textAt(element, 'name');
  const url = own(element, 'downloadLocation');
  const names = [name, url?.type === 'text' ? url.text : null];
  const about = { label, kind, names, paths: [file.beside(name ?? '')], place: at(element, 'name') ?? element };
  return description(file, about, statements);
}

/** A property, whatever profile stands before its name: `software_packageVersion`, `dataset_knownBias`. */
function own(element: Value, key: string): Value | undefined {
  return entriesOf(element).find((entry) => entry.key.replace(/^(?:[a-z]+[_:])/u, '') === key)?.value;
}

function hash(value: Value): string[] {
  const [algorithm, content] = [textAt(value, 'algorithm'), textAt(value, 'hashValue')];
  return algorithm && content ? [`${algorithm}: ${content}`] : [];
}
