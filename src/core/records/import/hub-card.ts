import type { DescribingFile, DocumentedKind } from '../../model';
import { frontMatter, unclosedWords } from '../front-matter';
import type { FrontMatter } from '../front-matter';
import { readKeys } from '../keys';
import type { Keys, Trouble, Value } from '../keys';
import { nearest } from '../nearest';
import { readSections } from '../sections';
import { sectionFacts } from './card-sections';
import { LICENCES, PIPELINE_TAGS, RELATIONS } from './hub-values';
import { description, Statements } from './reader';
import type { DescriptionReader, ImportFile } from './reader';
import { at, entriesOf, itemsOf, rootValue, textAt, textsOf } from './value-texts';

const CARD_NAME = /^(?:[\w.-]*[-_.])?(?:model|data|dataset)[-_]?cards?\.(?:md|markdown)$/u;
const WHOLE_FOLDER = /^(?:readme|(?:model|data|dataset)[-_]?card)\.(?:md|markdown)$/u;
const DATA_NAME = /^(?:[\w.-]*[-_.])?(?:data|dataset)[-_]?cards?\./u;
/** Keys that hardly anything but a card of the hub begins with; one of them is enough. */
const TELLING =
  /^(?:pipeline_tag|library_name|base_model|model-index|task_categories|task_ids|size_categories|dataset_info|annotations_creators|language_creators|source_datasets|paperswithcode_id|train-eval-index)[ \t]*:/mu;
const DATASET =
  /^(?:task_categories|task_ids|size_categories|dataset_info|annotations_creators|language_creators|source_datasets|train-eval-index)[ \t]*:/mu;
const MODEL = /^(?:pipeline_tag|library_name|base_model|model-index|widget|inference)[ \t]*:/mu;
/** Keys that pages of sites have as well: two are needed. */
const USUAL = /^(?:license|language|languages|licenses|tags|datasets|metrics|configs|pretty_name|widget)[ \t]*:/gmu;
const PAGE = /^(?:layout|sidebar_position|permalink|slug|date|weight)[ \t]*:/mu;
const LONGEST_HEADER = 256 * 1024;

/** Model cards of the Hugging Face hub, and files that are called so. */
export const modelCard: DescriptionReader = {
  label: 'model card',
  claims: (file) => kindOfCard(file) === 'model',
  read: (file, label) => readCard(file, label, 'model'),
};

/** Dataset cards of the Hugging Face hub, and files that are called so. */
export const datasetCard: DescriptionReader = {
  label: 'dataset card',
  claims: (file) => kindOfCard(file) === 'dataset',
  read: (file, label) => readCard(file, label, 'dataset'),
};

function kindOfCard(file: ImportFile): DocumentedKind | null {
  if (!/\.(?:md|markdown)$/u.test(file.name)) return null;
  const header = /^\uFEFF?---/u.test(file.text) ? headerOf(file.text) : null;
  if (header !== null && /^["']?record["']?[ \t]*:/mu.test(header)) return null;
  if (CARD_NAME.test(file.name)) return DATA_NAME.test(file.name) ? 'dataset' : 'model';
  if (header === null || PAGE.test(header) || !isHeaderOfCard(file.name, header)) return null;
  return DATASET.test(header) && !MODEL.test(header) ? 'dataset' : 'model';
}

function isHeaderOfCard(name: string, header: string): boolean {
  if (TELLING.test(header)) return true;
  return /(?:^|[_.-])readme/u.test(name) && /^license[ \t]*:/mu.test(header) && new Set(header.match(USUAL)).size >= 2;
}

function headerOf(text: string): string | null {
  const front = frontMatter(text.slice(0, LONGEST_HEADER));
  return front && text.slice(front.start, front.end);
}

function readCard(file: ImportFile, label: string, kind: DocumentedKind): DescribingFile {
  const { text } = file;
  const front = frontMatter(text);
  const keys = front && readKeys(text.slice(front.start, front.end), front.start);
  const root = keys && front ? rootValue(keys, front.start, front.end) : undefined;
  const statements = new Statements(file);
  keyFacts(statements, root);
  sectionFacts(statements, text, front?.body ?? 0);
  taskFact(statements, root);
  const title = readSections(text.slice(0, 20_000), front && front.body < 20_000 ? front.body : 0)[0];
  const names = [plainTitle(title?.title ?? ''), textAt(root, 'pretty_name'), ...indexNames(root)];
  // One of many cards in a folder is not about all that lies there.
  const folder = file.folder !== '' && WHOLE_FOLDER.test(file.name) ? file.folder : null;
  const about = { label, kind, names, paths: [folder] };
  const broken = keys && front ? brokenParts(text, keys, front) : [];
  const trouble = broken.length > 0 ? broken : wrongValues(root);
  return {
    descriptions: [description(file, about, statements)],
    problems: trouble.map(({ message, start, end }) => ({ message, range: file.range(start, end) })),
  };
}

function keyFacts(statements: Statements, root: Value | undefined): void {
  const licence = at(root, 'license') ?? at(root, 'licenses');
  const named = [textAt(root, 'license_name'), textAt(root, 'license_link')].filter((text) => text !== null);
  statements.value('licence', licence, (texts) => {
    const known = texts.filter((text) => text !== 'other' && text !== 'unknown');
    return [...known, ...named].length === 0 ? [] : [[...known, ...named].join(', ')];
  });
  statements.value('licence', at(root, 'license_details'));
  const base = at(root, 'base_model');
  const relation = textAt(root, 'base_model_relation');
  statements.value('source', base, (texts) =>
    texts.length === 0 ? [] : [`made from ${texts.join(', ')}${relation === null ? '' : ` (${relation})`}`],
  );
  statements.value('source', at(root, 'source_datasets'));
  statements.value('trainingData', at(root, 'datasets'));
  statements.value('collection', at(root, 'annotations_creators'), (texts) =>
    texts.length === 0 ? [] : [`annotations: ${texts.join(', ')}`],
  );
}

/** The task says what it is for where no words do. */
function taskFact(statements: Statements, root: Value | undefined): void {
  const task = at(root, 'pipeline_tag') ?? at(root, 'task_categories');
  const languages = textsOf(at(root, 'language')).slice(0, 8);
  statements.value('purpose', task, (texts) =>
    texts.map((text) => (languages.length === 0 ? text : `${text}, languages: ${languages.join(', ')}`)),
  );
}

function indexNames(root: Value | undefined): (string | null)[] {
  return itemsOf(at(root, 'model-index')).map((item) => textAt(item, 'name'));
}

/** "Model Card for X" is about X. */
function plainTitle(title: string): string {
  return title
    .replace(/^(?:model|data|dataset) ?card(?: (?:for|of))?\s*[:–—-]?\s*/iu, '')
    .replace(/\s+model card$/iu, '')
    .replace(/^(?:table of )?contents$/iu, '');
}

function brokenParts(text: string, keys: Keys, front: FrontMatter): Trouble[] {
  if (!front.closed) {
    return [{ message: `${unclosedWords(front)}, so that the hub reads no key of it`, ...front.broken }];
  }
  // What YAML allows and only records do without (references, a key twice) is none of our business here.
  return keys.broken ? keys.trouble.slice(0, 1) : [...notAMap(keys), ...oddMarks(text, front)];
}

/** A list or a word where keys are expected. */
function notAMap({ usable, trouble }: Keys): Trouble[] {
  return usable ? [] : trouble.slice(0, 1);
}

const ODD_END = /\r\r\n/u;
const INDENT_TAB = /^ *\t/u;
const KEY = /^ *(?:- +)*[\w"'-]{1,100}:/u;
const LONGEST_LINE = 2000;

/** Marks that some readers take and others do not. */
function oddMarks(text: string, { fence, start, end }: FrontMatter): Trouble[] {
  const head = text.slice(fence, end);
  const odd = ODD_END.exec(head);
  if (odd) {
    const at = fence + odd.index;
    const message = 'Lines end in CR CR LF: some readers find no front matter here, others keep a CR in every value';
    return [{ message, start: at, end: at + 1 }];
  }
  const at = tabIn(text.slice(start, end));
  if (at === null) return [];
  const message = 'A tab stands here: readers in Python reject the whole front matter';
  return [{ message, start: start + at, end: start + at + 1 }];
}

/** A tab before a line, or behind the value of a key. */
function tabIn(yaml: string): number | null {
  let at = 0;
  for (const whole of yaml.split('\n')) {
    const line = whole.slice(0, LONGEST_LINE).replace(/\r$/u, '');
    const end = line.trimEnd().length;
    const [indent, tail] = [INDENT_TAB.exec(line), line.slice(end).indexOf('\t')];
    if (indent && end > 0) return at + indent[0].length - 1;
    if (tail >= 0 && end > 0 && KEY.test(line)) return at + end + tail;
    at += whole.length + 1;
  }
  return null;
}

/** What the hub asks for and is not there, and values that are one slip away from a known one. */
function wrongValues(root: Value | undefined): Trouble[] {
  const licence = at(root, 'license');
  const trouble: Trouble[] = [];
  if (licence?.type === 'text' && licence.text.trim() === 'other' && textAt(root, 'license_name') === null) {
    trouble.push({ message: 'The licence is "other": say which one under license_name', ...spot(licence) });
  }
  trouble.push(...slips(licence, LICENCES, 'licence'));
  trouble.push(...slips(at(root, 'pipeline_tag'), PIPELINE_TAGS, 'pipeline_tag'));
  trouble.push(...slips(at(root, 'base_model_relation'), RELATIONS, 'relation to a base model'));
  for (const entry of entriesOf(root)) {
    if (entry.key === 'model-index') trouble.push(...itemsOf(entry.value).slice(0, 20).flatMap(indexTrouble));
  }
  return trouble;
}

function slips(value: Value | undefined, known: readonly string[], what: string): Trouble[] {
  return itemsOf(value).flatMap((item) => {
    if (item.type !== 'text' || known.includes(item.text.trim().toLowerCase())) return [];
    const meant = nearest(item.text.trim(), known);
    const message = `The hub knows no ${what} ${item.text.trim().slice(0, 60)}; did you mean ${meant ?? ''}?`;
    // Versions differ by one character and are meant as they stand.
    return meant === null || digits(meant) !== digits(item.text) ? [] : [{ message, ...spot(item) }];
  });
}

function digits(text: string): string {
  return text.replace(/\D/gu, '');
}

/** `results` of a model need the task, and each metric its type. */
function indexTrouble(item: Value): Trouble[] {
  return itemsOf(at(item, 'results'))
    .slice(0, 100)
    .flatMap((result) => {
      if (result.type !== 'map' || textAt(result, 'task', 'type') !== null) return [];
      return [{ message: 'A result in model-index needs task.type', start: result.start, end: result.start + 1 }];
    });
}

function spot({ start, end }: Value): { start: number; end: number } {
  return { start, end };
}
