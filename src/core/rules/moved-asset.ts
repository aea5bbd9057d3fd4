import type { CoverState } from '../model';
import type { Rule } from './rule';
import { asked, assetWords, count, fixTitles, namelessPrompt, recordWords, shown } from './wording';

export const movedAsset: Rule = {
  id: 'moved-asset',
  title: 'Something that goes by another name than in its record',
  severity: 'warning',
  provisions: ['5.2.1-2'],
  explanation: `
What a record covers is gone, and something that no record knows has exactly the content that was reviewed: a file or
symbol was renamed or moved, or a prompt was put in above another of the same name. Both together are one finding, and
no other rule reports either of them. The asset counts as documented by its record, whatever it is called now.

**Why.** Only the unchanged content still shows which asset the record is about. With the next change of content that
link is lost, and the history of the asset with it.

**How to settle it.** Use *Update every reference to it*: it writes the new id in the record and wherever else the
records folder names the old one.
`,
  *check({ drift, assets, catalogue, configuration }) {
    if (drift.length === 0) return;
    const known = new Map(assets.map((asset) => [asset.id, asset]));
    for (const states of moves(drift)) {
      const [first, ...others] = states;
      const asset = known.get(first?.movedTo ?? '');
      const site = asset?.sites[0];
      if (!first || !asset || !site) continue;
      const before = namelessPrompt(first.cover.asset) ?? shown(withoutKind(first.cover.asset));
      const names = new Set(others.map(({ cover }) => cover.asset));
      names.delete(first.cover.asset);
      const more = names.size === 0 ? '' : `, with ${count(names.size, 'other')}`;
      const record = recordWords(first.record.path, configuration);
      yield {
        path: site.path,
        range: site,
        message:
          `${assetWords({ ...asset, name: withoutKind(asset.id) })} is called ${before} in its record (${record})${more}: ` +
          `it was moved or renamed. ` +
          asked(catalogue, [['5.2.1-2']]),
        asset: asset.id,
        record: first.record.path,
        provisions: ['5.2.1-2'],
        fixes: [fixTitles.updateReferences, fixTitles.openRecord, fixTitles.ignore, fixTitles.explain],
        related: states.map((state) => ({ ...state.cover.range, path: state.record.path, message: 'recorded here' })),
        ...(asset.scope === 'product' ? {} : { severity: 'info' as const }),
      };
    }
  },
};

/** Moves that have to be written down together: equals of one symbol take one another's names. */
function moves(drift: readonly CoverState[]): CoverState[][] {
  const groups = new Map<string, CoverState[]>();
  for (const state of drift) {
    if (state.movedTo === null) continue;
    const symbol = withoutOrder(state.cover.asset);
    const key = symbol === withoutOrder(state.movedTo) ? symbol : state.cover.asset;
    const group = groups.get(key);
    if (group) group.push(state);
    else groups.set(key, [state]);
  }
  return [...groups.values()];
}

function withoutKind(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

function withoutOrder(id: string): string {
  return id.replace(/~\d+$/u, '');
}
