import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { longestHold, watchStack } from './own-holds';

const QUIET = 5_000;
const LONGEST = 180_000;

/**
 * Runs inside the extension host: how long activation takes, and how long its thread is held at most while the server reads
 * the workspace (by everybody, and by this extension alone), and once all is quiet. Milliseconds, written as JSON where AI_BASELINE_HOST_RESULTS says.
 */
export async function run(): Promise<void> {
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith('.ai-baseline'));
  if (!extension) throw new Error('The extension is not there.');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const wasActive = extension.isActive;
  const start = performance.now();
  await extension.activate();
  const activation = wasActive ? null : performance.now() - start;
  const activating = delay.max / 1e6;
  delay.reset();
  const stop = watchStack();
  delay.reset();
  const found = await findings();
  await rest(QUIET);
  const scanning = delay.max / 1e6;
  const own = longestHold(await stop(), join(extension.extensionPath, 'dist', 'extension.js'));
  delay.reset();
  await rest(QUIET);
  const idle = delay.max / 1e6;
  const path = process.env['AI_BASELINE_HOST_RESULTS'];
  if (path !== undefined) writeFileSync(path, JSON.stringify({ activation, activating, scanning, own, idle, found }));
}

/** Waits for the findings of the scan; their number. */
async function findings(): Promise<number> {
  const until = Date.now() + LONGEST;
  for (;;) {
    const found = vscode.languages
      .getDiagnostics()
      .flatMap(([, diagnostics]) => diagnostics.filter(({ source }) => source === 'ai-baseline'));
    if (found.length > 0 || Date.now() > until) return found.length;
    await rest(200);
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
