import type { AssetRecord, RecordDate } from '../model';
import { isAnswer } from './answers';
import { frontMatter } from './front-matter';
import { linksOf } from './links';
import type { RecordFormat, RecordSource } from './record-source';
import { textOf } from './references';

const DAY = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/u;
const NAMED = ['id', 'title', 'supplier', 'provider', 'name'];

type Facts = Pick<AssetRecord, 'reviewed' | 'reviewBy' | 'links' | 'names' | 'givenToOthers'>;

/** Of a record that could not be read. */
export const NO_FACTS: Facts = { reviewed: null, reviewBy: null, links: [], names: [], givenToOthers: null };

/** What a record says beyond its fields: when it was reviewed, where it leads, what it is called. */
export function recordFacts(source: RecordSource, format: RecordFormat): Facts {
  const body = format === 'markdown' ? (frontMatter(source.text)?.body ?? null) : null;
  return {
    reviewed: dateOf('reviewed', source)?.date ?? null,
    reviewBy: dateOf('review-by', source) ?? dateOf('review_by', source),
    links: linksOf(source, body),
    names: [...new Set([...NAMED.flatMap((key) => textOf(key, source) ?? []), ...headings(source)])],
    givenToOthers: saysYes('given-to-others', source),
  };
}

/** The first heading, and what stands behind its colon. */
function headings(source: RecordSource): string[] {
  const title = source.sections[0]?.title ?? '';
  const colon = title.indexOf(':');
  return [title, colon < 0 ? '' : title.slice(colon + 1).trim()].filter((name) => isAnswer(name));
}

function dateOf(key: string, source: RecordSource): RecordDate | null {
  const value = source.entries.get(key)?.value;
  const date = value?.type === 'text' ? DAY.exec(value.text.trim())?.[0] : undefined;
  if (value === undefined || date === undefined) return null;
  return { date, range: source.lines.range(value.start, value.end) };
}

function saysYes(key: string, source: RecordSource): AssetRecord['givenToOthers'] {
  const entry = source.entries.get(key);
  if (entry?.value.type !== 'text' || !/^(yes|true)\b/iu.test(entry.value.text.trim())) return null;
  return source.lines.range(entry.start, entry.value.end);
}
