/**
 * One project read in this process, then edited file by file: prints as JSON how long each edit took until its findings
 * were there, and how long the thread was held at most while all was read, in milliseconds. Edits are those of a person:
 * a line at the end, a line at the top that moves everything below it, another model.
 * Arguments: folder of the workspace, folder of the grammars, number of edits, paths to edit.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, NEVER_CANCELLED } from '../src/core';
import { embeddedCatalogue } from '../src/node/catalogue';
import { createClock } from '../src/node/clock';
import { createDiskWorkspace } from '../src/node/disk-workspace';
import { createGrammars } from '../src/node/grammars';
import { createLogger } from '../src/node/logger';

const MODELS = ['gpt-4o', 'gpt-4.1', 'o3-mini', 'gpt-4o-mini'];

function edited(text: string, path: string, at: number): string {
  const comment = /\.(?:ts|tsx|js)$/u.test(path) ? '//' : '#';
  if (at % 3 === 0) return `${text}\n`;
  if (at % 3 === 1 && /\.(?:ts|tsx|js|py)$/u.test(path)) return `${comment} edit ${at}\n${text}`;
  const model = MODELS.find((name) => text.includes(`"${name}"`));
  if (model === undefined) return `${text}\n${comment} edit ${at}\n`;
  return text.replaceAll(`"${model}"`, `"${MODELS[(MODELS.indexOf(model) + 1) % MODELS.length] ?? ''}"`);
}

async function run(root: string, grammars: string, edits: number, paths: readonly string[]): Promise<void> {
  const clock = createClock('2026-01-01', undefined);
  if (!clock) throw new Error('no clock');
  const engine = createEngine({
    workspace: createDiskWorkspace(root),
    grammars: createGrammars(grammars),
    catalogue: embeddedCatalogue(),
    clock,
    logger: createLogger((line) => process.stderr.write(`${line}\n`)),
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await engine.scan(NEVER_CANCELLED);
  delay.disable();
  const took: number[] = [];
  for (let at = 0; at < edits; at += 1) {
    const path = paths[at % paths.length] ?? '';
    const file = join(root, path);
    writeFileSync(file, edited(readFileSync(file, 'utf8'), path, at));
    const start = performance.now();
    await engine.update([path], NEVER_CANCELLED);
    took.push(performance.now() - start);
  }
  process.stdout.write(JSON.stringify({ took, held: delay.max / 1e6, assets: engine.snapshot.assets.length }));
}

const [, , root = '', grammars = '', edits = '0', ...paths] = process.argv;
void run(root, grammars, Number(edits), paths);
