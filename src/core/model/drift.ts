import type { Asset } from './asset';
import type { Range } from './position';
import type { AssetRecord, Cover } from './record';

/** A setting that is another one than its record says; null where it is not set. */
export interface SettingChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How one cover of a record stands to the assets of today. */
export interface CoverState {
  readonly record: AssetRecord;
  readonly cover: Cover;
  /** What it covers: none where the asset is gone, several for a glob. */
  readonly assets: readonly Asset[];
  /** The content is another one than the digest of the cover says. False where they cannot be compared. */
  readonly changed: boolean;
  /**
   * The settings that are other ones than the cover says, by name; empty where only their digest tells that something
   * changed. Null where nothing did, or where it cannot be told.
   */
  readonly settings: readonly SettingChange[] | null;
  /** Where the asset goes by another name now: its id. */
  readonly movedTo: string | null;
}

/** An id of an asset that a paper names and that is nowhere in the project. */
export interface UnknownAsset {
  readonly path: string;
  readonly asset: string;
  /** Where the paper names it; the first is the place of the finding. */
  readonly ranges: readonly Range[];
  /** The id of the asset that is likely meant. */
  readonly meant: string | null;
}
