import type { SpecOf } from '../../catalogue/observations';
import { absent, isComplete, kindWords, papers, placed } from './look';
import type { Look, Seen } from './look';

/** The day by which a paper was to be looked at again has not gone by. */
export function recordReviewed(look: Look, { kinds }: SpecOf<'record-reviewed'>): Seen {
  const words = kindWords(look, kinds);
  const all = papers(look, kinds).filter((record) => isComplete(record) && record.reviewBy !== null);
  if (all.length === 0) return absent(look, `no complete ${words} says when it is to be reviewed`);
  const overdue = all.filter(({ reviewBy }) => reviewBy !== null && reviewBy.date < look.today);
  const [first] = overdue;
  if (first === undefined) return { outcome: 'seen', detail: `the review of the ${words} is not overdue` };
  return {
    outcome: 'contradicted',
    detail: `the review was due on ${first.reviewBy?.date ?? ''}`,
    places: overdue.map(({ path, reviewBy, range }) => placed(path, reviewBy?.range ?? range, 'review-by')),
  };
}
