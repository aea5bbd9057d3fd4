import type { Catalogue } from '../../catalogue';
import { compareText, isDocumentedKind } from '../../model';
import type { Asset, AssetDescription, AssetRecord, DocumentationState, ProseDocument } from '../../model';
import { sameItems } from '../../same-data';
import { AssetIndex } from './asset-index';
import { DescribedAssets, kindsSaid } from './describing';
import { speakingOf } from './speaking';

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
): readonly Asset[] {
  const papers = new PapersByAsset(assets.filter(({ kind }) => isDocumentedKind(kind)));
  addRecords(papers, records, catalogue);
  addProse(papers, prose, new Set(records.map((record) => record.path)), catalogue);
  addDescriptions(papers, descriptions);
  const documented = assets.map((asset) => {
    const told = papers.known(asset);
    return told === null ? undocumented(asset) : withPapers(asset, told);
  });
  const before = last.get(assets);
  if (before && sameItems(before, documented)) return before;
  last.set(assets, documented);
  return documented;
}

/** What was made of a list of assets: the very list where nothing else is said of them. */
const last = new WeakMap<readonly Asset[], readonly Asset[]>();

/** The papers of those assets of which something speaks. */
class PapersByAsset {
  readonly #papers = new Map<Asset, Papers>();

  constructor(readonly assets: readonly Asset[]) {}

  of(asset: Asset): Papers {
    const papers = this.#papers.get(asset) ?? new Papers();
    this.#papers.set(asset, papers);
    return papers;
  }

  known(asset: Asset): Papers | null {
    return this.#papers.get(asset) ?? null;
  }
}

const UNDOCUMENTED: Documented = { documented: false, documentation: { state: 'none', by: [] }, records: [] };

/** Most assets come as what nobody speaks of, and stay so. */
function undocumented(asset: Asset): Asset {
  const isSo = !asset.documented && asset.documentation.state === 'none' && asset.documentation.by.length === 0;
  return isSo && asset.records.length === 0 ? asset : { ...asset, ...UNDOCUMENTED };
}

type Documented = Pick<Asset, 'documented' | 'documentation' | 'records'>;

const known = new WeakMap<Asset, Asset>();

/** The asset with what documents it; the same one as long as both say the same. */
function withPapers(asset: Asset, { state, by, records }: Papers): Asset {
  const documented = state === 'described' || state === 'recorded';
  const told: Documented = { documented, documentation: { state, by }, records };
  const before = known.get(asset);
  if (before && papersText(before) === papersText(told)) return before;
  const made = { ...asset, ...told };
  known.set(asset, made);
  return made;
}

function papersText({ documentation, records }: Documented): string {
  return [documentation.state, ...documentation.by, '', ...records].join('\n');
}

function addRecords(papers: PapersByAsset, records: readonly AssetRecord[], catalogue: Catalogue): void {
  const index = new AssetIndex(papers.assets);
  const kinds = new Map(catalogue.records.map((kind) => [kind.id, kind]));
  for (const record of records) {
    const kind = kinds.get(record.kind ?? '');
    if (kind?.assetKind === null) continue;
    for (const { asset: id } of record.covers) {
      for (const asset of index.covered(id).filter((each) => kind === undefined || each.kind === kind.assetKind)) {
        const { drafts, recorded } = papers.of(asset);
        (isDraft(record) ? drafts : recorded).add(record.path);
      }
    }
  }
}

/** A record counts as one when its kind is known, nothing required is open and nothing in it is wrong. */
function isDraft(record: AssetRecord): boolean {
  return record.kind === null || record.problems.length > 0 || record.open.some((field) => field.required);
}

function addProse(
  papers: PapersByAsset,
  prose: readonly ProseDocument[],
  notDocuments: ReadonlySet<string>,
  catalogue: Catalogue,
): void {
  if (prose.length === 0 || papers.assets.length === 0) return;
  const speaking = speakingOf(papers.assets, catalogue);
  for (const [document, told] of speaking.telling(prose)) {
    // A record is no second paper about itself.
    if (notDocuments.has(document.path)) continue;
    for (const { at, describes, path } of told) {
      const asset = papers.assets[at];
      if (asset === undefined) continue;
      const { described, mentioned } = papers.of(asset);
      (describes ? described : mentioned).add(path);
    }
  }
}

/** Cards, bills of materials and the like, by what they state; the header of an asset's own file does not describe it. */
function addDescriptions(papers: PapersByAsset, descriptions: readonly AssetDescription[]): void {
  const telling = descriptions.filter((each) => !each.ownHeader && kindsSaid(each) > 0);
  if (telling.length === 0) return;
  const index = new DescribedAssets(papers.assets);
  for (const description of telling) {
    const describes = kindsSaid(description) >= ENOUGH;
    for (const asset of index.about(description)) {
      const { described, mentioned } = papers.of(asset);
      (describes ? described : mentioned).add(description.path);
    }
  }
}
