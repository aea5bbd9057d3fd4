import { dayWords } from '../catalogue/words';
import type { Asset, ThreatModelState } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { asked, assetWords, count, enumerate, fixTitles, lowerStart, shown } from './wording';

const PROVISIONS = ['5.1.3-1.1'];
const MOST_SAID = 5;

export const outdatedThreatModel: Rule = {
  id: 'outdated-threat-model',
  title: 'A threat model that the system has outgrown',
  severity: 'warning',
  provisions: PROVISIONS,
  explanation: `
Something of the system is another one than when its threat model was last reviewed: the content or the settings of an
asset that it lists with a digest, or an asset that it does not take in. What belongs to its system is said by
\`system.yaml\`; with one threat model in the project that is everything of the product, with several it is what is used
together with the assets that it lists. It is reported once per model, at its day of review, with what changed. A review
that is overdue besides is named there too; one that is only overdue is \`overdue-review\`.

**Why.** A new tool, another model or a changed prompt opens ways that nobody has thought about.

**How to settle it.** Go through what changed and add or change threats. Then *Record this review*: it asks what came of
it, takes in the assets that were added, writes the digests of today and the day of review, moves \`review-by\` on where
that is past, and adds a line to the change log. Threats and ratings are left to you.
`,
  *check(context) {
    for (const state of context.threatStates) {
      const report = reportOf(state, context);
      if (report) yield report;
    }
  },
};

function reportOf(state: ThreatModelState, { assets, catalogue, today }: RuleContext): Report | null {
  const { model, changed, added } = state;
  if (changed.length + added.length === 0) return null;
  const canAdd = added.length === 0 || model.assetsEnd !== null;
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const name = (id: string) => wordsOf(byId.get(id), id);
  const when = model.reviewed === null ? 'the model was written' : 'its last review';
  const parts: string[] = [];
  if (added.length > 0) parts.push(`does not cover ${few(added.map(name))} (added since ${when})`);
  if (changed.length > 0)
    parts.push(
      `was reviewed before ${few([...changed].sort(contentFirst).map((each) => changeWords(each, name)))} changed`,
    );
  if (model.reviewBy !== null && model.reviewBy.date < today) {
    parts.push(`was to be reviewed by ${dayWords(model.reviewBy.date, today)}`);
  }
  const message = `Threat model ${shown(model.id)} ${enumerate(parts)}.`;
  return {
    path: model.path,
    range: model.reviewed?.range ?? model.range,
    message: `${message} ${asked(catalogue, [['5.1.3-1.1', 'a fresh look at the threats']])}`,
    record: model.path,
    subject: model.path,
    provisions: PROVISIONS,
    fixes: [...(canAdd ? [fixTitles.recordReview] : []), fixTitles.explain],
    related: [...added, ...changed.map(({ asset }) => asset)].flatMap((id) => placeOf(byId.get(id))),
  };
}

type Change = ThreatModelState['changed'][number];

/** So that "the settings of" does not seem to be said of what follows. */
function contentFirst(a: Change, b: Change): number {
  return Number(a.what !== 'content') - Number(b.what !== 'content');
}

function changeWords({ asset, what }: Change, name: (id: string) => string): string {
  return what === 'content'
    ? name(asset)
    : `${what === 'settings' ? 'the settings' : 'content and settings'} of ${name(asset)}`;
}

function wordsOf(asset: Asset | undefined, id: string): string {
  return asset ? lowerStart(assetWords(asset)) : shown(id);
}

function placeOf(asset: Asset | undefined) {
  const [site] = asset?.sites ?? [];
  if (!site) return [];
  const { path, line, column, endLine, endColumn } = site;
  return [{ path, line, column, endLine, endColumn, message: 'this is how it is now' }];
}

function few(words: readonly string[]): string {
  const rest = words.length - MOST_SAID;
  return enumerate(rest > 1 ? [...words.slice(0, MOST_SAID), count(rest, 'other')] : words);
}
