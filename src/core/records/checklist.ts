import type { Catalogue, RecordField } from '../catalogue';
import type { Checklist, ChecklistItem, GateDecision, GateOutcome, TickedDecision } from '../model';
import { saysWhyNot } from './answers';
import { BodyFields } from './body-fields';
import { formatOf, takeApart } from './record-source';
import type { RecordSource } from './record-source';
import { textOf } from './references';
import { isDate } from './values';

const DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u;
const NAME = /\p{L}{2}/u;
/** `- 2026-11-24 · go with conditions · Jane Doe, CISO · text1:sha256:…` */
const DECISION =
  /^[-*+]\s+(\d{4}-\d{2}-\d{2})\s+·\s+(go with conditions|go|no go)\s+·\s+(\S.*?)\s+·\s+(text1:sha256:[0-9a-f]{64})\s*$/u;
const MOST_ITEMS = 500;

/** Where decisions are written, in records that have a decision to take. */
export const DECISION_LOG = 'Decision log';

/** What the task lists of a record say; null for a kind that has none. Never throws. */
export function readChecklist(path: string, text: string, catalogue: Catalogue): Checklist | null {
  const format = formatOf(path);
  const source = format && takeApart(path, text, format);
  const word = source?.entries.get('record')?.value;
  const kind = catalogue.records.find(({ id }) => word?.type === 'text' && id === word.text.trim());
  if (!source || !kind) return null;
  const fields = kind.fields.filter((field) => field.type === 'task-list');
  if (fields.length === 0) return null;
  const body = new BodyFields(kind, source);
  const items = fields.flatMap((field) => itemsOf(field, body, source)).slice(0, MOST_ITEMS);
  return {
    path,
    items,
    missing: fields.flatMap((field) => missingOf(field, items)),
    date: textOf('date', source),
    release: textOf('release', source) ?? textOf('version', source),
    approvedBy: textOf('approved-by', source),
    environment: textOf('environment', source),
    ticked: kind.fields.filter(({ type }) => type === 'choice').flatMap((field) => tickedIn(field, body, source)),
    decisions: decisionsIn(source),
  };
}

function itemsOf(field: RecordField, body: BodyFields, source: RecordSource): ChecklistItem[] {
  const section = field.heading ?? field.label;
  return body.items(field).map(({ text, ticked, start, end }) => {
    const known = field.items?.find((item) => beginsWith(text, item.text));
    const words = known ? wordsBehind(text.slice(known.text.length)) : text;
    return {
      section,
      text: known?.text ?? text.slice(0, 200),
      observes: known?.observes ?? [],
      provisions: known?.provisions ?? field.provisions,
      ticked,
      words: words.slice(0, 500),
      signed: isSigned(words),
      notApplicable: !ticked && saysWhyNot(text),
      range: source.lines.range(start, end),
    };
  });
}

const OUTCOMES: Readonly<Record<string, GateOutcome>> = {
  'go with conditions': 'go-with-conditions',
  'no go': 'no-go',
  go: 'go',
};

/** The outcomes that are ticked, with the day that stands behind each. */
function tickedIn(field: RecordField, body: BodyFields, source: RecordSource): TickedDecision[] {
  return body.items(field).flatMap(({ text, ticked, start, end }) => {
    const words = Object.keys(OUTCOMES).find((each) => ticked && beginsWith(text, each));
    const outcome = words === undefined ? undefined : OUTCOMES[words];
    if (outcome === undefined) return [];
    const day = DAY.exec(text)?.[0];
    return [{ outcome, date: day !== undefined && isDate(day) ? day : null, range: source.lines.range(start, end) }];
  });
}

function missingOf(field: RecordField, items: readonly ChecklistItem[]): Checklist['missing'] {
  const section = field.heading ?? field.label;
  const there = new Set(items.filter((item) => item.section === section).map((item) => item.text));
  return (field.items ?? []).filter(({ text }) => !there.has(text)).map(({ text }) => ({ section, text }));
}

/** The words of the catalogue, whatever the case and the spaces around them. */
function beginsWith(text: string, words: string): boolean {
  return text.slice(0, words.length).toLowerCase() === words.toLowerCase();
}

/** Behind the item stand its provisions in brackets, and then what the person wrote. */
function wordsBehind(text: string): string {
  return text
    .replace(/^\s*\([\d., -]+\)/u, '')
    .replace(/^[\s:;,.–—·-]+/u, '')
    .trim();
}

/** A day that exists, and a name beside it. */
function isSigned(words: string): boolean {
  const day = DAY.exec(words)?.[0];
  return day !== undefined && isDate(day) && NAME.test(words.replace(DAY, ''));
}

function decisionsIn(source: RecordSource): GateDecision[] {
  const log = source.sections.filter(({ title }) => title.toLowerCase() === DECISION_LOG.toLowerCase());
  return log.flatMap(({ contentStart, contentEnd }) => {
    const found: GateDecision[] = [];
    for (let at = contentStart; at < contentEnd;) {
      const end = source.text.indexOf('\n', at);
      const stop = end < 0 || end > contentEnd ? contentEnd : end;
      const line = source.text.slice(at, stop).slice(0, 600);
      const [, date, outcome, by, digest] = DECISION.exec(line.trim()) ?? [];
      if (date !== undefined && outcome !== undefined && by !== undefined && digest !== undefined) {
        const range = source.lines.range(at, at + line.trimEnd().length);
        found.push({ date, outcome: outcome.replaceAll(' ', '-') as GateOutcome, by, digest, range });
      }
      at = stop + 1;
    }
    return found;
  });
}
