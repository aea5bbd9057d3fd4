import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { createEngine } from '../../src/core';
import type { Engine, Finding } from '../../src/core';
import { testCatalogue } from './catalogue';
import { testGrammars } from './grammars';
import type { MemoryWorkspace } from './memory-workspace';
import { memoryLogger } from './parts';

/** Folder of the rules' small trees: `<rule>/<case>/…`, each with its findings in `expected.txt`. */
export const RULE_CASES = join(__dirname, '../rules');
export const EXPECTED = 'expected.txt';

export interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly folder: string;
}

export function ruleCases(): RuleCase[] {
  return foldersIn(RULE_CASES).flatMap((rule) =>
    foldersIn(join(RULE_CASES, rule)).map((name) => ({ rule, name, folder: join(RULE_CASES, rule, name) })),
  );
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The files of a case by project-relative path, without its expectations. */
export function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isFile() && path !== EXPECTED) files[path] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}

/** An engine over a workspace in memory, on 24 November 2026. */
export function engineOver(workspace: MemoryWorkspace): Engine & { readonly log: readonly string[] } {
  const logger = memoryLogger();
  const engine = createEngine({
    workspace,
    grammars: testGrammars,
    catalogue: testCatalogue(),
    clock: { today: () => '2026-11-24' },
    logger,
  });
  return Object.defineProperty(Object.create(engine) as Engine & { log: readonly string[] }, 'log', {
    value: logger.lines,
  });
}

/** `src/a.py:3:12 warning undocumented-model: Model gpt-4o has no record. …` */
export function lineOf(finding: Finding): string {
  const { path, line, column, severity, rule, message, suppressed } = finding;
  return `${path}:${line}:${column} ${severity} ${rule}: ${message}${suppressed ? ` [suppressed: ${suppressed.reason}]` : ''}`;
}
