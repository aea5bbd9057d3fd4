import type { Position } from './edit';
import type { Range } from './position';

/** A range of a file of the project. */
export interface FilePlace extends Range {
  readonly path: string;
}

/** Where *Go to definition* leads: to places of the project, or to the page that explains a provision. */
export interface Destination {
  /** What was asked about, as it is written. */
  readonly origin: Range;
  readonly places: readonly FilePlace[];
  /** Id of the provision; then there are no places. */
  readonly explains: string | null;
}

/** A piece of a record that leads to a file of the project. */
export interface FileLink {
  readonly range: Range;
  readonly path: string;
  /** The place in that file; null for its beginning. */
  readonly at: Position | null;
}

/** One line above a site: what is known of the asset's documentation. */
export interface Lens {
  readonly range: Range;
  readonly title: string;
  /** Id of the asset. */
  readonly asset: string;
  /** What a click opens: the record, or the document that describes the asset. Null where it offers to write one. */
  readonly opens: string | null;
}

/** One row of a record's outline. */
export interface OutlineItem {
  readonly name: string;
  /** The beginning of the value, or that it is open and what asks for it. */
  readonly detail: string;
  readonly type: 'group' | 'field' | 'row';
  readonly range: Range;
  /** The key; lies inside `range`. */
  readonly nameRange: Range;
  readonly children: readonly OutlineItem[];
}

/** Lines that can be folded under the first of them. */
export interface Fold {
  readonly line: number;
  readonly endLine: number;
  readonly type: 'region' | 'comment';
}
