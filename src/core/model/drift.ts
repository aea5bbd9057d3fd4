import type { Asset } from './asset';
import type { AssetRecord, Cover } from './record';

/** How one cover of a record stands to the assets of today. */
export interface CoverState {
  readonly record: AssetRecord;
  readonly cover: Cover;
  /** What it covers: none where the asset is gone, several for a glob. */
  readonly assets: readonly Asset[];
  /** The content is another one than the digest of the cover says. False where they cannot be compared. */
  readonly changed: boolean;
  /** Where the asset goes by another name now: its id. */
  readonly movedTo: string | null;
}
