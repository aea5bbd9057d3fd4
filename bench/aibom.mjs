/**
 * The best published tool beside this one: `aibom` of npm `@cyclonedx/cdxgen`. It is run where it is installed: `AIBOM` names
 * its program, or it lies in `node_modules`. Nothing is installed here, since it brings hundreds of packages.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { time } from './measure.mjs';

const root = new URL('..', import.meta.url).pathname;
const candidates = [process.env.AIBOM, join(root, 'node_modules', '.bin', 'aibom')];
const program = candidates.find((path) => path && existsSync(path)) ?? null;

/** How long it takes over a folder; null where it is not there. */
export function aibom(folder, output) {
  return program === null ? null : time(program, ['-o', output, folder]);
}
