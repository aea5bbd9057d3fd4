import type { ScannedFile } from './scanned-file';

const HEAD = 8 * 1024;

/** Names of the fields of a data file, as far as its beginning shows them, in lower case. */
export function fieldsOf(file: ScannedFile): ReadonlySet<string> {
  const head = (file.text ?? '').slice(0, HEAD);
  if (file.extension === 'csv' || file.extension === 'tsv')
    return new Set(columns(head, file.extension === 'tsv' ? '\t' : null));
  if (file.extension === 'jsonl' || file.extension === 'ndjson') return new Set(keys(head.split('\n', 1)[0] ?? ''));
  if (file.extension === 'yaml' || file.extension === 'yml') return new Set(itemKeys(head));
  // One object is a setting or a sample; rows come as a list.
  return file.extension === 'json' &&
    /^\s*(?:\[\s*\{|\{\s*"(?:data|rows|examples|train|samples|items|questions)"\s*:\s*\[)/u.test(head)
    ? new Set(keys(head))
    : new Set();
}

function columns(head: string, separator: string | null): string[] {
  const [line = ''] = head.split('\n', 1);
  const by =
    separator ??
    (line.includes(';') && !line.includes(',') ? ';' : line.includes('\t') && !line.includes(',') ? '\t' : ',');
  return line.split(by).map((name) => name.trim().replace(/^"|"$/gu, '').toLowerCase());
}

/** The keys of what stands in lists of a YAML file, one item at least in two lines. */
function itemKeys(text: string): string[] {
  if ((text.match(/^\s*- [\w-]+:/gmu)?.length ?? 0) < 2) return [];
  return [...text.matchAll(/^(?:\s+(?:- )?|- )([A-Za-z_]\w{0,40}):/gmu)].map(([, key = '']) => key.toLowerCase());
}

function keys(text: string): string[] {
  return [...text.matchAll(/"([A-Za-z_][\w -]{0,40})"\s*:/gu)].map(([, key = '']) => key.toLowerCase());
}

const INPUT =
  /^(?:text|sentences?|sentence1|review|reviews|comment|tweet|utterance|document|content|body|message|description|premise|ticket|email|abstract|headline|title)$/;
const TARGET =
  /^(?:label|labels|target|class|category|categories|sentiment|intent|tag|tags|is_spam|spam|polarity|emotion|toxic|gold_label|queue|y)$/;
const ASKED = /^(?:question|questions|query|prompt|instruction|user_input|input|problem)$/;
const ANSWERED =
  /^(?:answer|answers|response|responses|completion|output|outputs|ground_truth|groundtruth|expected|expected_output|expected_answer|expect|ideal|reference|reference_answer|gold|context|contexts|chosen|solution|intent|truth)$/;

/** True for fields that rows for training or evaluation have: text and label, question and answer, conversations. */
export function hasLearningFields(fields: ReadonlySet<string>): boolean {
  const any = (pattern: RegExp) => [...fields].some((field) => pattern.test(field));
  if (fields.has('messages') || fields.has('conversations') || (fields.has('chosen') && fields.has('rejected')))
    return true;
  if (fields.has('__expected') || fields.has('ground_truth') || fields.has('expected_output')) return true;
  return (any(INPUT) && any(TARGET) && fields.size <= 12) || (any(ASKED) && any(ANSWERED));
}

/** True for rows that a model is tuned with, which nothing else has: instructions with what is put out, a choice of two. */
export function isForTuning(fields: ReadonlySet<string>): boolean {
  const instructs =
    fields.has('instruction') && ['output', 'response', 'completion'].some((field) => fields.has(field));
  return (
    instructs || (fields.has('chosen') && fields.has('rejected')) || (fields.has('conversations') && fields.has('from'))
  );
}
