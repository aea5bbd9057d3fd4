import type { ProseDocument } from '../../model';
import type { ScannedFile } from './scanned-file';

const LONGEST = 256 * 1024;
const CARD_KEYS = [
  'base_model',
  'pipeline_tag',
  'library_name',
  'task_categories',
  'dataset_info',
  'datasets',
  'license',
  'model-index',
  'size_categories',
];
const CARD_NAMES =
  /^(?:model[-_ ]?card|dataset[-_ ]?card|data[-_ ]?card|data[-_ ]?sheet|datasheet)|model[-_]?(?:card|description|details)s?\.|[-_](?:model|dataset|data)[-_]?card\./u;

/** The file as a document that may describe assets; null for everything that is no prose, or is a prompt. */
export function proseOf(file: ScannedFile, isPrompt: boolean): ProseDocument | null {
  if (file.text === null || isPrompt || file.header?.has('record') === true) return null;
  const isReadme = /^readme(?:$|[._-])/u.test(file.name);
  const isMarkup =
    ['md', 'markdown', 'rst', 'adoc', 'mdx'].includes(file.extension) ||
    ((isReadme || CARD_NAMES.test(file.name)) && ['', 'txt'].includes(file.extension));
  if (!isMarkup) return null;
  const isCard =
    CARD_NAMES.test(file.name) ||
    (file.header !== null && CARD_KEYS.some((key) => file.header?.has(key)) && !isPage(file));
  return { path: file.path, kind: isCard ? 'card' : isReadme ? 'readme' : 'prose', text: file.text.slice(0, LONGEST) };
}

/** Pages of a site have headers too; a card's has more than a licence. */
function isPage(file: ScannedFile): boolean {
  return (
    ['layout', 'sidebar_position', 'permalink', 'slug', 'date'].some((key) => file.header?.has(key)) &&
    !file.header?.has('base_model')
  );
}
