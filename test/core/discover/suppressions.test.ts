import assert from 'node:assert/strict';
import { suppressionsInCode, suppressionsInText } from '../../../src/core/discover/suppressions';
import { factsOf } from './support/cases';

const say = (list: ReturnType<typeof suppressionsInText>) =>
  list.map(({ rules, until, reason, line }) => `${String(line)}: ${rules.join('+')} until ${until ?? '-'}: ${reason}`);

describe('suppressions', () => {
  const texts: [path: string, text: string, expected: string[]][] = [
    [
      'a.md',
      'x\n<!-- ai-baseline-ignore undocumented-prompt -- kept elsewhere -->\n',
      ['2: undocumented-prompt until -: kept elsewhere'],
    ],
    [
      'a.yaml',
      'model: x # ai-baseline-ignore undocumented-model until=2027-01-31 -- trial only',
      ['1: undocumented-model until 2027-01-31: trial only'],
    ],
    [
      'a.toml',
      '# ai-baseline-ignore-next-line undocumented-model, undocumented-dataset -- made up\nx = 1',
      ['2: undocumented-model+undocumented-dataset until -: made up'],
    ],
    ['a.yaml', '# ai-baseline-ignore undocumented-model', ['1: undocumented-model until -: ']],
    ['a.yaml', '# ai-baseline-ignore x -- mine until=2020-01-01', ['1: x until 2020-01-01: mine']],
    ['a.yaml', '# ai-baseline-ignore x -- mine (until=2020-01-01).', ['1: x until 2020-01-01: mine']],
    ['a.yaml', '# ai-baseline-ignore x -- mine until=soon', ['1: x until soon: mine']],
    ['a.md', '<!-- ai-baseline-ignore x -- mine until=2020-01-01 -->', ['1: x until 2020-01-01: mine']],
    ['a.yaml', '# ai-baseline-ignore x -- until=2020-01-01', ['1: x until 2020-01-01: ']],
    ['a.yaml', '# ai-baseline-ignore x until=2027-01-31 -- mine', ['1: x until 2027-01-31: mine']],
    ['a.yaml', 'note: write ai-baseline-ignore to ignore', []],
    ['a.yaml', '# ai-baseline-ignored things', []],
  ];
  for (const [path, text, expected] of texts) {
    it(`${path}: ${text.slice(0, 70)}`, () => assert.deepEqual(say(suppressionsInText(path, text)), expected));
  }

  it('stand in the comments of code', async () => {
    const python = await factsOf(
      'a.py',
      '# ai-baseline-ignore-next-line undocumented-model -- a trial\nx = "# ai-baseline-ignore y -- no"\n',
    );
    assert.deepEqual(python.code && say(suppressionsInCode(python.code)), ['2: undocumented-model until -: a trial']);
    const script = await factsOf('a.ts', '/*\n ai-baseline-ignore undocumented-model -- a trial */\nlet x;\n');
    assert.deepEqual(script.code && say(suppressionsInCode(script.code)), ['2: undocumented-model until -: a trial']);
  });
});
