import { dayWords } from '../catalogue/words';
import type { Rule } from './rule';
import { asked, fixTitles } from './wording';

export const overdueReview: Rule = {
  id: 'overdue-review',
  title: 'A record whose next review is overdue',
  severity: 'warning',
  provisions: ['5.2.4-1.1', '5.1.3-1'],
  provisionsNote: 'Threat models name 5.1.3-1, other records 5.2.4-1.1.',
  explanation: `
The day under \`review-by\` in a record is over.

**Why.** Providers retire models, data grows old and new attacks become known although nobody touches the code. A review
date that nobody keeps makes readers believe that somebody still looks at the record.

**How to settle it.** Read the record again, then use *Record this review*: it asks what came of it, writes today under
\`reviewed\`, moves \`review-by\` on by as long as lay between the two before (a year where that is not
known), and adds a line to the change log.
`,
  *check({ records, catalogue, today }) {
    for (const { path, kind, reviewBy } of records) {
      if (reviewBy === null || reviewBy.date >= today) continue;
      const isThreatModel = kind === 'threat-model';
      const id = isThreatModel ? '5.1.3-1' : '5.2.4-1.1';
      const why = isThreatModel
        ? asked(catalogue, [[id, 'threat models that are reviewed regularly']])
        : asked(catalogue, [[id, 'documentation that is reviewed as often as it says']]);
      yield {
        path,
        range: reviewBy.range,
        message: `The review was due on ${dayWords(reviewBy.date, today)}. ${why}`,
        record: path,
        subject: path,
        provisions: [id],
        fixes: [fixTitles.recordReview, fixTitles.explain],
      };
    }
  },
};
