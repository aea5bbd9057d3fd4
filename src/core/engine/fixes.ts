import type { Catalogue } from '../catalogue';
import type { Asset, Finding, ProjectEdit, QuickFix, Range, Snapshot } from '../model';
import { rangesTouch } from '../model';
import { fixTitles } from '../rules/wording';

export interface FixOptions {
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  /** New records for assets. */
  readonly document: (ids: readonly string[]) => ProjectEdit;
}

/**
 * The ways out of what is found at a place. An asset's other sites offer the same as its primary site, and the sites of a
 * draft lead to its record.
 */
export function fixesAt(path: string, range: Range, options: FixOptions): QuickFix[] {
  const here = options.snapshot.assets.filter((asset) =>
    asset.sites.some((site) => site.path === path && rangesTouch(site, range)),
  );
  const ids = new Set(here.map((asset) => asset.id));
  const records = new Set(here.flatMap((asset) => asset.records));
  return options.snapshot.findings
    .filter(
      (finding) =>
        finding.suppressed === null &&
        ((finding.path === path && rangesTouch(finding, range)) ||
          (finding.asset !== null && ids.has(finding.asset)) ||
          (finding.rule === 'incomplete-record' && finding.record !== null && records.has(finding.record))),
    )
    .flatMap((finding) => fixesOf(finding, path, options));
}

/** The assets of the product that *Document all* writes records for: those without any. */
function undocumented(snapshot: Snapshot): Asset[] {
  return snapshot.assets.filter(
    (asset) => asset.scope === 'product' && !asset.documented && asset.documentation.state !== 'draft',
  );
}

function fixesOf(finding: Finding, path: string, options: FixOptions): QuickFix[] {
  const { snapshot, document } = options;
  const make = (title: string, action: QuickFix['action'], more: Partial<QuickFix> = {}): QuickFix => ({
    title,
    action,
    finding: finding.fingerprint,
    asset: finding.asset,
    path: null,
    edit: null,
    preferred: false,
    ...more,
  });
  const fixes: QuickFix[] = [];
  const asset = snapshot.assets.find((candidate) => candidate.id === finding.asset);
  if (asset) {
    fixes.push(make(fixTitles.document(asset), 'document', { edit: document([asset.id]), preferred: true }));
    const all = undocumented(snapshot);
    if (all.length > 1) {
      const edit = document(all.map((each) => each.id));
      fixes.push(make(fixTitles.documentAll(all.length), 'document-all', { edit }));
    }
    fixes.push(make(fixTitles.ignore, 'ignore'));
  }
  if (finding.rule === 'incomplete-record' && finding.record !== null && finding.record !== path) {
    fixes.push(make(fixTitles.openRecord, 'open-record', { path: finding.record, preferred: true }));
  }
  const id = finding.rule === 'unknown-provision' ? meantProvision(finding, options) : null;
  if (id !== null) {
    const replacement = { path: finding.path, range: finding, text: id };
    const edit = { creations: [], replacements: [replacement] };
    fixes.push(make(fixTitles.changeTo(id), 'edit', { edit, preferred: true }));
  }
  fixes.push(make(fixTitles.explain, 'explain'));
  return fixes;
}

/** The provision whose number in the UK Code of Practice a record names by mistake. */
function meantProvision(finding: Finding, { snapshot, catalogue }: FixOptions): string | null {
  const named = snapshot.records
    .find((record) => record.path === finding.record)
    ?.provisions.find(({ range }) => range.line === finding.line && range.column === finding.column)?.id;
  return (
    catalogue.principles.flatMap((principle) => principle.provisions).find((provision) => provision.uk === named)?.id ??
    null
  );
}
