import assert from 'node:assert/strict';
import fc from 'fast-check';
import { recordChangeEdit, replaced } from '../../../src/core/fix';
import type { CoverUpdate } from '../../../src/core/fix';
import { testCatalogue } from '../../support/catalogue';
import { read } from '../records/support';

const PATH = 'ai-security/models/gpt.md';
const ASSET = 'model:gpt-4o';
const digest = (mark: string) => `text1:sha256:${mark.repeat(64)}`;
const kind = testCatalogue().records.find(({ id }) => id === 'model-card');

function change(text: string, update: CoverUpdate): string | null {
  assert.ok(kind);
  const request = { path: PATH, text, kind, covers: new Map([[ASSET, update]]), today: '2026-11-24', line: 'why' };
  const edits = recordChangeEdit({ ...request, reviewBy: null });
  return edits && replaced(text, edits);
}

const record = (cover: string) =>
  `---\nrecord: model-card\ncovers:\n${cover}\nreviewed: 2026-11-24\n---\n\n## Change log\n`;
const NOW: CoverUpdate = { digest: null, config: digest('2'), settings: { temperature: '0.9', tools: '[a, b]' } };

/** The entry of a record before and after. */
const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'that says nothing of settings gets them behind its keys',
    `  - asset: ${ASSET} # ours`,
    `  - asset: ${ASSET} # ours\n    config-digest: ${digest('2')}\n    settings: { temperature: 0.9, tools: "[a, b]" }`,
  ],
  [
    'in braces gets them between the braces',
    `  - { asset: "${ASSET}" } # ours`,
    `  - { asset: "${ASSET}", config-digest: ${digest('2')}, settings: { temperature: 0.9, tools: "[a, b]" } } # ours`,
  ],
  [
    'with settings on lines has them changed in place',
    `  - settings:\n      # low on purpose\n      temperature: 0.2 # agreed\n      max_tokens: 5\n    asset: ${ASSET}\n    config-digest: ${digest('1')}`,
    `  - settings:\n      # low on purpose\n      temperature: 0.9 # agreed\n      max_tokens: ""\n      tools: "[a, b]"\n    asset: ${ASSET}\n    config-digest: ${digest('2')}`,
  ],
  [
    'with braces over several lines keeps them',
    `  - asset: ${ASSET}\n    config-digest: ${digest('1')}\n    settings: {\n      temperature: 0.2 # agreed\n    }`,
    `  - asset: ${ASSET}\n    config-digest: ${digest('2')}\n    settings: {\n      temperature: 0.9, tools: "[a, b]" # agreed\n    }`,
  ],
  [
    'with empty settings has them filled',
    `  - asset: ${ASSET}\n    settings: {}\n    config-digest:`,
    `  - asset: ${ASSET}\n    settings: { temperature: 0.9, tools: "[a, b]" }\n    config-digest: ${digest('2')}`,
  ],
];

describe('fix: settings in an entry of covers', () => {
  for (const [name, before, after] of cases) {
    it(`an entry ${name}`, () => {
      for (const end of ['\n', '\r\n']) {
        const wanted = record(after).replaceAll('\n', end);
        const written = change(record(before).replaceAll('\n', end), NOW);
        assert.ok(written?.startsWith(wanted.trimEnd()), written ?? 'nothing');
        const cover = read(PATH, written ?? '')?.covers[0];
        assert.deepEqual([cover?.config, cover?.settings], [NOW.config, NOW.settings]);
      }
    });
  }

  it('of something that runs without settings now says so', () => {
    const before = record(`  - asset: ${ASSET}\n    config-digest: ${digest('1')}\n    settings: { temperature: 0.2 }`);
    const after = change(before, { digest: null, config: null, settings: {} });
    const cover = read(PATH, after ?? '')?.covers[0];
    assert.deepEqual([cover?.config, cover?.settings], [undefined, {}]);
  });

  it('leaves a record alone whose entry can hold none', () => {
    for (const cover of [
      `  - ${ASSET}`,
      `  - asset: ${ASSET}\n    config-digest: |\n      ${digest('1')}\n    settings: x`,
    ])
      assert.equal(change(record(cover), NOW), null, cover);
  });

  const name = fc.constantFrom('temperature', 'max_tokens', 'tools', 'stop', 'top_p');
  const value = fc.oneof(
    fc.constantFrom('0.2', '500', '[a, b]', '{a: 1}', 'true', 'no', 'a: b', '# x', "it's", '', '1e3', '-', '007'),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/\s+/gu, ' ').trim()),
  );
  const settings = fc.dictionary(
    name,
    value.filter((text) => text !== ''),
    { noNullPrototype: true },
  );
  const update = settings.map((all): CoverUpdate => {
    const none = Object.keys(all).length === 0;
    return { digest: digest('7'), config: none ? null : digest('3'), settings: all };
  });
  const cover = fc
    .tuple(
      fc.shuffledSubarray(
        [`asset: ${ASSET}`, `digest: ${digest('1')}`, `config-digest: "${digest('1')}"`, 'note: mine'],
        {
          minLength: 2,
        },
      ),
      fc.constantFrom(
        '',
        'settings:',
        'settings: {}',
        'settings: { temperature: 0.2, stop: x }',
        'settings:\n  stop: x # why',
      ),
      fc.constantFrom('', ' # ours'),
    )
    .filter(([keys]) => keys.some((key) => key.startsWith('asset')))
    .map(([keys, own, note]) => {
      const lines = [...keys.map((key) => key + note), ...own.split('\n').filter((line) => line !== '')];
      return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`).join('\n');
    });

  it('any sequence of changes keeps what else stands there, and reads back as what was written', () => {
    fc.assert(
      fc.property(
        cover,
        fc.array(update, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        (start, all, end) => {
          let text = record(start).replaceAll('\n', end);
          const comments = (of: string) => of.match(/# (?:ours|why)/gu) ?? [];
          const others = (of: string) =>
            of.split('\n').filter((line) => /^ {2}[- ] (?:asset|note)|^record|^covers/u.test(line));
          for (const next of all) {
            const written = change(text, next);
            if (written === null) {
              // Nothing is kept there that could be out of date, and there is nothing to keep.
              assert.deepEqual([next.config, read(PATH, text)?.covers[0]?.config ?? null], [null, null], text);
              return;
            }
            assert.deepEqual(comments(written), comments(text), written);
            assert.deepEqual(others(written), others(text), written);
            assert.equal(/(?<!\r)\n/u.test(written), end === '\n', 'line ends');
            const found = read(PATH, written);
            assert.deepEqual(
              found?.problems.map(({ message }) => message),
              [],
              written,
            );
            assert.deepEqual({ ...found.covers[0]?.settings }, next.settings, written);
            assert.equal(found.covers[0]?.config ?? null, next.config, written);
            text = written;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
