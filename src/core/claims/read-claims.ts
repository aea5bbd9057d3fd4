import type { Claim, ClaimsFile, RecordDate, RecordProblem, Support } from '../model';
import { SUPPORTS } from '../model';
import { isAnswer } from '../records/answers';
import type { Entry, Trouble, Value } from '../records/keys';
import { nearest } from '../records/nearest';
import { TextLines } from '../records/text-lines';
import { isDate } from '../records/values';
import { claimPlaces } from './claim-places';
import type { ClaimPlace } from './claim-places';
import { EvidenceReader } from './read-evidence';
import { CLAIM_KEYS, FILE_KEYS } from './shape';
import type { ClaimKey } from './shape';

/** The edition that a catalogue holds. */
export interface Edition {
  readonly id: string;
  readonly version: string;
}

const MOST_PROBLEMS = 200;
const LONGEST_TEXT = 4000;
const ALSO: Readonly<Record<string, string>> = { true: 'yes', false: 'no', partial: 'partly', partially: 'partly' };

/** Reads `claims.yaml`. Never throws: what cannot be understood is a problem at its key, and the other claims count. */
export function readClaims(path: string, text: string, edition: Edition): ClaimsFile {
  return new ClaimsReader(path, text, edition).file();
}

class ClaimsReader {
  readonly #lines: TextLines;
  readonly #trouble: Trouble[] = [];

  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly edition: Edition,
  ) {
    this.#lines = new TextLines(text);
  }

  file(): ClaimsFile {
    const places = claimPlaces(this.text);
    this.#trouble.push(...places.trouble);
    this.#unknownKeys(places.keys.entries, FILE_KEYS, 'claims.yaml');
    const claims = places.claims.flatMap((place) => this.#claim(place) ?? []);
    const standard = this.#standard(places.standard, places.keys.usable && claims.length > 0);
    const problems = this.#trouble
      .slice(0, MOST_PROBLEMS)
      .map(({ message, start, end }): RecordProblem => ({ message, range: this.#range({ start, end }) }));
    return { path: this.path, ...standard, claims, problems: [...problems, ...twice(claims)] };
  }

  #standard(entry: Entry | null, needed: boolean): Pick<ClaimsFile, 'standard' | 'edition'> {
    const { id, version } = this.edition;
    const name = `${id.replace(/^ETSI /u, '')} ${version}`;
    const text = entry === null ? '' : this.#text(entry.value);
    if (entry === null || text === '') {
      const place = entry ?? { start: 0, end: 1 };
      if (needed) this.#tell(place, `It is not said which edition is claimed for: begin with "standard: ${name}"`);
      return { standard: null, edition: 'unsaid' };
    }
    const standard = { text, range: this.#range(entry.value) };
    const number = /\b(\d{3}) (\d{3})\b/u.exec(id)?.[0] ?? id;
    const said = new RegExp(`(?:^|[^\\d.])${version.replace(/^V/iu, '').replaceAll('.', '\\.')}(?![\\d.])`, 'u');
    const ours = text.replace(/\s+/gu, ' ').includes(number) && said.test(text);
    return { standard, edition: ours && !/\b(?:TS|TR) ?104/iu.test(text) ? 'ours' : 'other' };
  }

  #claim({ cells, start, end }: ClaimPlace): Claim | null {
    this.#unknownKeys([...cells.values()], CLAIM_KEYS, 'A claim');
    const id = cells.get('provision');
    const provision = id === undefined ? '' : this.#text(id.value);
    if (id === undefined || provision === '') {
      this.#tell(
        id?.value ?? { start, end: Math.min(end, this.#lineEnd(start)) },
        'It is not said which provision is claimed',
      );
      return null;
    }
    const applies = this.#applies(cells.get('applies'));
    const support = this.#support(cells.get('support'), id, applies);
    const reason = this.#words(cells.get('reason'));
    if (!applies && (reason === null || !isAnswer(reason))) {
      this.#tell(cells.get('reason') ?? cells.get('applies') ?? id, 'A provision that does not apply needs a reason');
    }
    const evidence = new EvidenceReader(this.#lines, this.#trouble).read(cells.get('evidence'));
    return {
      path: this.path,
      provision,
      range: this.#range(id.value),
      systems: this.#systems(cells.get('systems')),
      applies,
      reason,
      support,
      supportRange: this.#range((cells.get('support') ?? cells.get('applies') ?? id).value),
      detail: this.#words(cells.get('detail')),
      owner: this.#words(cells.get('owner')),
      due: this.#date(cells.get('due')),
      evidence,
    };
  }

  #applies(entry: Entry | undefined): boolean {
    const word = entry === undefined ? '' : this.#word(entry.value);
    if (entry === undefined || word === '' || word === 'yes') return true;
    if (word === 'no') return false;
    this.#tell(entry.value, `"${word.slice(0, 40)}" is neither yes nor no`);
    return true;
  }

  #support(entry: Entry | undefined, id: Entry, applies: boolean): Support | null {
    const word = entry === undefined ? '' : this.#word(entry.value);
    const support = SUPPORTS.find((each) => each === word) ?? null;
    if (support !== null && !applies) {
      this.#tell(entry ?? id, 'A provision that does not apply is not supported either: leave support out');
      return null;
    }
    if (support !== null || !applies) return support;
    if (word === '') this.#tell(entry ?? id, 'It is not said how far this is supported: support is yes, partly or no');
    else {
      const hint = /^(?:n\/?a|not[- ]applicable)$/u.test(word)
        ? ': where it does not apply, write applies: no and a reason'
        : '';
      this.#tell(entry?.value ?? id, `"${word.slice(0, 40)}" is none of ${SUPPORTS.join(', ')}${hint}`);
    }
    return null;
  }

  #systems(entry: Entry | undefined): Claim['systems'] {
    if (entry === undefined) return [];
    const values = entry.value.type === 'list' ? entry.value.items : [entry.value];
    return values.flatMap((value) => {
      const id = this.#text(value);
      if (id !== '') return [{ id, range: this.#range(value) }];
      if (value.type !== 'empty') this.#tell(value, 'systems holds ids of systems of system.yaml');
      return [];
    });
  }

  #date(entry: Entry | undefined): RecordDate | null {
    const text = entry === undefined ? '' : this.#text(entry.value);
    if (entry === undefined || text === '') return null;
    if (isDate(text)) return { date: text.slice(0, 10), range: this.#range(entry.value) };
    this.#tell(entry.value, `"${text.slice(0, 40)}" is not a date such as 2026-11-24`);
    return null;
  }

  /** `Yes` and `true` as `yes`. */
  #word(value: Value): string {
    const word = this.#text(value).toLowerCase();
    return Object.hasOwn(ALSO, word) ? (ALSO[word] ?? word) : word;
  }

  #words(entry: Entry | undefined): string | null {
    if (entry === undefined) return null;
    const first = entry.value.type === 'list' ? entry.value.items[0] : entry.value;
    const text = first === undefined ? '' : this.#text(first);
    return text === '' ? null : text;
  }

  #text(value: Value): string {
    return value.type === 'text' ? value.text.trim().slice(0, LONGEST_TEXT) : '';
  }

  #unknownKeys(entries: readonly Entry[], known: readonly ClaimKey[], what: string): void {
    const names = known.map(({ key }) => key);
    for (const entry of entries) {
      const key = entry.key.slice(entry.key.lastIndexOf('.') + 1);
      if (names.includes(key)) continue;
      const meant = nearest(key, names);
      const hint = meant === null ? `it knows ${names.join(', ')}` : `did you mean ${meant}?`;
      this.#tell(entry, `${what} has no key ${key.slice(0, 60)}; ${hint}`);
    }
  }

  #lineEnd(start: number): number {
    const end = this.text.indexOf('\n', start);
    return end < 0 ? this.text.length : end;
  }

  #tell({ start, end }: { readonly start: number; readonly end: number }, message: string): void {
    this.#trouble.push({ start, end, message });
  }

  /** Without the line breaks that YAML counts to a value. */
  #range({ start, end }: { readonly start: number; readonly end: number }) {
    return this.#lines.range(start, start + this.text.slice(start, end).trimEnd().length);
  }
}

/** Claims about one provision for the same system, or twice for the whole project: at the later one. */
function twice(claims: readonly Claim[]): RecordProblem[] {
  const seen = new Set<string>();
  const problems: RecordProblem[] = [];
  for (const { provision, systems, range } of claims) {
    const names = systems.length === 0 ? [null] : systems.map(({ id }) => id);
    for (const name of names) {
      const key = `${provision}|${name ?? ''}`;
      if (!seen.has(key)) seen.add(key);
      else if (problems.length < MOST_PROBLEMS) {
        const whom = name === null ? '' : ` for the system ${name.slice(0, 60)}`;
        problems.push({ range, message: `${provision.slice(0, 60)} is claimed twice${whom}; the weaker claim counts` });
      }
    }
  }
  return problems;
}
