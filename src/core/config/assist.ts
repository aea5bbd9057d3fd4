import type { Catalogue } from '../catalogue';
import type { Completion, HoverText, Position, Range } from '../model';
import { TextLines } from '../records/text-lines';
import { valuePlace } from '../records/value-place';
import { parentKeys, yamlLine } from '../records/yaml-line';
import { CONFIGURATION_KEYS } from './keys';
import type { ConfigurationKey, KeyValues } from './keys';

/** What help in `ai-baseline.yaml` draws on. */
export interface ConfigurationAssist {
  readonly catalogue: Catalogue;
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** A word that can be written, with what it means. */
interface Word {
  readonly word: string;
  readonly means: string;
}

/** What can stand at a position of `ai-baseline.yaml`: keys that are not there yet, and the words that a key knows. */
export function completeInConfiguration(text: string, position: Position, input: ConfigurationAssist): Completion[] {
  const lines = new TextLines(text);
  const line = lines.lineAt(position.line);
  if (/^\s*#/u.test(line)) return [];
  const parsed = yamlLine(line);
  const parents = parentKeys(lines, position.line);
  const place = valuePlace(line, position);
  if (parsed.key !== null && position.column >= parsed.valueColumn) {
    const owner = keyAt([...parents, parsed.key]);
    return wordsOf(owner?.values, input).map((each) => completion(each, 'value', place.range, ''));
  }
  const owner = keyAt(parents);
  const range = keyRange(line, position);
  const keys = keysUnder(parents).map((key): Completion => {
    const word = key.path.slice(key.path.lastIndexOf('.') + 1);
    return completion({ word, means: key.help }, 'key', range, `: ${(key.writes ?? '').replace('$', '')}`);
  });
  // A list under `rules:` holds words, a map under `severities:` has them as keys.
  const inList = parsed.item && keys.length === 0;
  const words = wordsOf(owner?.values, input).map((each) =>
    completion(each, inList ? 'value' : 'key', inList ? place.range : range, inList ? '' : ': '),
  );
  return [...keys, ...words].filter(
    ({ label }) => label === parsed.key || !siblings(lines, position, parents).has(label),
  );
}

/** What a key or word of `ai-baseline.yaml` means; null where there is nothing to say. */
export function hoverInConfiguration(text: string, position: Position, input: ConfigurationAssist): HoverText | null {
  const lines = new TextLines(text);
  const line = lines.lineAt(position.line);
  const parsed = yamlLine(line);
  const parents = parentKeys(lines, position.line);
  if (parsed.key !== null && position.column < parsed.valueColumn) {
    const range = spanOf(position.line, parsed.keyColumn, parsed.keyColumn + parsed.key.length);
    const known = keyAt([...parents, parsed.key]);
    const word = wordsOf(keyAt(parents)?.values, input).find((each) => each.word === parsed.key);
    const said = [...(word ? [word.means] : []), ...(known ? [known.help] : [])];
    return said.length === 0 ? null : { markdown: `**${parsed.key}**: ${said.join(' ')}`, range };
  }
  const { range } = valuePlace(line, position);
  const written = line.slice(range.column - 1, range.endColumn - 1);
  const owner = keyAt(parsed.key === null ? parents : [...parents, parsed.key]);
  const word = wordsOf(owner?.values, input).find((each) => each.word === written);
  return word === undefined || word.means === '' ? null : { markdown: `**${word.word}**: ${word.means}`, range };
}

function wordsOf(values: KeyValues | undefined, { catalogue, rules }: ConfigurationAssist): Word[] {
  if (values === undefined) return [];
  if (values === 'rules') return rules.map(({ id, title }) => ({ word: id, means: title }));
  if (values === 'record-kinds') return catalogue.records.map(({ id, about }) => ({ word: id, means: about }));
  return values.map((word) => ({ word, means: '' }));
}

function keyAt(path: readonly string[]): ConfigurationKey | undefined {
  return CONFIGURATION_KEYS.find((key) => matches(key.path.split('.'), path));
}

/** The keys that can stand directly under others, as far as their names are fixed. */
function keysUnder(parents: readonly string[]): ConfigurationKey[] {
  return CONFIGURATION_KEYS.filter((key) => {
    const steps = key.path.split('.');
    return steps.at(-1) !== '*' && matches(steps.slice(0, -1), parents);
  });
}

function matches(steps: readonly string[], path: readonly string[]): boolean {
  return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
}

/** The keys that stand beside a line already, in the same map. */
function siblings(lines: TextLines, { line }: Position, parents: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const { indent } = yamlLine(lines.lineAt(line));
  for (const step of [-1, 1]) {
    for (let at = line + step; at > 0 && at <= line + NEARBY && at >= line - NEARBY; at += step) {
      const text = lines.lineAt(at);
      if (/^\s*(#|$)/u.test(text)) continue;
      const each = yamlLine(text);
      if (each.indent < indent || (step > 0 && each.item)) break;
      if (each.indent === indent && each.key !== null && parentKeys(lines, at).length === parents.length)
        found.add(each.key);
      if (each.item && each.indent === indent) break;
    }
  }
  return found;
}

/** How far siblings are looked for. */
const NEARBY = 200;

function completion({ word, means }: Word, kind: 'key' | 'value', range: Range, behind: string): Completion {
  return { label: word, kind, detail: means.slice(0, 80), documentation: means, insert: `${word}${behind}`, range };
}

/** What a key replaces: the word before the cursor and what of it stands behind. */
function keyRange(line: string, { line: number, column }: Position): Range {
  const before = /[\w-]*$/u.exec(line.slice(0, column - 1))?.[0] ?? '';
  const behind = /^[\w-]*(?::[ ]?)?/u.exec(line.slice(column - 1))?.[0] ?? '';
  return spanOf(number, column - before.length, column + behind.length);
}

function spanOf(line: number, column: number, endColumn: number): Range {
  return { line, column, endLine: line, endColumn };
}
