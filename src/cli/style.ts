import { plainStyle } from '../core';
import type { Style, Tone } from '../core';
import type { CliIo } from './io';

const CODES: Readonly<Record<Tone, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  path: [4, 24],
  dim: [2, 22],
  strong: [1, 22],
  good: [32, 39],
};

const coloured: Style = (tone, text) => {
  const [on, off] = CODES[tone];
  return text === '' ? '' : `\u001B[${on}m${text}\u001B[${off}m`;
};

/** Colours on a terminal; FORCE_COLOR and NO_COLOR (https://no-color.org) decide where they are set. */
export function styleFor(io: Pick<CliIo, 'stdout' | 'env'>, toFile: boolean): Style {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = io.env;
  if (no !== undefined && no !== '') return plainStyle;
  if (force !== undefined && force !== '') return force === '0' || force === 'false' ? plainStyle : coloured;
  return io.stdout.isTTY && !toFile && term !== 'dumb' ? coloured : plainStyle;
}
