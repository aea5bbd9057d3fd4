import { EVIDENCE_KINDS } from '../model';
import type { Evidence, EvidenceKind, RecordDate } from '../model';
import type { Entry, Trouble, Value } from '../records/keys';
import { nearest } from '../records/nearest';
import type { TextLines } from '../records/text-lines';
import { isDate } from '../records/values';
import { cellsOf } from './claim-places';
import { followPath, followUrl, linesIn } from './evidence-target';
import type { Followed } from './evidence-target';
import { EVIDENCE_KEYS, PLACE_KEYS } from './shape';

const MOST_EVIDENCE = 100;
const NAMES = EVIDENCE_KEYS.map(({ key }) => key);
const DIGEST = /^[a-z0-9]+:(?:sha256:)?[0-9a-f]{6,128}$/iu;

/** Reads what stands under `evidence`; what is wrong with it is told, and where a reference leads nowhere it says so itself. */
export class EvidenceReader {
  constructor(
    private readonly lines: TextLines,
    private readonly trouble: Trouble[],
  ) {}

  read(entry: Entry | undefined): Evidence[] {
    if (entry === undefined || entry.value.type === 'empty') return [];
    const items = entry.value.type === 'list' ? entry.value.items : [entry.value];
    return items.slice(0, MOST_EVIDENCE).flatMap((item) => this.#item(item) ?? []);
  }

  #item(item: Value): Evidence | null {
    if (item.type === 'empty') return null;
    if (item.type === 'text') return this.#short(item);
    if (item.type === 'map') return this.#map(item.entries, item);
    this.#tell(item, `A piece of evidence names one of ${PLACE_KEYS.join(', ')}`);
    return null;
  }

  /** A path or address alone. */
  #short(item: Value & { type: 'text' }): Evidence {
    const reference = item.text.trim();
    const followed = /^https?:/iu.test(reference) ? followUrl(reference) : followPath(reference, null);
    const nothing = { kind: null, date: null, validUntil: null, digest: null, digestRange: null };
    return { ...nothing, reference, ...followed, range: this.lines.range(item.start, item.end) };
  }

  #map(entries: readonly Entry[], item: Value): Evidence | null {
    const cells = cellsOf(entries);
    this.#unknown(cells);
    const named = PLACE_KEYS.filter((key) => textIn(cells.get(key)) !== '');
    const [key, more] = named;
    const place = key && cells.get(key);
    if (key === undefined || place === undefined) {
      this.#tell(entries[0] ?? item, `A piece of evidence names one of ${PLACE_KEYS.join(', ')}`);
      return null;
    }
    if (more !== undefined) this.#tell(cells.get(more) ?? item, `It lies in one place: ${key} is named already`);
    const reference = textIn(place);
    const { start, end } = place.value;
    return {
      kind: this.#kind(cells.get('kind')),
      reference,
      ...this.#follow(key, reference, cells.get('lines')),
      date: this.#date(cells.get('date')),
      validUntil: this.#date(cells.get('valid-until')),
      ...this.#digest(cells.get('digest')),
      range: this.lines.range(start, end),
    };
  }

  #follow(key: (typeof PLACE_KEYS)[number], reference: string, lines: Entry | undefined): Followed {
    if (key === 'url') return followUrl(reference);
    if (key === 'ticket') return { target: { in: 'elsewhere', reference }, trouble: null };
    const written = textIn(lines);
    const span = written === '' ? null : linesIn(written);
    if (lines !== undefined && written !== '' && span === null)
      this.#tell(lines.value, 'Lines are written as 10 or 10-20');
    return followPath(reference, span);
  }

  #kind(entry: Entry | undefined): EvidenceKind | null {
    const text = textIn(entry).toLowerCase();
    const kind = EVIDENCE_KINDS.find((each) => each === text) ?? null;
    if (entry !== undefined && kind === null && text !== '') {
      const meant = nearest(text, EVIDENCE_KINDS);
      const hint = meant === null ? `is none of ${EVIDENCE_KINDS.join(', ')}` : `is not known; did you mean ${meant}?`;
      this.#tell(entry.value, `"${text.slice(0, 40)}" ${hint}`);
    }
    return kind;
  }

  #date(entry: Entry | undefined): RecordDate | null {
    const text = textIn(entry);
    if (entry === undefined || text === '') return null;
    const { start, end } = entry.value;
    if (isDate(text)) return { date: text.slice(0, 10), range: this.lines.range(start, end) };
    this.#tell(entry.value, `"${text.slice(0, 40)}" is not a date such as 2026-11-24`);
    return null;
  }

  #digest(entry: Entry | undefined): Pick<Evidence, 'digest' | 'digestRange'> {
    const text = textIn(entry);
    const none = { digest: null, digestRange: null };
    if (entry === undefined || text === '') return none;
    const { start, end } = entry.value;
    if (DIGEST.test(text)) return { digest: text, digestRange: this.lines.range(start, end) };
    this.#tell(entry.value, 'This is no digest such as text1:sha256:…');
    return none;
  }

  #unknown(cells: ReadonlyMap<string, Entry>): void {
    for (const [key, entry] of cells) {
      if (NAMES.includes(key)) continue;
      const meant = nearest(key, NAMES);
      const hint = meant === null ? `it knows ${NAMES.join(', ')}` : `did you mean ${meant}?`;
      this.#tell(entry, `A piece of evidence has no key ${key.slice(0, 60)}; ${hint}`);
    }
  }

  #tell({ start, end }: { readonly start: number; readonly end: number }, message: string): void {
    this.trouble.push({ start, end, message });
  }
}

function textIn(entry: Entry | undefined): string {
  return entry?.value.type === 'text' ? entry.value.text.trim().slice(0, 2000) : '';
}
