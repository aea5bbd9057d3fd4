import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { testCatalogue } from '../../support/catalogue';
import { openFields, read } from './support';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const FOLDER = join(__dirname, '..', '..', '..', 'snippets');
const STOP = /(?<!\\)\$(?:\{(\d+)\|((?:\\.|[^\\|])*)\|\}|(\d+)|CURRENT_(YEAR|MONTH|DATE))/gu;
const NOW: Readonly<Record<string, string>> = { YEAR: '2026', MONTH: '11', DATE: '24' };

function snippets(format: string): Snippet[] {
  const all = JSON.parse(readFileSync(join(FOLDER, `${format}.json`), 'utf8')) as Record<string, Snippet>;
  return Object.values(all);
}

/** What stands in the editor when nobody has typed anything yet: the first of each choice, and nothing. */
function inserted({ body }: Snippet): string {
  return body
    .join('\n')
    .replace(STOP, (_, _choice, values: string | undefined, _stop, now: string | undefined) =>
      now === undefined ? (values?.split(/(?<!\\),/u)[0] ?? '') : (NOW[now] ?? ''),
    )
    .replace(/\\([\\$}|,])/gu, '$1');
}

function stops({ body }: Snippet): number[] {
  return [...body.join('\n').matchAll(STOP)].flatMap((match) => Number(match[1] ?? match[3] ?? Number.NaN) || []);
}

describe('snippets', () => {
  for (const kind of testCatalogue().records) {
    it(`of a ${kind.title.toLowerCase()} are drafts without problems that claim nothing`, () => {
      const snippet = snippets(kind.format).find(({ prefix }) => prefix === `aib-${kind.id}`);
      assert.ok(snippet);
      const record = read(`ai-security/x.${kind.format === 'yaml' ? 'yaml' : 'md'}`, inserted(snippet));
      assert.deepEqual(record?.problems, []);
      assert.deepEqual(
        openFields(record),
        kind.fields
          .filter(({ level, fill }) => level === 'required' && fill !== 'today')
          .map((field) => field.key ?? field.heading),
      );
    });
  }

  for (const format of ['markdown', 'yaml']) {
    const all = snippets(format);
    it(`in ${format} have names of their own, stops in order, and choices that begin with none of them`, () => {
      assert.equal(new Set(all.map(({ prefix }) => prefix)).size, all.length);
      for (const snippet of all) {
        const numbers = stops(snippet);
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => index + 1),
          snippet.prefix,
        );
        for (const [, , values] of snippet.body.join('\n').matchAll(STOP)) {
          if (values !== undefined) assert.match(values, /^(TODO|-),/u);
        }
      }
    });

    it(`in ${format} hold the blocks that are asked for`, () => {
      const names = all.map(({ prefix }) => prefix);
      const wanted = ['aib-raci', 'aib-evidence', 'aib-threat', ...(format === 'markdown' ? ['aib-checklist'] : [])];
      assert.deepEqual(
        wanted.filter((name) => !names.includes(name)),
        [],
      );
    });
  }

  it('of blocks in YAML can be read', () => {
    const blocks = snippets('yaml').filter(({ body }) => !body[0]?.startsWith('record:'));
    assert.ok(blocks.length >= 5);
    for (const block of blocks) assert.notEqual(parse(inserted(block)), null, block.prefix);
  });
});
