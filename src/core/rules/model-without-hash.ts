import type { Rule } from './rule';
import { asked, assetWords, fixTitles } from './wording';

export const modelWithoutHash: Rule = {
  id: 'model-without-hash',
  title: 'Model files that are given to others without a hash',
  severity: 'warning',
  provisions: ['5.2.4-1.2'],
  explanation: `
The record of a model whose files lie in the project says \`given-to-others: yes\`, and its section *Hashes* is still
open.

**Why.** Whoever receives the files cannot tell whether they are the ones that you gave out.

**How to settle it.** Write the hashes under *Hashes* and publish them where others find them. The digest under
\`covers\` is that of the file, or of the list of files.
`,
  *check({ drift, catalogue }) {
    for (const { record, assets } of drift) {
      const [asset] = assets;
      if (record.givenToOthers === null || asset?.kind !== 'model') continue;
      if (!asset.sites.some(({ via }) => via === 'file') || !record.open.some(({ field }) => field === 'Hashes'))
        continue;
      yield {
        path: record.path,
        range: record.givenToOthers,
        message: `${assetWords(asset)} is given to others without a hash. ${asked(catalogue, [['5.2.4-1.2']])}`,
        record: record.path,
        subject: `${record.path}|${asset.id}`,
        provisions: ['5.2.4-1.2'],
        fixes: [fixTitles.explain],
      };
    }
  },
};
