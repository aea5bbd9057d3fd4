import type { Trouble } from './keys';

/** What a value amounts to: an answer or not, and what is wrong with it. */
export interface Judgement {
  readonly open: boolean;
  readonly trouble: readonly Trouble[];
  /** The part that is open, where that is not the whole value. */
  readonly place?: { readonly start: number; readonly end: number };
}
