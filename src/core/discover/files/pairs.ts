import type { Range } from '../../model';

/** One value of a configuration file with the keys that lead to it. Items of lists have their list's keys. */
export interface ConfigPair {
  readonly keys: readonly string[];
  readonly value: string;
  /** The literal, quotes included. */
  readonly range: Range;
  /** Keys beside it in the same map. */
  readonly beside: readonly string[];
  /** True for an item of a list. */
  readonly item: boolean;
}

/** More than any hand-written configuration holds; what is longer is data. */
export const MOST_PAIRS = 4000;

export function lastKey(pair: ConfigPair): string {
  return pair.keys.at(-1) ?? '';
}
