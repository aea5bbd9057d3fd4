import type { EvidenceKind, ProjectEdit, Support } from '../model';
import { claimPlaces } from '../claims/claim-places';
import type { ClaimPlace, ClaimPlaces } from '../claims/claim-places';
import { CLAIM_KEYS } from '../claims/shape';
import type { Value } from '../records/keys';
import { TextLines } from '../records/text-lines';
import { isDate } from '../records/values';
import { flowText, yamlText, yamlValue } from '../records/yaml-text';
import { setKeys, keyIndent, lineAfter, lineStart } from './yaml-lines';
import { lineEndAt, oneLine } from './text-edit';

/** What a person says about one provision. What is left out stays as it is. */
export interface ClaimWords {
  readonly provision: string;
  /** Ids of systems; none for the whole project. */
  readonly systems?: readonly string[];
  readonly applies?: boolean;
  /** Needed where it does not apply. */
  readonly reason?: string;
  readonly support?: Support;
  readonly detail?: string;
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
}

/** A piece of evidence to be named: in exactly one place. */
export interface EvidenceWords {
  readonly kind: EvidenceKind | null;
  readonly place: { readonly path: string } | { readonly url: string } | { readonly ticket: string };
  /** Behind the path. */
  readonly heading?: string;
  readonly lines?: { readonly from: number; readonly to: number };
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly validUntil?: string;
  readonly digest?: string;
  readonly note?: string;
}

const HEADER =
  '# What this project claims about each provision, and what shows it. People state these claims; the tool only writes\n# down what they say and looks for what speaks against it.\n';

/**
 * The text of `claims.yaml` with a claim in it: of a claim about the same provision and systems the keys that are given
 * are replaced, else a new one is put in its place in the order. All other text stays. Null where a reason is missing, a
 * day is none, or the file is broken or written in a way that only a person can change.
 */
export function claimedText(text: string | null, words: ClaimWords, standard: string): string | null {
  const reason = oneLine(words.reason ?? '');
  if (words.applies === false && reason === '') return null;
  if (words.due !== undefined && !isDate(words.due)) return null;
  const places = placesIn(text ?? '');
  if (places === null) return null;
  const found = claimIn(places, words);
  const cells = cellsFor(words, reason);
  if (found === null) return withNewClaim(text, places, words, cells, standard);
  const remove = words.applies === false ? ['support'] : words.support === undefined ? [] : ['applies'];
  return checked(setKeys(text ?? '', found, cells, { order: CLAIM_KEYS.map(({ key }) => key), remove }));
}

/** The same with a piece of evidence for a claim; a claim that is not there yet is begun, and its support left open. */
export function withEvidence(
  text: string | null,
  words: Pick<ClaimWords, 'provision' | 'systems'>,
  evidence: EvidenceWords,
  standard: string,
): string | null {
  const places = placesIn(text ?? '');
  if (places === null) return null;
  const found = claimIn(places, words);
  const cells = evidenceCells(evidence);
  if (found === null) {
    const begun = withNewClaim(text, places, words, new Map([['support', '']]), standard);
    return begun === null ? null : withEvidence(begun, words, evidence, standard);
  }
  const value = found.cells.get('evidence')?.value;
  const same = value && itemWith(value, cells);
  if (same) return checked(setKeys(text ?? '', same, cells, { order: [...cells.keys()], remove: [] }));
  return checked(withItem(text ?? '', found, cells));
}

/** The edit that turns one text into the other: one place, from the first character that differs to the last. */
export function textChange(path: string, before: string | null, after: string): ProjectEdit {
  if (before === null) return { creations: [{ path, text: after, select: null }], replacements: [] };
  if (before === after) return { creations: [], replacements: [] };
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start += 1;
  // A line end of two characters is not cut in two.
  if (start > 0 && before[start - 1] === '\r') start -= 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (end > 0 && before[before.length - end] === '\n' && before[before.length - end - 1] === '\r') end -= 1;
  const range = new TextLines(before).range(start, before.length - end);
  return { creations: [], replacements: [{ path, range, text: after.slice(start, after.length - end) }] };
}

function placesIn(text: string): ClaimPlaces | null {
  const places = claimPlaces(text);
  const isList = places.list === null || places.list.value.type === 'list' || places.list.value.type === 'empty';
  const nothing = !places.keys.usable && !places.keys.broken && places.trouble.length === 0;
  return isList && !places.keys.broken && (places.keys.usable || nothing) ? places : null;
}

/** A text that can be read; null for one that cannot. */
function checked(text: string | null): string | null {
  return text === null || claimPlaces(text).keys.broken ? null : text;
}

function claimIn({ claims }: ClaimPlaces, { provision, systems = [] }: Pick<ClaimWords, 'provision' | 'systems'>) {
  const wanted = [...systems].sort().join('\n');
  const isSame = ({ cells }: ClaimPlace) =>
    textsIn(cells.get('provision')?.value)[0] === provision &&
    textsIn(cells.get('systems')?.value).sort().join('\n') === wanted;
  return claims.find(isSame) ?? null;
}

function textsIn(value: Value | undefined): string[] {
  if (value?.type === 'list') return value.items.flatMap(textsIn);
  return value?.type === 'text' ? [value.text.trim()] : [];
}

/** Keys with their values as YAML. */
function cellsFor(words: ClaimWords, reason: string): Map<string, string> {
  const cells = new Map<string, string>();
  if (words.applies === false) cells.set('applies', 'no');
  if (reason !== '') cells.set('reason', yamlText(reason));
  if (words.support !== undefined && words.applies !== false) cells.set('support', words.support);
  if (words.detail !== undefined) cells.set('detail', yamlText(oneLine(words.detail)));
  if (words.owner !== undefined) cells.set('owner', yamlText(oneLine(words.owner)));
  if (words.due !== undefined) cells.set('due', words.due);
  return cells;
}

function evidenceCells({ kind, place, heading, lines, ...rest }: EvidenceWords): Map<string, string> {
  const cells = new Map<string, string>();
  if (kind !== null) cells.set('kind', kind);
  const behind = heading === undefined ? '' : `#${oneLine(heading)}`;
  if ('path' in place) cells.set('path', yamlText(place.path + behind));
  else if ('url' in place) cells.set('url', yamlText(oneLine(place.url)));
  else cells.set('ticket', yamlText(oneLine(place.ticket)));
  if (lines !== undefined) cells.set('lines', lines.from === lines.to ? `${lines.from}` : `${lines.from}-${lines.to}`);
  if (rest.date !== undefined) cells.set('date', yamlValue(rest.date));
  if (rest.validUntil !== undefined) cells.set('valid-until', yamlValue(rest.validUntil));
  if (rest.digest !== undefined) cells.set('digest', yamlValue(rest.digest));
  if (rest.note !== undefined) cells.set('note', yamlText(oneLine(rest.note)));
  return cells;
}

/** The piece of evidence that lies in the same place. */
function itemWith(value: Value, cells: ReadonlyMap<string, string>): ClaimPlace | null {
  for (const item of value.type === 'list' ? value.items : []) {
    if (item.type !== 'map') continue;
    const own = new Map(item.entries.map((entry) => [entry.key.slice(entry.key.lastIndexOf('.') + 1), entry]));
    const isSame = ['path', 'url', 'ticket', 'lines'].every((key) => {
      const text = textsIn(own.get(key)?.value)[0];
      return (text === undefined ? undefined : key === 'lines' ? text : yamlText(text)) === cells.get(key);
    });
    if (isSame) return { cells: own, start: item.start, end: item.end };
  }
  return null;
}

function withNewClaim(
  text: string | null,
  { keys, list, claims, standard: said }: ClaimPlaces,
  { provision, systems = [] }: Pick<ClaimWords, 'provision' | 'systems'>,
  cells: ReadonlyMap<string, string>,
  standard: string,
): string | null {
  const about: [string, string][] = systems.length === 0 ? [] : [['systems', `[${systems.map(flowText).join(', ')}]`]];
  const rows = [['provision', yamlValue(provision)] as const, ...about, ...cells];
  const [first] = claims;
  if (text === null || first === undefined) {
    const entry = itemText(rows, '  ', '\n');
    if (text === null) return `${HEADER}standard: ${standard}\nclaims:\n${entry}`;
    const top = said === null ? `standard: ${standard}\n` : '';
    return checked(beginList(text, list, keys.usable ? '' : top, entry));
  }
  const indent = /^( *)- +$/u.exec(text.slice(lineStart(text, first.start), first.start))?.[1];
  if (indent === undefined) return null;
  const before = claims.findLast(({ cells: own }) =>
    comesBefore(textsIn(own.get('provision')?.value)[0] ?? '', provision),
  );
  const at = before === undefined ? lineStart(text, first.start) : lineAfter(text, before.end);
  const end = lineEndAt(text, at);
  const open = at > 0 && text[at - 1] !== '\n' ? end : '';
  return checked(`${text.slice(0, at)}${open}${itemText(rows, indent, end)}${text.slice(at)}`);
}

/** `5.1.2-9` before `5.1.2-10`; equals too. */
function comesBefore(one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => id.split(/[.-]/u).map(Number));
  for (const [index, part] of (b ?? []).entries()) {
    const difference = (a?.[index] ?? -1) - part;
    if (Number.isNaN(difference)) return true;
    if (difference !== 0) return difference < 0;
  }
  return (a?.length ?? 0) <= (b?.length ?? 0);
}

/** The first claim under `claims:`, `claims: []`, or in a file that has no such key yet. */
function beginList(text: string, list: ClaimPlaces['list'], top: string, entry: string): string {
  const end = lineEndAt(text, text.length);
  const lines = (words: string) => words.replaceAll('\n', end);
  if (list === null) {
    const lead = text === '' || text.endsWith('\n') ? '' : end;
    return `${text}${lead}${lines(`${top}claims:\n${entry}`)}`;
  }
  const { start, end: stop } = list.value;
  const whole = list.value.type === 'list' ? text.slice(0, start) + text.slice(stop) : text;
  const at = lineAfter(whole, start);
  const open = whole[at - 1] === '\n' ? '' : end;
  return `${whole.slice(0, at)}${open}${lines(entry)}${whole.slice(at)}`;
}

function itemText(rows: readonly (readonly [string, string])[], indent: string, end: string): string {
  return rows
    .map(
      ([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}:${value === '' ? '' : ` ${value}`}${end}`,
    )
    .join('');
}

/** One more item under `evidence`. */
function withItem(text: string, claim: ClaimPlace, cells: ReadonlyMap<string, string>): string | null {
  const indent = keyIndent(text, claim);
  if (indent === null) return null;
  const entry = claim.cells.get('evidence');
  const rows = [...cells];
  if (entry === undefined) {
    const at = lineAfter(text, claim.end);
    const end = lineEndAt(text, at);
    const open = text[at - 1] === '\n' ? '' : end;
    const item = itemText(rows, `${indent}  `, end);
    return `${text.slice(0, at)}${open}${indent}evidence:${end}${item}${text.slice(at)}`;
  }
  const { value } = entry;
  const items = value.type === 'list' ? value.items : [];
  const last = items.at(-1);
  if (last === undefined) {
    if (value.type !== 'empty' && value.type !== 'list') return null;
    const whole = value.type === 'list' ? text.slice(0, value.start) + text.slice(value.end) : text;
    const at = lineAfter(whole, value.start);
    const end = lineEndAt(whole, at);
    const open = whole[at - 1] === '\n' ? '' : end;
    return `${whole.slice(0, at)}${open}${itemText(rows, `${indent}  `, end)}${whole.slice(at)}`;
  }
  const dash = /^( *)- +$/u.exec(text.slice(lineStart(text, last.start), last.start))?.[1];
  if (dash === undefined) return null;
  const at = lineAfter(text, last.end);
  const end = lineEndAt(text, at);
  const open = text[at - 1] === '\n' ? '' : end;
  return `${text.slice(0, at)}${open}${itemText(rows, dash, end)}${text.slice(at)}`;
}
