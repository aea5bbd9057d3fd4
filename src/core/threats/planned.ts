import type { Asset, ComponentType } from '../model';
import type { Capabilities } from './capabilities';
import type { CodeGroup } from './code-groups';

/** A part of the system in the diagram, with the assets that it stands for. */
export interface PlannedPart {
  readonly id: string;
  readonly name: string;
  readonly type: ComponentType;
  readonly boundary: string;
  readonly assets: readonly Asset[];
  /** Processes: the code they consist of. */
  readonly group: CodeGroup | null;
}

export interface PlannedFlow {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

/** What the parts of a plan are made from. */
export interface Seen {
  readonly assets: readonly Asset[];
  readonly capabilities: Capabilities;
  readonly groups: readonly CodeGroup[];
  /** Who runs a model for us; null where it runs here. */
  readonly providerOf: (asset: Asset) => string | null;
}
