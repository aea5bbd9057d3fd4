import assert from 'node:assert/strict';
import { CHAT, CliProject } from './support';

const CHECKLIST = 'ai-security/releases/2.4.0.md';
const DATE = ['--date', '2026-11-25', '--quiet'];

describe('cli: tick', () => {
  const { put, read, run } = CliProject.perTest();
  const lineOf = (words: string) =>
    read(CHECKLIST)
      .split(/\r?\n/u)
      .findIndex((line) => line.includes(words)) + 1;
  const at = (words: string) => `${CHECKLIST}:${String(lineOf(words))}`;

  beforeEach(async () => {
    put('src/chat.py', CHAT);
    await run(['new', 'release-checklist', '2.4.0', '--quiet']);
  });

  for (const [what, end, mark] of [
    ['lines of Unix', '\n', ''],
    ['lines of Windows behind a byte order mark', '\r\n', '\uFEFF'],
  ] as const) {
    it(`writes name and day behind items, and leaves every other byte: ${what}`, async () => {
      const asWritten = read(CHECKLIST).replace(/(Licences and terms[^\n]*)/u, '$1 see LEGAL-7, half done  ');
      put(CHECKLIST, mark + asWritten.replaceAll('\n', end));
      const before = read(CHECKLIST).split(end);
      const [first, second] = [lineOf('Licences and terms'), lineOf('Logs and alerts')];
      const places = [`${at('Licences and terms')}:1`, `./${at('Logs and alerts')}`];
      assert.deepEqual(await run(['tick', ...places, '--by', 'Ada, lead', ...DATE]), {
        ...{ code: 0, err: '', out: `${CHECKLIST}\n` },
      });
      const after = read(CHECKLIST).split(end);
      assert.match(after[first - 1] ?? '', /^- \[x\] Licences .* see LEGAL-7, half done — Ada, lead, 2026-11-25 {2}$/u);
      assert.match(after[second - 1] ?? '', /^- \[x\] Logs and alerts .* — Ada, lead, 2026-11-25$/u);
      const others = (lines: readonly string[]) => lines.filter((_, index) => ![first - 1, second - 1].includes(index));
      assert.deepEqual(others(after), others(before));
    });
  }

  it('takes a tick that has no name as its own, under the name of whoever Git knows', async () => {
    put(CHECKLIST, read(CHECKLIST).replace('[ ] Licences', '[x] Licences'));
    const { code } = await run(['tick', at('Licences'), ...DATE], { person: () => Promise.resolve('Kim') });
    assert.equal(code, 0);
    assert.match(read(CHECKLIST), /^- \[x\] Licences .* — Kim, 2026-11-25$/mu);
    const gate = await run(['gate', ...DATE]);
    assert.doesNotMatch(gate.out, /"Licences/u);
    assert.match(gate.out, /^To tick an item of the checklist: ai-baseline tick FILE:LINE/mu);
  });

  it('ticks once what is named twice', async () => {
    assert.equal((await run(['tick', at('Licences'), at('Licences'), '--by', 'Ada', ...DATE])).code, 0);
    assert.equal(read(CHECKLIST).split('Ada').length, 2);
  });

  const refused: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['no name', () => [at('Licences'), '--by', ' '], /^Who ticks\? Say --by\./u],
    ['no line', () => [CHECKLIST, '--by', 'Ada'], /names no line: write FILE:LINE/u],
    ['another file', () => ['src/chat.py:1', '--by', 'Ada'], /^src\/chat\.py is no release checklist/u],
    ['no item', () => [`${CHECKLIST}:1`, '--by', 'Ada'], /^No item of the checklist begins at/u],
    ['a decision', () => [at('- [ ] Go with'), '--by', 'Ada'], /a decision is recorded with "gate --record"/u],
    ['one of several', () => [at('Licences'), `${CHECKLIST}:1`, '--by', 'Ada'], /^No item/u],
    ['what is ticked', () => [at('Every model'), '--by', 'Ada'], /is ticked already \(Kim, 2026-01-02\)\. Nothing/u],
    ['what does not apply', () => [at('Every dataset'), '--by', 'Ada'], /does not apply \(n\/a: no data\)\. Nothing/u],
  ];
  for (const [what, argv, message] of refused) {
    it(`refuses ${what}, and writes nothing`, async () => {
      put(
        CHECKLIST,
        read(CHECKLIST)
          .replace(/\[ \] (Every model[^\n]*)/u, '[x] $1 — Kim, 2026-01-02')
          .replace(/(\[ \] Every dataset[^\n]*)/u, '$1 n/a: no data'),
      );
      const before = read(CHECKLIST);
      const { code, out, err } = await run(['tick', ...argv(), ...DATE], { person: () => Promise.resolve(null) });
      assert.match(err, message);
      assert.deepEqual([code, out, read(CHECKLIST)], [2, '', before]);
    });
  }
});
