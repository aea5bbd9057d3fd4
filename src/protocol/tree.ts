import type { Place } from './place';

/** The two trees that a client can show. */
export type View = 'assets' | 'provisions';

/** What a tree leaves out. An empty list leaves nothing out. */
export interface Filter {
  readonly roles: readonly string[];
  readonly forces: readonly string[];
  readonly statuses?: readonly string[];
  /** Clauses of phases. */
  readonly phases?: readonly string[];
  readonly systems?: readonly string[];
  readonly owners?: readonly string[];
  /** Ids of other frameworks: only what is linked to one of them. */
  readonly frameworks?: readonly string[];
  /** Words that occur in id, what is asked or summary. */
  readonly query?: string;
}

export type NodeKind =
  | 'project'
  | 'heading'
  | 'kind'
  | 'asset'
  | 'site'
  | 'record'
  | 'phase'
  | 'principle'
  | 'provision'
  | 'finding'
  | 'claim'
  | 'evidence'
  | 'observation'
  | 'note';

/** What a row says by icon; the words stand in `description`. The first three are of assets, the others of provisions. */
export type Mark =
  | 'undocumented'
  | 'draft'
  | 'documented'
  | 'contradicted'
  | 'claimed'
  | 'unproven'
  | 'partly'
  | 'not-supported'
  | 'not-applicable'
  | 'none';

/** One row of a tree. Its id is stable from version to version as long as it stands for the same thing. */
export interface TreeNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly description: string;
  /** The row in one sentence, for screen readers. */
  readonly spoken: string;
  readonly mark: Mark;
  /** `model`, `dataset` or `prompt`, where the row stands for assets of one kind. */
  readonly assetKind?: string;
  /** How many below it lack a record, where that is counted. */
  readonly undocumented?: number;
  readonly children: 'none' | 'closed' | 'open';
  /** URI of the project it belongs to. */
  readonly project?: string;
  readonly asset?: string;
  readonly provision?: string;
  /** Where a click leads. */
  readonly place?: Place;
  /** Command of the client that a click runs instead, with the row as its argument. */
  readonly command?: string;
}

export interface ChildrenParams {
  readonly view: View;
  /** Id of the row whose children are wanted, null for the top. */
  readonly node: string | null;
  readonly filter: Filter;
}

/** At most 300 rows; `more` says how many were left out. */
export interface ChildrenResult {
  readonly version: number;
  readonly nodes: readonly TreeNode[];
  readonly more: number;
}

/** Which gap is wanted: the next one after a provision (null: the first), or the one before it. */
export interface GapParams {
  readonly after: string | null;
  readonly back: boolean;
  readonly filter: Filter;
}

export interface TooltipParams {
  readonly view: View;
  readonly node: string;
}
