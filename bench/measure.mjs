/** Runs programs and says how long they took and how much memory they held at most. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const peak = new URL('peak-memory.cjs', import.meta.url).pathname;

/** Milliseconds that a command takes, output and all; throws where it could not run. */
export function time(command, args, env = {}) {
  const start = performance.now();
  const done = spawnSync(command, args, { env: { ...process.env, ...env }, maxBuffer: 2 ** 30, encoding: 'utf8' });
  const took = performance.now() - start;
  // 1 is an answer as well: findings, or nothing found.
  if (done.error || (done.status ?? 2) > 1) throw new Error(`${command} failed:\n${done.stderr || done.error}`);
  return { took, output: done.stdout };
}

/** A Node program: milliseconds, output, and the most memory it held in MB. */
export function timeNode(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ai-baseline-peak-'));
  const file = join(folder, 'peak');
  try {
    const run = time(process.execPath, ['--require', peak, ...args], { ...env, PEAK_MEMORY_FILE: file });
    return { ...run, peak: Number(readFileSync(file, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The fastest of several runs: the one that the rest of the machine disturbed least. */
export function fastest(times, run) {
  return Array.from({ length: times }, run).reduce((best, next) => (next.took < best.took ? next : best));
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
