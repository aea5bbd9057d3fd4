import type { Catalogue, RecordField, RecordKind } from '../catalogue';
import type { Configuration } from '../config/configuration';
import type { Asset, AssetRecord, Position } from '../model';
import { keyNames } from './judge';
import type { Person } from './people';
import { formatOf, yamlOf } from './record-source';
import type { RecordFormat } from './record-source';
import { TextLines } from './text-lines';
import { parentKeys as parentKeysIn } from './yaml-line';

/** What assistance in a record draws on. */
export interface AssistInput {
  readonly catalogue: Catalogue;
  readonly assets: readonly Asset[];
  readonly records: readonly AssetRecord[];
  readonly configuration: Configuration;
  /** Who else may own something, as far as the project says. */
  readonly people?: readonly Person[];
}

/** A record as it is being typed, and so read line by line: it may be broken at any place. */
export interface AssistContext {
  readonly path: string;
  readonly text: string;
  readonly format: RecordFormat;
  readonly lines: TextLines;
  /** The kind it names; null where that is not known yet. */
  readonly kind: RecordKind | null;
  /** First and last line of the YAML. */
  readonly firstLine: number;
  readonly lastLine: number;
}

const KIND = /^["']?record["']?[ \t]*:[ \t]*["']?([\w-]+)/mu;

/** Null where the file is no record, nor lies where records lie. */
export function assistContext(path: string, text: string, input: AssistInput): AssistContext | null {
  const format = formatOf(path);
  const yaml = format && yamlOf(text, format);
  if (format === null || yaml === null) return null;
  const word = KIND.exec(yaml.yaml)?.[1];
  const kind = input.catalogue.records.find(({ id }) => id === word) ?? null;
  if (kind === null && !path.startsWith(`${input.configuration.records}/`)) return null;
  const lines = new TextLines(text);
  const firstLine = lines.position(yaml.start).line;
  // Where the YAML ends with its last line, the line behind it is the closing fence.
  const lastLine = format === 'yaml' ? Number.MAX_SAFE_INTEGER : Math.max(lines.position(yaml.end).line - 1, firstLine);
  return { path, text, format, lines, kind, firstLine, lastLine };
}

/** Whether there is anything to say in a file: it is a record, or lies where records lie. */
export function isAssisted(path: string, text: string, input: AssistInput): boolean {
  return assistContext(path, text, input) !== null;
}

/** The keys above a line of the record that it belongs to, outermost first. */
export function parentKeys({ lines, firstLine }: AssistContext, line: number): string[] {
  return parentKeysIn(lines, line, firstLine);
}

/** The field of a dotted name, by any of its names. */
export function fieldNamed(kind: RecordKind, name: string): RecordField | undefined {
  return kind.fields.find((field) => keyNames(field).includes(name.replaceAll('_', '-')));
}

export function inYaml({ firstLine, lastLine }: AssistContext, { line }: Position): boolean {
  return line >= firstLine && line <= lastLine;
}
