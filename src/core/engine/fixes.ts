import type { Catalogue } from '../catalogue';
import type { Asset, Finding, JudgedEvidence, ProjectEdit, QuickFix, Range, Snapshot } from '../model';
import { compareRange, isDocumentedKind, rangesTouch } from '../model';
import { fixTitles } from '../rules/wording';
import { rowsText } from '../threats/asset-rows';
import type { AdoptOffer } from './adopt';
import type { NewPapers } from './new-papers';

export interface FixOptions {
  readonly snapshot: Snapshot;
  readonly catalogue: Catalogue;
  /** New records for assets. */
  readonly document: (ids: readonly string[]) => ProjectEdit;
  /** A record that takes over what a document says about an asset. */
  readonly adopt: (asset: Asset) => AdoptOffer | null;
  readonly papers: Pick<NewPapers, 'meantAsset' | 'updateReferences' | 'disposal' | 'assessment'>;
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
  const found = options.snapshot.findings
    .filter(
      (finding) =>
        finding.suppressed === null &&
        ((finding.path === path && rangesTouch(finding, range)) ||
          (finding.asset !== null && ids.has(finding.asset)) ||
          (finding.rule === 'incomplete-record' && finding.record !== null && records.has(finding.record))),
    )
    .flatMap((finding) => fixesOf(finding, path, options));
  return [...found, ...here.flatMap((asset) => adoption(asset, options))];
}

/** An asset that a document describes needs no record; who wants one need not write the same thing twice. */
function adoption(asset: Asset, { adopt }: FixOptions): QuickFix[] {
  const offer = adopt(asset);
  if (!offer) return [];
  const title = fixTitles.adopt(offer.path);
  const fix = { title, action: 'document', asset: asset.id, path: null, edit: offer.edit } as const;
  return [{ ...fix, finding: '', preferred: false }];
}

/** The assets of the product that *Document all* writes records for: those without any. */
function undocumented(snapshot: Snapshot): Asset[] {
  return snapshot.assets.filter(
    (asset) =>
      isDocumentedKind(asset.kind) &&
      asset.scope === 'product' &&
      !asset.documented &&
      asset.documentation.state !== 'draft',
  );
}

/** The fixes that a finding names, in its order. */
function fixesOf(finding: Finding, path: string, options: FixOptions): QuickFix[] {
  return finding.fixes.flatMap((title): QuickFix[] => {
    const offer = offerOf(title, finding, options);
    if (!offer || (offer.action === 'open-record' && offer.path === path)) return [];
    const plain = { finding: finding.fingerprint, asset: finding.asset, path: null, edit: null, preferred: false };
    const fix = { title, ...plain, ...offer };
    return fix.action === 'document' && isUndocumented(finding) ? [fix, ...documentAll(plain, options)] : [fix];
  });
}

type Offer = Pick<QuickFix, 'action'> & Partial<QuickFix>;

const isUndocumented = (finding: Finding) => finding.rule.startsWith('undocumented-');

function offerOf(title: string, finding: Finding, options: FixOptions): Offer | null {
  const { snapshot, document, papers } = options;
  const changing = (action: 'document' | 'edit', edit: ProjectEdit | null): Offer | null =>
    edit && { action, edit, preferred: true };
  switch (title) {
    case fixTitles.ignore:
      return { action: 'ignore' };
    case fixTitles.explain:
      return { action: 'explain' };
    case fixTitles.openRecord:
      return { action: 'open-record', path: finding.record, preferred: finding.rule === 'incomplete-record' };
    case fixTitles.recordChange:
    case fixTitles.updateDigest:
    case fixTitles.recordReview:
      return { action: 'record-change', preferred: true };
    case fixTitles.updateReferences:
      return changing('edit', papers.updateReferences(finding));
    case fixTitles.disposal:
      return changing('document', papers.disposal(finding));
  }
  if (title === fixTitles.claimPartly || title === fixTitles.noteDigest) return inClaims(title, finding, snapshot);
  if (finding.rule === 'supplier-not-assessed') return changing('document', papers.assessment(finding));
  const edit = editOf(finding, title, options);
  if (edit !== undefined) return changing('edit', edit);
  const asset = snapshot.assets.find((candidate) => candidate.id === finding.asset);
  return asset ? changing('document', document([asset.id])) : null;
}

function editOf(finding: Finding, title: string, options: FixOptions): ProjectEdit | null | undefined {
  return options.papers.meantAsset(finding, title) ?? edits[finding.rule]?.(finding, { ...options, title });
}

type EditMaker = (
  finding: Finding,
  options: Pick<FixOptions, 'snapshot' | 'catalogue'> & { readonly title: string },
) => ProjectEdit | null;

/** Edits of what a finding stands at, by rule. */
const edits: Readonly<Record<string, EditMaker>> = {
  'unknown-provision': (finding, options) => replaceWith(finding, meantProvision(finding, options)),
  'unknown-reference': meantReference,
  'retired-reference': meantReference,
  'asset-not-threat-modelled': addToModel,
};

function replaceWith(finding: Finding, text: string | null): ProjectEdit | null {
  return text === null ? null : { creations: [], replacements: [{ path: finding.path, range: finding, text }] };
}

function documentAll(plain: Omit<QuickFix, 'title' | 'action'>, { snapshot, document }: FixOptions): QuickFix[] {
  const all = undocumented(snapshot);
  if (all.length < 2) return [];
  const edit = document(all.map((each) => each.id));
  return [{ ...plain, title: fixTitles.documentAll(all.length), action: 'document-all', edit }];
}

/** What a name in a threat model likely means, in its place. */
function meantReference(finding: Finding, { snapshot }: Pick<FixOptions, 'snapshot'>): ProjectEdit | null {
  const problem = snapshot.threatModels
    .find(({ path }) => path === finding.path)
    ?.problems.find(({ rule, range }) => rule === finding.rule && compareRange(range, finding) === 0);
  return replaceWith(finding, problem?.meant ?? null);
}

/** The asset behind those that the threat model lists. */
function addToModel(finding: Finding, { title, snapshot }: Parameters<EditMaker>[1]): ProjectEdit | null {
  const asset = snapshot.assets.find(({ id }) => id === finding.asset);
  const model = snapshot.threatModels.find(({ id }) => title === fixTitles.addToModel(id));
  if (!asset || !model?.assetsEnd) return null;
  const { range } = model.assetsEnd;
  const text = rowsText([asset], model.assetsEnd);
  return { creations: [], replacements: [{ path: model.path, range, text }] };
}

/** One word of `claims.yaml` changed: the support of a claim, or the digest of its evidence. */
function inClaims(title: string, finding: Finding, { provisions }: Snapshot): Offer | null {
  const replacing = (range: Range, text: string): Offer => ({
    action: 'edit',
    edit: { creations: [], replacements: [{ path: finding.path, range, text }] },
  });
  if (title === fixTitles.claimPartly) return replacing(finding, 'partly');
  const isHere = ({ range }: JudgedEvidence) => range.line === finding.line && range.column === finding.column;
  const evidence = provisions.flatMap((status) => status.evidence).find(isHere);
  const { digestRange, digestNow } = evidence ?? {};
  return digestRange && digestNow ? replacing(digestRange, digestNow) : null;
}

/** The provision whose number in the UK Code of Practice a record names by mistake. */
function meantProvision(
  finding: Finding,
  { snapshot, catalogue }: Pick<FixOptions, 'snapshot' | 'catalogue'>,
): string | null {
  const isHere = ({ range }: { readonly range: Range }) =>
    range.line === finding.line && range.column === finding.column;
  const record = snapshot.records.find(({ path }) => path === finding.record);
  const claims = snapshot.claims?.path === finding.path ? snapshot.claims.claims : [];
  const named = record?.provisions.find(isHere)?.id ?? claims.find(isHere)?.provision;
  return (
    catalogue.principles.flatMap((principle) => principle.provisions).find((provision) => provision.uk === named)?.id ??
    null
  );
}
