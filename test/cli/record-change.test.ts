import assert from 'node:assert/strict';
import { CHAT, CliProject, findingsOf } from './support';

const CARD = 'ai-security/models/gpt-4o.md';
const SETTING = CHAT.replace('messages', 'temperature=0.2, messages');

describe('cli: record-change', () => {
  const { put, read, run } = CliProject.perTest();
  const open = async () => findingsOf(await run(['scan', '--format', 'json', '--date', '2026-11-25']));

  beforeEach(async () => {
    put('src/chat.py', SETTING);
    put('data/train.csv', 'a,b\n1,2\n');
    put('src/train.py', 'from datasets import load_dataset\nload_dataset("csv", data_files="data/train.csv")\n');
    await run(['new', 'model-card', '--asset', 'gpt-4o', '--quiet']);
    await run(['new', 'dataset-card', '--asset', 'data/train.csv', '--quiet']);
    put('src/chat.py', SETTING.replace('0.2', '0.9'));
    put('data/train.csv', 'a,b\n3,4\n');
    assert.deepEqual((await open()).filter((rule) => rule === 'stale-record').length, 2);
  });

  for (const word of ['model:gpt-4o', 'gpt-4o', './src/chat.py', CARD]) {
    it(`writes digest, day and a line into the record of ${word}, and touches no other`, async () => {
      const argv = ['record-change', word, '--reason', 'Answers were dull', '--by', 'Ann', '--date', '2026-11-25'];
      assert.deepEqual(await run([...argv, '--quiet']), { code: 0, out: `${CARD}\n`, err: '' });
      assert.match(read(CARD), /^reviewed: 2026-11-25$/mu);
      assert.match(read(CARD), /2026-11-25: gpt-4o changed \(temperature 0\.2 → 0\.9\): Answers were dull \(Ann\)/u);
      assert.deepEqual((await open()).filter((rule) => rule === 'stale-record').length, 1);
    });
  }

  it('writes down all for one reason, under the name of whoever Git knows', async () => {
    const all = ['record-change', '--all', '--reason', 'Sprint 12', '--date', '2026-11-25', '--quiet'];
    const first = await run(all, { person: () => Promise.resolve('Kim') });
    assert.deepEqual(
      [first.code, first.out.trim().split('\n').sort()],
      [0, ['ai-security/datasets/data-train.md', CARD]],
    );
    assert.match(read(CARD), /: Sprint 12 \(Kim\)/u);
    assert.ok(!(await open()).includes('stale-record'));
    const again = await run(all);
    assert.deepEqual([again.code, again.out], [0, '']);
    assert.match(again.err, /^Nothing changed since it was reviewed/u);
  });

  it('moves the day of an overdue review on, also that of a threat model', async () => {
    await run(['new', 'threat-model', 'shop', '--quiet']);
    const path = 'ai-security/threat-models/shop.yaml';
    put(path, read(path).replace(/^review-by:.*$/mu, 'review-by: 2026-11-01'));
    assert.equal(
      (await run(['record-change', path, '--reason', 'Still holds', '--date', '2026-11-25'])).out,
      `${path}\n`,
    );
    assert.match(read(path), /^review-by: 2027-/mu);
    assert.match(read(path), /2026-11-25: reviewed.*: Still holds/u);
  });

  it('does not call a threat model reviewed because something that it lists is named', async () => {
    put('prompts/sort.txt', 'You sort mails of customers. Answer in one word.\n');
    put('src/chat.py', `from pathlib import Path\nPROMPT = Path("prompts/sort.txt").read_text()\n${SETTING}`);
    await run(['new', 'prompt-record', '--asset', 'prompts/sort.txt', '--quiet']);
    await run(['new', 'threat-model', 'shop', '--quiet']);
    put('prompts/sort.txt', 'You sort mails of customers. Answer in two words.\n');
    assert.ok((await open()).includes('outdated-threat-model'));
    const { out } = await run(['record-change', 'prompts/sort.txt', '--reason', 'Too short', '--quiet']);
    assert.equal(out, 'ai-security/prompts/sort.md\n');
    assert.ok((await open()).includes('outdated-threat-model'));
  });

  const refused: readonly (readonly [readonly string[], RegExp])[] = [
    [['gpt-4o', '--reason', ' '], /^--reason is empty/u],
    [['gpt-4o'], /required option '--reason <words>'/u],
    [['--reason', 'x'], /^Name what changed/u],
    [['gpt-4o', '--all', '--reason', 'x'], /^Name what changed/u],
    [['src/train.py', '--reason', 'x'], /^Nothing is to be written down about src\/train\.py/u],
  ];
  for (const [argv, message] of refused) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const before = read(CARD);
      const { code, out, err } = await run(['record-change', ...argv]);
      assert.deepEqual([code, out, read(CARD)], [2, '', before]);
      assert.match(err, message);
    });
  }
});
