import assert from 'node:assert/strict';
import { CliProject } from './support';

const MODEL = 'ai-security/threat-models/shop.yaml';
const OURS: readonly (readonly string[])[] = [
  ['scan'],
  ['scan', '--format', 'json'],
  ['report'],
  ['report', '--format', 'html'],
  ['gate'],
  ['gate', '--format', 'json'],
  ['gate', '--format', 'markdown'],
  ['catalogue'],
  ['catalogue', '--format', 'json'],
  ['threat-model', 'diagram', MODEL],
  ['threat-model', 'export', MODEL, '--format', 'markdown'],
];

describe('cli --output', () => {
  const { put, read, run } = CliProject.perTest();
  const WORDS = '# Shop\n\nWhat people wrote.\n';

  beforeEach(async () => void (await run(['new', 'threat-model', 'shop', '--quiet'])));

  for (const argv of OURS) {
    it(`${argv.join(' ')}: takes the place of an earlier one, and never of what a person wrote`, async () => {
      const first = await run([...argv, '--output', 'out.txt']);
      assert.notEqual(read('out.txt'), '');
      put('src/more.py', 'from openai import OpenAI\nOpenAI().responses.create(model="gpt-4.1")\n');
      assert.deepEqual(await run([...argv, '--output', 'out.txt']), first);
      put('README.md', WORDS);
      const refused = await run([...argv, '--output', 'README.md']);
      assert.deepEqual([refused.code, refused.out], [2, '']);
      assert.match(
        refused.err,
        /^README\.md is there already and is no report of ours: .*--force.* Nothing was written\.\n$/,
      );
      assert.equal(read('README.md'), WORDS);
      assert.equal((await run([...argv, '--output', 'README.md', '--force'])).code, first.code);
      assert.notEqual(read('README.md'), WORDS);
    });
  }

  it('leaves a model for another tool alone once somebody works on it there', async () => {
    const argv = ['threat-model', 'export', MODEL, '--format', 'otm', '--output', 'shop.otm.json'];
    assert.equal((await run(argv)).code, 0);
    assert.equal((await run(argv)).code, 0);
    put('shop.otm.json', read('shop.otm.json').replace('"shop"', '"the shop"'));
    assert.equal((await run(argv)).code, 2);
    assert.match(read('shop.otm.json'), /"the shop"/);
    assert.equal((await run([...argv, '--force'])).code, 0);
  });

  it('takes an empty file, such as one that mktemp made', async () => {
    put('made.tmp', '');
    assert.equal((await run(['report', '--output', 'made.tmp'])).code, 0);
    assert.match(read('made.tmp'), /^# AI life cycle/);
  });
});
