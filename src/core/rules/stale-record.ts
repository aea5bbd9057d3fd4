import { dayWords } from '../catalogue/words';
import type { CoverState } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { asked, count, fixTitles, recordWords } from './wording';

export const staleRecord: Rule = {
  id: 'stale-record',
  title: 'Something that changed since its record was reviewed',
  severity: 'warning',
  provisions: ['5.1.2-3', '5.2.4-3'],
  explanation: `
A record keeps a digest (a short number computed from the content) of each prompt, file or dataset that was reviewed.
The content has changed since. It is reported once per asset, where the asset stands, with the record as related place.
While the record is still a draft, and outside the product, it is information only. Digests of different algorithms are
not compared.

**Why.** A changed prompt, file or dataset can change what the system does, and what the record says may no longer hold.
After an incident people ask first what changed, when and why.

**How to settle it.** Look at what the record says, then use *Record this change* (*Review and update the digest* for
models and datasets): it asks why, writes the new digest and today's date, and adds a line to the change log. Nothing
else in the record is touched.
`,
  *check(context) {
    const changed = new Map<string, CoverState[]>();
    for (const state of context.drift) {
      const id = state.assets[0]?.id;
      if (!state.changed || state.movedTo !== null || id === undefined) continue;
      const same = changed.get(id);
      if (same) same.push(state);
      else changed.set(id, [state]);
    }
    for (const states of changed.values()) {
      const report = reportOf(states, context);
      if (report) yield report;
    }
  },
};

function reportOf(states: readonly CoverState[], context: RuleContext): Report | null {
  const { catalogue, configuration, today } = context;
  const [first, ...others] = states;
  const asset = first?.assets[0];
  const site = asset?.sites[0];
  if (!first || !asset || !site) return null;
  const { record } = first;
  const when = record.reviewed === null ? 'it was recorded' : `it was reviewed on ${dayWords(record.reviewed, today)}`;
  const more = others.length === 0 ? '' : ` and ${count(others.length, 'other')}`;
  const isPrompt = asset.kind === 'prompt';
  const why = isPrompt
    ? asked(catalogue, [['5.2.4-3', 'a log of such changes'], ['5.1.2-3']])
    : asked(catalogue, [['5.1.2-3']]);
  const draft = states.every((state) => state.record.open.some((field) => field.required));
  return {
    path: site.path,
    range: site,
    message: `Changed since ${when} (record ${recordWords(record.path, configuration)}${more}). ${why}`,
    asset: asset.id,
    record: record.path,
    provisions: isPrompt ? ['5.2.4-3', '5.1.2-3'] : ['5.1.2-3'],
    fixes: [
      isPrompt ? fixTitles.recordChange : fixTitles.updateDigest,
      fixTitles.openRecord,
      fixTitles.ignore,
      fixTitles.explain,
    ],
    related: states.map((state) => ({
      ...state.cover.range,
      path: state.record.path,
      message: 'recorded here, with the digest of what was reviewed',
    })),
    ...(draft || asset.scope !== 'product' ? { severity: 'info' as const } : {}),
  };
}
