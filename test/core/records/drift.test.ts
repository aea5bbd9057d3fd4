import assert from 'node:assert/strict';
import { driftOf, withMoves } from '../../../src/core/records';
import type { Asset } from '../../../src/core/model';
import { testCatalogue } from '../../support/catalogue';
import { at, record } from '../../support/parts';
import { asset } from './support';

const digest = (mark: string) => `text1:sha256:${mark.repeat(64)}`;
const prompt = (name: string, mark: string | null): Asset => ({
  ...asset('prompt', name, { digest: mark === null ? null : digest(mark) }),
  id: `prompt:${name}`,
});
const paper = (path: string, ...covers: (readonly [string, string | null])[]) =>
  record(path, {
    kind: 'prompt-record',
    covers: covers.map(([name, mark]) => ({
      asset: `prompt:${name}`,
      digest: mark === null ? null : mark.length === 1 ? digest(mark) : mark,
      range: at(4),
    })),
  });

type Case = readonly [name: string, assets: readonly Asset[], covers: Parameters<typeof paper>[1][], states: string[]];

/** What becomes of each cover. */
const cases: readonly Case[] = [
  ['the same', [prompt('a', '1')], [['a', '1']], ['same']],
  ['changed', [prompt('a', '2')], [['a', '1']], ['changed']],
  ['capital digits', [prompt('a', 'a')], [['a', digest('a').replace(/a{64}/u, 'A'.repeat(64))]], ['same']],
  ['another algorithm', [prompt('a', '2')], [['a', digest('1').replace('text1', 'text9')]], ['same']],
  ['a digest that is none', [prompt('a', '2')], [['a', 'soon']], ['same']],
  ['nothing to compare', [prompt('a', null)], [['a', '1']], ['same']],
  ['gone', [], [['a', '1']], ['gone']],
  ['gone, never known', [prompt('b', '1')], [['a', null]], ['gone']],
  ['moved', [prompt('b', '1')], [['a', '1']], ['to b']],
  [
    'moved beside another that is recorded',
    [prompt('b', '1'), prompt('c', '1')],
    [
      ['a', '1'],
      ['b', '1'],
    ],
    ['to c', 'same'],
  ],
  [
    'gone where the only candidate is recorded',
    [prompt('b', '1')],
    [
      ['a', '1'],
      ['b', '1'],
    ],
    ['gone', 'same'],
  ],
  ['two of the same content: the nearer name', [prompt('x/c', '1'), prompt('y/b', '1')], [['z/b', '1']], ['to y/b']],
  [
    'two moved to two',
    [prompt('c', '1'), prompt('d', '1')],
    [
      ['a', '1'],
      ['b', '1'],
    ],
    ['to c', 'to d'],
  ],
  ['a copy, and the first one changed', [prompt('a', '2'), prompt('b', '1')], [['a', '1']], ['changed']],
  [
    'one put in above',
    [prompt('f#s', '9'), prompt('f#s~2', '1'), prompt('f#s~3', '2')],
    [
      ['f#s', '1'],
      ['f#s~2', '2'],
    ],
    ['to f#s~2', 'to f#s~3'],
  ],
  [
    'two that changed places',
    [prompt('f#s', '2'), prompt('f#s~2', '1')],
    [
      ['f#s', '1'],
      ['f#s~2', '2'],
    ],
    ['to f#s~2', 'to f#s'],
  ],
  [
    'the first of two deleted',
    [prompt('f#s', '2')],
    [
      ['f#s', '1'],
      ['f#s~2', '2'],
    ],
    ['gone', 'to f#s'],
  ],
  ['a glob', [prompt('p/a', '1'), prompt('p/b', '2')], [['p/*', null]], ['same']],
  ['a glob of nothing', [prompt('q/a', '1')], [['p/*', null]], ['gone']],
];

describe('records: drift', () => {
  for (const [name, assets, covers, states] of cases) {
    it(name, () => {
      const records = covers.map((cover, index) => paper(`ai-security/prompts/${index}.md`, cover));
      const drift = driftOf(assets, records, testCatalogue());
      const found = drift.map(({ assets: there, changed, movedTo }) =>
        movedTo !== null ? `to ${movedTo.slice(7)}` : there.length === 0 ? 'gone' : changed ? 'changed' : 'same',
      );
      assert.deepEqual(found, states);
      const settled = driftOf(assets, withMoves(records, drift), testCatalogue());
      assert.ok(settled.every(({ movedTo }) => movedTo === null));
    });
  }

  it('is no matter of papers that document no asset, nor of covers of another kind', () => {
    const release = { ...paper('r.md', ['a', '1']), kind: 'release-checklist' };
    const card = { ...paper('m.md', ['a', '1']), kind: 'model-card' };
    assert.deepEqual(driftOf([prompt('a', '2')], [release, card], testCatalogue()), []);
  });

  it('takes no longer for thousands that moved at once than for a few, each', () => {
    const many = Array.from({ length: 4000 }, (_each, index) => index);
    const digestOf = (index: number) => `text1:sha256:${index.toString(16).padStart(64, '0')}`;
    const assets = many.map((index) => ({ ...prompt(`new/${index}`, null), digest: digestOf(index) }));
    const records = many.map((index) => paper(`ai-security/prompts/${index}.md`, [`old/${index}`, digestOf(index)]));
    assert.ok(driftOf(assets, records, testCatalogue()).every(({ movedTo }) => movedTo?.startsWith('prompt:new/')));
  });
});
