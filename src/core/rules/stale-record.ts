import { dayWords } from '../catalogue/words';
import type { CoverState, SettingChange } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { asked, count, enumerate, fixTitles, recordWords, settingChange } from './wording';

export const staleRecord: Rule = {
  id: 'stale-record',
  title: 'Something that changed since its record was reviewed',
  severity: 'warning',
  provisions: ['5.1.2-3', '5.2.4-3'],
  explanation: `
A record keeps a digest (a short number computed from the content) of each prompt, file or dataset that was reviewed,
and the settings that the asset ran with (temperature, limits, tools offered). One of them has changed since; for
settings the message says from what to what. It is reported once per asset, where the asset stands, with the record as
related place. While the record is still a draft, and outside the product, it is information only. Digests of different
algorithms are not compared, and a record that keeps no settings is not asked for them.

**Why.** A changed prompt, file, dataset or setting can change what the system does, and what the record says may no
longer hold.
After an incident people ask first what changed, when and why.

**How to settle it.** Look at what the record says, then use *Record this change* (*Review and update the digest* for
models and datasets): it asks why, writes the new digests and settings and today's date, and adds a line to the change
log. Nothing else in the record is touched.
`,
  *check(context) {
    const changed = new Map<string, CoverState[]>();
    for (const state of context.drift) {
      const id = state.assets[0]?.id;
      if (!(state.changed || state.settings) || state.movedTo !== null || id === undefined) continue;
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
  const more = others.length === 0 ? '' : ` and ${count(others.length, 'other')}`;
  const isPrompt = asset.kind === 'prompt';
  const logged = isPrompt || states.some((state) => state.settings !== null);
  const why = logged
    ? asked(catalogue, [['5.2.4-3', 'a log of such changes'], ['5.1.2-3']])
    : asked(catalogue, [['5.1.2-3']]);
  const draft = states.every((state) => state.record.open.some((field) => field.required));
  return {
    path: site.path,
    range: site,
    message:
      `${whatChanged(states, record.reviewed, today)} ` +
      `(record ${recordWords(record.path, configuration)}${more}). ${why}`,
    asset: asset.id,
    record: record.path,
    provisions: logged ? ['5.2.4-3', '5.1.2-3'] : ['5.1.2-3'],
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

const MOST_SETTINGS = 4;

/** `Settings changed since it was reviewed on 3 Nov: temperature 0.2 → 0.9`. */
function whatChanged(states: readonly CoverState[], reviewed: string | null, today: string): string {
  const when = reviewed === null ? 'it was recorded' : `it was reviewed on ${dayWords(reviewed, today)}`;
  const content = states.some((state) => state.changed);
  const reset = states.some((state) => state.settings !== null);
  const changes = settingWords(states.flatMap((state) => state.settings ?? []));
  const also = content && reset ? ', and so did its settings' : '';
  return `${content ? 'Changed' : 'Settings changed'} since ${when}${also}${changes}`;
}

/** `: temperature 0.2 → 0.9`; empty where only their digest tells. */
function settingWords(settings: readonly SettingChange[]): string {
  const said = [...new Set(settings.map(settingChange))];
  const rest = said.length - MOST_SETTINGS;
  const words = rest > 0 ? [...said.slice(0, MOST_SETTINGS), count(rest, 'other')] : said;
  return words.length === 0 ? '' : `: ${enumerate(words)}`;
}
