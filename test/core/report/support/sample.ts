import { join } from 'node:path';
import { createEngine, rules } from '../../../../src/core';
import type { ReportInput, Snapshot } from '../../../../src/core';
import { createDiskWorkspace } from '../../../../src/node/disk-workspace';
import { testCatalogue } from '../../../support/catalogue';
import { testGrammars } from '../../../support/grammars';
import { memoryLogger } from '../../../support/parts';
import { PROJECTS } from './projects';

/** The sample of the project, scanned anew. */
async function scanSample(): Promise<Snapshot> {
  const engine = createEngine({
    workspace: createDiskWorkspace(join(__dirname, '../../../../samples/support-assistant')),
    grammars: testGrammars,
    catalogue: testCatalogue(),
    clock: { today: () => '2026-11-24' },
    logger: memoryLogger(),
  });
  return engine.scan({ cancelled: false });
}

/** What reports are made of in tests. */
export function inputOf(snapshot: Snapshot, more: Partial<ReportInput> = {}): ReportInput {
  return {
    snapshot,
    catalogue: testCatalogue(),
    rules,
    version: '1.2.3',
    commit: '0123456789abcdef0123456789abcdef01234567',
    name: null,
    folders: [],
    linkBase: null,
    ...more,
  };
}

/** Every project that reports are tested on: the hand-made ones, and the sample, scanned anew each time it is asked for. */
export async function inputs(): Promise<readonly (readonly [name: string, input: ReportInput])[]> {
  const made = Object.entries(PROJECTS).map(([name, snapshot]) => [name, inputOf(snapshot)] as const);
  return [...made, ['sample', inputOf(await scanSample())]];
}
