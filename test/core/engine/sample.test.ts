import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  createEngine,
  isDocumentedKind,
  jsonReport,
  NEVER_CANCELLED,
  REPORT_FORMATS,
  type Snapshot,
} from '../../../src/core';
import { createDiskWorkspace } from '../../../src/node/disk-workspace';
import { testCatalogue } from '../../support/catalogue';
import { testGrammars } from '../../support/grammars';
import { memoryLogger } from '../../support/parts';
import { inputOf } from '../report/support/sample';

const SAMPLE = join(__dirname, '../../../samples/support-assistant');

describe('engine: the sample on disk', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'ai-baseline-sample-'));
    cpSync(SAMPLE, root, { recursive: true });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it('is the same in every report after its snapshot went through JSON', async () => {
    const workspace = createDiskWorkspace(root);
    const clock = { today: () => '2026-11-24' };
    const engine = createEngine({
      ...{ workspace, grammars: testGrammars, catalogue: testCatalogue(), clock, logger: memoryLogger() },
    });
    const snapshot = await engine.scan(NEVER_CANCELLED);
    const kept = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
    assert.equal(jsonReport(kept), jsonReport(snapshot));
    for (const [format, write] of Object.entries(REPORT_FORMATS)) {
      assert.equal(await write(inputOf(kept)), await write(inputOf(snapshot)), format);
    }
  });

  it('document all: no new asset, every one of them a draft, the same after a fresh start', async () => {
    const logger = memoryLogger();
    const make = () =>
      createEngine({
        workspace: createDiskWorkspace(root),
        grammars: testGrammars,
        catalogue: testCatalogue(),
        clock: { today: () => '2026-11-24' },
        logger,
      });
    const engine = make();
    const first = await engine.scan(NEVER_CANCELLED);
    const open = first.assets
      .filter(({ kind, documented }) => isDocumentedKind(kind) && !documented)
      .map((asset) => asset.id);
    assert.ok(open.length >= 4 && open.length < first.assets.length);
    const { creations } = engine.document(open);
    for (const { path, text } of creations) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text, { flag: 'wx' });
    }
    const second = await engine.update(
      creations.map(({ path }) => path),
      NEVER_CANCELLED,
    );
    assert.deepEqual(
      second.assets.map((asset) => [asset.id, asset.documentation.state]),
      first.assets.map((asset) => [asset.id, open.includes(asset.id) ? 'draft' : asset.documentation.state]),
    );
    assert.deepEqual([...new Set(second.findings.map((finding) => finding.rule))].sort(), [
      'incomplete-record',
      'supplier-not-assessed',
      'unowned-asset',
    ]);
    assert.ok(second.findings.every((finding) => finding.severity === 'info'));
    const plain = (text: string) => text.replace(/"stats": \{[^}]*\}/u, '');
    assert.equal(plain(jsonReport(second)), plain(jsonReport(await make().scan(NEVER_CANCELLED))));
    assert.deepEqual(logger.lines, []);
  });
});
