/** Workspaces to measure on: the same files for the same size, a few in a hundred with AI in them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ORDINARY } from './ordinary.mjs';
import { seeded } from './seeded.mjs';
import { WITH_AI } from './with-ai.mjs';

/** So many files of a hundred use models, prompts or datasets. */
const AI_SHARE = 3;
const FILES_IN_FOLDER = 25;
const AREAS = ['api', 'web', 'jobs', 'shared', 'billing', 'search', 'tools', 'mobile'];

/** Writes a workspace of `size` files below `root`; gives their paths, those with AI apart. */
export function writeWorkspace(root, size) {
  const random = seeded(size);
  const paths = { ordinary: [], withAi: [] };
  for (let at = 0; at < size; at++) {
    const isAi = random.below(100) < AI_SHARE;
    const [template, extension] = chosen(isAi ? WITH_AI : ORDINARY, random);
    const folder = Math.floor(at / FILES_IN_FOLDER);
    const path = `${AREAS[folder % AREAS.length]}/part-${folder % 97}/unit-${folder}/file-${at}.${extension}`;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), template(random));
    paths[isAi ? 'withAi' : 'ordinary'].push(path);
  }
  return paths;
}

function chosen(templates, random) {
  let left = random.below(templates.reduce((sum, [, , share]) => sum + share, 0));
  return templates.find(([, , share]) => (left -= share) < 0);
}
