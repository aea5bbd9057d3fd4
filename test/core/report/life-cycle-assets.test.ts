import assert from 'node:assert/strict';
import type { Asset } from '../../../src/core/model';
import { assetsHtml } from '../../../src/core/report/life-cycle-assets';
import { asset, site } from '../../support/parts';

const links = { link: () => null };
const many = (amount: number, kind: string, more: Partial<Asset> = {}) =>
  Array.from({ length: amount }, (_each, index) => {
    const name = `${kind}-${String(index + 1).padStart(4, '0')}`;
    return asset(`${kind}:${name}`, { sites: [site(`src/${name}.py`, 1)], ...more });
  });
const summaries = (html: string) => [...html.matchAll(/<summary>(.*?)<\/summary>/gu)].map(([, words]) => words);

/** How many levels of `<details>` stand around the first place where a text stands. */
function depthOf(html: string, text: string): number {
  const before = html.slice(0, html.indexOf(text));
  return before.split('<details').length - before.split('</details>').length;
}

describe('the assets of the life cycle', () => {
  it('are one table that is seen at once, up to a hundred in a scope', () => {
    const html = assetsHtml([...many(100, 'model'), ...many(3, 'prompt', { scope: 'test' })], links);
    assert.doesNotMatch(html, /<details/u);
    assert.match(html, /<caption>The product itself: 100 assets<\/caption>/u);
    assert.match(html, /<caption>Tests: 3 assets<\/caption>/u);
  });

  it('are folded up by kind above that, and say without being opened how they are documented', () => {
    const recorded = { documentation: { state: 'recorded', by: [] } } as const;
    const html = assetsHtml(
      [
        ...many(40, 'agent'),
        ...many(30, 'model'),
        ...many(12, 'prompt', recorded),
        ...many(31, 'prompt'),
        ...many(2, 'dataset', { scope: 'example' }),
      ],
      links,
    );
    assert.match(html, /<h3>The product itself: 113 assets<\/h3>/u);
    assert.deepEqual(summaries(html), [
      ...['30 models: 30 not documented', '43 prompts: 31 not documented, 12 recorded', '40 agents'],
    ]);
    assert.equal(depthOf(html, 'model-0030'), 1);
    assert.equal(depthOf(html, 'dataset-0002'), 0);
    assert.doesNotMatch(html, /<details[^>]* open/u);
  });

  it('have no table of more than 200 rows, and lose none', () => {
    const html = assetsHtml([...many(401, 'prompt'), ...many(200, 'model')], links);
    assert.deepEqual(summaries(html), [
      '200 models: 200 not documented',
      '401 prompts: 401 not documented',
      '1 to 200: prompt-0001 … prompt-0200',
      '201 to 400: prompt-0201 … prompt-0400',
      '401: prompt-0401',
    ]);
    const tables = html.split('<table>').slice(1);
    assert.deepEqual(
      tables.map((table) => table.split('<th scope="row">').length - 1),
      [200, 200, 200, 1],
    );
    assert.deepEqual([depthOf(html, 'src/prompt-0401.py'), depthOf(html, 'src/model-0200.py')], [2, 1]);
    assert.equal(html.split('<details').length, html.split('</details>').length);
    const names = tables.map((table) => /<caption>(.*?)<\/caption>/u.exec(table)?.[1]);
    assert.equal(new Set(names).size, tables.length);
  });

  it('are told apart by their ids where prompts of many files share a name', () => {
    const paths = Array.from({ length: 1201 }, (_each, index) => `src/step-${String(index).padStart(4, '0')}.py`);
    const prompts = paths.map((path) => asset(`prompt:${path}#SYSTEM`, { sites: [site(path, 1)] }));
    const [, first, ...more] = summaries(assetsHtml(prompts, links));
    assert.equal(first, '1 to 200: src/step-0000.py#SYSTEM … src/step-0199.py#SYSTEM');
    assert.equal(more.at(-2), '1,001 to 1,200: src/step-1000.py#SYSTEM … src/step-1199.py#SYSTEM');
    assert.equal(more.at(-1), '1,201: src/step-1200.py#SYSTEM');
  });

  it('show names of the repository as words in what is folded too', () => {
    const html = assetsHtml([...many(200, 'prompt'), asset('prompt:z<b>.py#A')], links);
    assert.match(html, /<summary>201: z&lt;b&gt;\.py#A</u);
    assert.doesNotMatch(html, /<b>/u);
  });
});
