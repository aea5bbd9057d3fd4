import type { Catalogue } from '../../catalogue';
import { compareText, isDocumentedKind } from '../../model';
import type { Asset, AssetDescription, AssetRecord, DocumentationState, ProseDocument } from '../../model';
import { AssetIndex } from './asset-index';
import { DescribedAssets, kindsSaid } from './describing';
import { speakingOf, type Speaking } from './speaking';

/** How many kinds of things a description has to say. */
const ENOUGH = 2;

/** Everything that speaks of one asset, by how much it does. */
class Papers {
  readonly recorded = new Set<string>();
  readonly drafts = new Set<string>();
  readonly described = new Set<string>();
  readonly mentioned = new Set<string>();

  get state(): DocumentationState {
    if (this.recorded.size > 0) return 'recorded';
    if (this.described.size > 0) return 'described';
    if (this.drafts.size > 0) return 'draft';
    return this.mentioned.size > 0 ? 'mentioned' : 'none';
  }

  get records(): string[] {
    return [...this.recorded, ...this.drafts].sort(compareText);
  }

  /** The telling ones first. */
  get by(): string[] {
    const groups = [this.recorded, this.drafts, this.described, this.mentioned];
    return [...new Set(groups.flatMap((group) => [...group].sort(compareText)))];
  }
}

/**
 * Tells of each asset what documents it: the records that cover it, the documents that describe or mention it. A record
 * with open required fields or problems is a draft; a README that describes the asset counts even beside a draft.
 */
export function documentAssets(
  assets: readonly Asset[],
  records: readonly AssetRecord[],
  prose: readonly ProseDocument[],
  catalogue: Catalogue,
  descriptions: readonly AssetDescription[] = [],
): Asset[] {
  const papers = new Map(assets.filter(({ kind }) => isDocumentedKind(kind)).map((asset) => [asset, new Papers()]));
  addRecords(papers, records, catalogue);
  const own = new Set(records.map((record) => record.path));
  addProse([...papers.values()], prose, own, speakingOf([...papers.keys()], catalogue));
  addDescriptions(papers, descriptions);
  return assets.map((asset) => {
    const { state, by, records: covering } = papers.get(asset) ?? new Papers();
    const documented = state === 'described' || state === 'recorded';
    return withPapers(asset, { documented, documentation: { state, by }, records: covering });
  });
}

type Documented = Pick<Asset, 'documented' | 'documentation' | 'records'>;

const known = new WeakMap<Asset, Asset>();

/** The asset with what documents it; the same one as long as both say the same. */
function withPapers(asset: Asset, told: Documented): Asset {
  const before = known.get(asset);
  if (before && papersText(before) === papersText(told)) return before;
  const documented = { ...asset, ...told };
  known.set(asset, documented);
  return documented;
}

function papersText({ documentation, records }: Documented): string {
  return [documentation.state, ...documentation.by, '', ...records].join('\n');
}

function addRecords(papers: ReadonlyMap<Asset, Papers>, records: readonly AssetRecord[], catalogue: Catalogue): void {
  const index = new AssetIndex(papers.keys());
  const kinds = new Map(catalogue.records.map((kind) => [kind.id, kind]));
  for (const record of records) {
    const kind = kinds.get(record.kind ?? '');
    if (kind?.assetKind === null) continue;
    for (const { asset: id } of record.covers) {
      for (const asset of index.covered(id).filter((each) => kind === undefined || each.kind === kind.assetKind)) {
        const paper = papers.get(asset);
        (isDraft(record) ? paper?.drafts : paper?.recorded)?.add(record.path);
      }
    }
  }
}

/** A record counts as one when its kind is known, nothing required is open and nothing in it is wrong. */
function isDraft(record: AssetRecord): boolean {
  return record.kind === null || record.problems.length > 0 || record.open.some((field) => field.required);
}

function addProse(
  papers: readonly Papers[],
  prose: readonly ProseDocument[],
  notDocuments: ReadonlySet<string>,
  speaking: Speaking,
): void {
  for (const document of prose) {
    // A record is no second paper about itself, and a prompt does not document what it names.
    if (notDocuments.has(document.path) || speaking.isPrompt(document.path)) continue;
    for (const { at, describes, path } of speaking.of(document)) {
      const paper = papers[at];
      (describes ? paper?.described : paper?.mentioned)?.add(path);
    }
  }
}

/** Cards, bills of materials and the like, by what they state; the header of an asset's own file does not describe it. */
function addDescriptions(papers: ReadonlyMap<Asset, Papers>, descriptions: readonly AssetDescription[]): void {
  const telling = descriptions.filter((each) => !each.ownHeader && kindsSaid(each) > 0);
  if (telling.length === 0) return;
  const index = new DescribedAssets(papers.keys());
  for (const description of telling) {
    const describes = kindsSaid(description) >= ENOUGH;
    for (const asset of index.about(description)) {
      const paper = papers.get(asset);
      (describes ? paper?.described : paper?.mentioned)?.add(description.path);
    }
  }
}
