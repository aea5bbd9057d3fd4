/**
 * One project read in this process, then edited file by file: prints as JSON how long each edit took until its findings
 * were there, and how long the thread was held at most while all was read, in milliseconds.
 * Arguments: folder of the workspace, folder of the grammars, number of edits, paths to edit.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, NEVER_CANCELLED } from '../src/core';
import { embeddedCatalogue } from '../src/node/catalogue';
import { createClock } from '../src/node/clock';
import { createDiskWorkspace } from '../src/node/disk-workspace';
import { createGrammars } from '../src/node/grammars';
import { createLogger } from '../src/node/logger';

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
    appendFileSync(join(root, path), `\n`);
    const start = performance.now();
    await engine.update([path], NEVER_CANCELLED);
    took.push(performance.now() - start);
  }
  process.stdout.write(JSON.stringify({ took, held: delay.max / 1e6, assets: engine.snapshot.assets.length }));
}

const [, , root = '', grammars = '', edits = '0', ...paths] = process.argv;
void run(root, grammars, Number(edits), paths);
