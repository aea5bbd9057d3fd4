import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliProject } from './support';

const FIXTURE = join(__dirname, '../core/threats/exchange/fixtures/dragon-2.json');
const PATH = 'ai-security/threat-models/library-desk.yaml';

describe('cli: threat models of other tools', () => {
  const { put, read, run } = CliProject.perTest();

  it('shows what a file would become, and writes it only where that is asked for, under a free name', async () => {
    put('desk.json', readFileSync(FIXTURE, 'utf8'));
    const shown = await run(['threat-model', 'import', 'desk.json']);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /^record: threat-model\nsystem: Library desk\n/u);
    assert.match(shown.err, /desk\.json:33 .* of a kind that is not known here/u);
    assert.match(shown.err, /no place here[^]*\n {2}Text in the diagram: Drawn by hand\n/u);
    assert.throws(() => read(PATH));
    const written = await run(['threat-model', 'import', 'desk.json', '--write']);
    assert.deepEqual([written.code, written.out], [0, `${PATH}\n`]);
    assert.equal(read(PATH), shown.out);
    assert.equal(
      (await run(['threat-model', 'import', 'desk.json', '--write'])).out,
      `${PATH.replace('.yaml', '-2.yaml')}\n`,
    );
  });

  it('writes a threat model for other tools, and says what has no place there', async () => {
    put(PATH, 'record: threat-model\nsystem: Desk\nrole: Developer\n');
    const { code, out, err } = await run(['threat-model', 'export', PATH, '--format', 'otm']);
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { otmVersion: string }).otmVersion, '0.2.0');
    assert.match(err, /Open Threat Model 0\.2\.0 has no place for this:\n {2}role: Developer\n/u);
    assert.equal((await run(['threat-model', 'export', PATH, '--format', 'markdown', '--output', 'desk.md'])).code, 0);
    assert.match(read('desk.md'), /^# Threat model: Desk\n/u);
  });

  it('never writes over the threat model that it reads', async () => {
    const before = 'record: threat-model\nsystem: Desk\n';
    put(PATH, before);
    for (const args of [
      ['export', PATH, '--format', 'otm'],
      ['diagram', PATH],
    ]) {
      const { code, err } = await run(['threat-model', ...args, '--output', `./${PATH}`]);
      assert.equal(code, 2, args[0]);
      assert.match(err, /is what is read here: name another file\. Nothing was written\.\n$/u);
      assert.equal(read(PATH), before, args[0]);
    }
  });

  it('draws a threat model', async () => {
    put(PATH, 'record: threat-model\nsystem: Desk\narchitecture:\n  components: [{ id: app, name: Service }]\n');
    assert.equal((await run(['threat-model', 'diagram', PATH, '--output', 'desk.svg'])).code, 0);
    assert.match(read('desk.svg'), /^<svg [^]*data-id="app"[^]*<\/svg>\n$/u);
    put('other.yaml', 'a: 1\n');
    assert.equal((await run(['threat-model', 'diagram', 'other.yaml'])).code, 2);
  });

  it('says in a sentence why nothing came of it', async () => {
    put('broken.json', '{"version":"2.0","summary":{}}');
    put('other.yaml', 'a: 1\n');
    const broken = await run(['threat-model', 'import', 'broken.json', '--write']);
    assert.equal(broken.code, 2);
    assert.match(broken.err, /broken\.json:1 \/summary title is missing here\n/u);
    assert.match(broken.err, /broken\.json could not be taken over\. Nothing was written\.\n$/u);
    assert.match((await run(['threat-model', 'import', 'none.json'])).err, /none\.json could not be read\./u);
    const other = await run(['threat-model', 'export', 'other.yaml', '--format', 'otm']);
    assert.deepEqual(
      [other.code, other.err],
      [2, 'other.yaml is no threat model that can be read. Nothing was written.\n'],
    );
    assert.equal((await run(['threat-model', 'export', 'other.yaml', '--format', 'visio'])).code, 2);
  });
});
