import { canTell } from '../model';
import type { Rule } from './rule';
import { asked, capital, fixTitles, namelessPrompt, shown } from './wording';

const DISPOSAL = 'disposal-record';

export const orphanedRecord: Rule = {
  id: 'orphaned-record',
  title: 'A record of something that is not here any more',
  severity: 'warning',
  provisions: ['5.2.1-1'],
  explanation: `
A record covers a model, dataset or prompt that is not found in the project. Reported at the entry of \`covers\`. Where
the entry has no digest it is information only: the tool cannot tell whether the asset was ever seen here. Assets in a
file that could not be read are not reported.

**Why.** A list of assets that names what is gone misleads whoever relies on it. And models and data that are no longer
used have to be deleted so that nothing is left behind, with somebody who sees to it (5.5.1-2).

**How to settle it.** Use *New disposal record*, which says how it went and keeps the record as history; or take the
entry out of \`covers\`, or correct its id if it is only misspelt.
`,
  *check({ drift, records, coverage, catalogue }) {
    const disposed = new Set(
      records.flatMap((record) => (record.kind === DISPOSAL ? record.covers.map(({ asset }) => asset) : [])),
    );
    const canDispose = catalogue.records.some(({ id }) => id === DISPOSAL);
    for (const { record, cover, assets, movedTo } of drift) {
      if (assets.length > 0 || movedTo !== null || disposed.has(cover.asset)) continue;
      if (!canTell(cover.asset, coverage)) continue;
      const [, kind = '', name = ''] = /^([a-z]+):(.*)$/su.exec(cover.asset) ?? [];
      const what = capital(namelessPrompt(cover.asset) ?? `${kind} ${shown(name)}`);
      yield {
        path: record.path,
        range: cover.range,
        message: `${what} is ${cover.digest === null ? 'not found here' : 'gone'}. ${asked(catalogue, [['5.2.1-1']])}`,
        record: record.path,
        subject: `${record.path}|${cover.asset}`,
        provisions: ['5.2.1-1'],
        fixes: [...(canDispose ? [fixTitles.disposal] : []), fixTitles.explain],
        ...(cover.digest === null ? { severity: 'info' as const } : {}),
      };
    }
  },
};
