import { isMap, isScalar, isSeq } from 'yaml';
import type { Document, YAMLMap, YAMLSeq } from 'yaml';
import { readConfiguration } from '../config';
import type { ProjectEdit, Range } from '../model';
import { TextLines } from '../records/text-lines';
import { parseYaml } from '../safe-yaml';

/** A suppression by path, to be added to `ai-baseline.yaml`. */
export interface PathIgnore {
  readonly rule: string;
  /** The file itself, not a glob. */
  readonly path: string;
  readonly reason: string;
}

/**
 * Adds a suppression to `ai-baseline.yaml`, making the file where there is none (`text` null). Everything else in it stays
 * as it is, comments too. Null where the file is broken, or there is no reason.
 */
export function ignoreInConfiguration(
  configurationPath: string,
  text: string | null,
  ignore: PathIgnore,
): ProjectEdit | null {
  if (ignore.reason.trim() === '') return null;
  if (text === null) {
    const created = { path: configurationPath, text: `suppressions:\n${entry(ignore, '  ')}`, select: null };
    return { creations: [created], replacements: [] };
  }
  const document = parseYaml(text);
  if ('message' in document || document.errors.length > 0) return null;
  const contents = document.contents as unknown;
  if (contents !== null && !isMap(contents) && text.trim() !== '') return null;
  const before = readConfiguration(configurationPath, text);
  for (const replaced of [inserted(text, contents, ignore), rewritten(text, document, ignore)]) {
    if (replaced === null) continue;
    const after = readConfiguration(configurationPath, replaced.next);
    const grown = after.suppressions.length === before.suppressions.length + 1;
    if (grown && after.problems.length === before.problems.length) return edit(configurationPath, replaced);
  }
  return null;
}

interface Place {
  readonly offset: number;
  readonly indent: string;
  /** The key has to be written too. */
  readonly key: boolean;
}

interface Replaced {
  readonly range: Range;
  readonly text: string;
  /** The whole file afterwards. */
  readonly next: string;
}

/** Where one more entry can simply be written: behind the last one, or at the end with the key. */
function insertion(text: string, contents: unknown): Place | null {
  const list = isMap(contents) ? contents.get('suppressions', true) : undefined;
  if (list === undefined || list === null) return atEnd(text, contents);
  if (isScalar(list) && list.value === null && !list.source) {
    // Nothing stands behind the colon but perhaps a comment.
    return { offset: contentEnd(text, list.range?.[0] ?? text.length), indent: '  ', key: false };
  }
  if (!isSeq(list) || list.flow === true || list.items.length === 0) return null;
  const [start, end] = (list as YAMLSeq).range ?? [0, 0];
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *$/u.test(indent) ? { offset: contentEnd(text, end), indent, key: false } : null;
}

function atEnd(text: string, contents: unknown): Place | null {
  return isMap(contents) && contents.flow === true ? null : { offset: text.length, indent: '  ', key: true };
}

/** Right behind the line on which the content before an offset ends. */
function contentEnd(text: string, offset: number): number {
  const last = text.slice(0, offset).trimEnd().length;
  const end = text.indexOf('\n', last);
  return end < 0 ? text.length : end + 1;
}

function inserted(text: string, contents: unknown, ignore: PathIgnore): Replaced | null {
  const place = insertion(text, contents);
  if (place === null) return null;
  const breaks = text.includes('\r\n') ? '\r\n' : '\n';
  const lead = place.offset > 0 && text[place.offset - 1] !== '\n' ? '\n' : '';
  const plain = `${lead}${place.key ? 'suppressions:\n' : ''}${entry(ignore, place.indent)}`;
  const addition = plain.replaceAll('\n', breaks);
  const range = new TextLines(text).range(place.offset, place.offset);
  return { range, text: addition, next: text.slice(0, place.offset) + addition + text.slice(place.offset) };
}

/** The file written anew with the entry in it, for lists in braces and empty ones. */
function rewritten(text: string, document: Document.Parsed, ignore: PathIgnore): Replaced | null {
  const map = document.contents as unknown as YAMLMap | null;
  if (map === null) return null;
  const list = map.get('suppressions', true);
  const value = { rules: [ignore.rule], paths: [literalGlob(ignore.path)], reason: ignore.reason };
  if (isSeq(list)) {
    list.flow = false;
    list.add(document.createNode(value));
  } else {
    map.set('suppressions', document.createNode([value]));
  }
  const next = document.toString({ lineWidth: 0 });
  return { range: new TextLines(text).range(0, text.length), text: next, next };
}

function edit(path: string, { range, text }: Replaced): ProjectEdit {
  return { creations: [], replacements: [{ path, range, text }] };
}

function entry({ rule, path, reason }: PathIgnore, indent: string): string {
  const said = reason.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const lines = [
    `- rules: [${rule}]`,
    `  paths: [${JSON.stringify(literalGlob(path))}]`,
    `  reason: ${JSON.stringify(said)}`,
  ];
  return lines.map((line) => `${indent}${line}\n`).join('');
}

/** A glob that means this one path: from the top of the project, with marks that have a meaning matching themselves. */
function literalGlob(path: string): string {
  return (path.includes('/') ? '' : '/') + path.replace(/[\\*?[\]{}()!+@|^$]/gu, (mark) => `\\${mark}`);
}
