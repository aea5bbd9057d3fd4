import { movedEdits } from '../fix';
import type { Asset, AssetKind, Cover, FileFacts, Finding, ProjectEdit, Snapshot } from '../model';
import { driftOf, referencesTo, scaffold, unknownAssets } from '../records';
import type { ScaffoldInput } from '../records';
import { fixTitles, shown } from '../rules/wording';

export interface PaperOptions {
  readonly snapshot: Snapshot;
  readonly files: () => ReadonlyMap<string, FileFacts>;
  readonly about: () => Omit<ScaffoldInput, 'assets' | 'title'>;
}

/** The edits behind fixes about records: what is moved, disposed of, or to be assessed. Null where there is nothing to do. */
export class NewPapers {
  constructor(private readonly options: PaperOptions) {}

  /** Writes the ids of today wherever the records folder names those that moved together with the asset of a finding. */
  updateReferences(finding: Finding): ProjectEdit | null {
    const drift = this.#drift();
    const symbol = withoutOrder(finding.asset ?? '');
    const moves = new Map<string, string>();
    for (const { cover, movedTo } of drift) {
      if (movedTo === null) continue;
      const together = withoutOrder(cover.asset) === symbol && withoutOrder(movedTo) === symbol;
      if (together || movedTo === finding.asset) moves.set(cover.asset, movedTo);
    }
    // A record that means what goes by the old name today keeps it.
    const own = new Set(
      drift.flatMap(({ record, cover, movedTo }) => (movedTo === null && moves.has(cover.asset) ? [record.path] : [])),
    );
    const files = [...this.options.files().values()].filter(({ path }) => !own.has(path));
    const replacements = movedEdits(files, moves);
    return replacements.length === 0 ? null : { creations: [], replacements };
  }

  /** The id of the asset that a paper likely means, wherever it names the one that is not there. Null for other findings. */
  meantAsset(finding: Finding, title: string): ProjectEdit | null {
    if (finding.rule !== 'unknown-reference') return null;
    const file = this.options.files().get(finding.path);
    const { snapshot, files } = this.options;
    const found = unknownAssets({ ...snapshot, files: files(), drift: this.#drift() }).find(
      ({ path, asset }) => path === finding.path && finding.fingerprint.endsWith(`|${path}|${asset}`),
    );
    if (!file || !found || found.meant === null || title !== fixTitles.changeTo(shown(found.meant))) return null;
    const references = referencesTo(file, found);
    const replacements = movedEdits([{ path: file.path, references }], new Map([[found.asset, found.meant]]));
    return replacements.length === 0 ? null : { creations: [], replacements };
  }

  /** A disposal record about what a record covers and is gone. */
  disposal(finding: Finding): ProjectEdit | null {
    const state = this.#drift().find(
      ({ record, cover }) =>
        record.path === finding.record && cover.range.line === finding.line && cover.range.column === finding.column,
    );
    return state ? this.#new('disposal-record', null, [goneAsset(state.cover)]) : null;
  }

  /** A supplier assessment that covers the model of a finding. */
  assessment(finding: Finding): ProjectEdit | null {
    const asset = this.options.snapshot.assets.find(({ id }) => id === finding.asset);
    const supplier = asset?.suppliers.find((each) => finding.fingerprint.endsWith(`|supplier:${each}`));
    return asset && supplier !== undefined ? this.#new('supplier-assessment', supplier, [asset]) : null;
  }

  #new(kind: string, title: string | null, assets: readonly Asset[]): ProjectEdit | null {
    const file = scaffold(kind, { ...this.options.about(), title, assets });
    return file && { creations: [file], replacements: [] };
  }

  #drift() {
    const { snapshot, about } = this.options;
    return driftOf(snapshot.assets, snapshot.records, about().catalogue);
  }
}

function withoutOrder(id: string): string {
  return id.replace(/~\d+$/u, '');
}

/** What is known of an asset that is gone: what its record says. */
function goneAsset({ asset: id, digest }: Cover): Asset {
  const at = id.indexOf(':');
  return {
    id,
    kind: id.slice(0, at) as AssetKind,
    name: id.slice(at + 1),
    aliases: [],
    scope: 'product',
    confidence: 'low',
    documented: false,
    documentation: { state: 'none', by: [] },
    records: [],
    suppliers: [],
    pin: 'not-applicable',
    digest,
    dependsOn: [],
    systems: [],
    sites: [],
  };
}
