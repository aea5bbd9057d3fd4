import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import { completeInRecord, hoverInRecord } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset } from '../records/support';

const WHOLE = readFileSync(join(__dirname, 'fixtures/whole.yaml'), 'utf8');
const PATH = 'ai-security/threat-models/support-bot.yaml';
const input = {
  catalogue: testCatalogue(),
  configuration: DEFAULT_CONFIGURATION,
  assets: [asset('model', 'gpt-4o'), asset('dataset', 'squad')],
  records: [],
};

/** The whole file with something changed and the caret `‸` in it. */
function at(marked: string) {
  const offset = marked.indexOf('‸');
  assert.ok(offset >= 0);
  const before = marked.slice(0, offset).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { text: marked.replace('‸', ''), position };
}

const put = (written: string, marked: string): string => {
  assert.ok(WHOLE.includes(written), written);
  return WHOLE.replace(written, () => marked);
};

const offers: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['boundaries of a component', put('boundary: backend', 'boundary: ‸'), ['backend', 'inner'], ['app']],
  ['boundaries of a boundary', put('inside: backend', 'inside: ‸'), ['backend', 'inner'], ['app']],
  ['what a component is', put('type: process', 'type: ‸'), ['process', 'store'], ['app']],
  ['assets of a component', put('      asset: model:gpt-4o', '      asset: ‸'), ['model:gpt-4o'], ['app']],
  ['where a flow begins', put('from: user', 'from: ‸'), ['user', 'chat', 'model:gpt-4o'], ['backend', 'T01']],
  ['where a flow ends', put('to: app', 'to: ‸'), ['app', 'llm'], ['chat']],
  ['where an entry point leads', put('component: app', 'component: ‸'), ['user', 'app'], ['chat']],
  ['entry points of a threat', put('entry: chat', 'entry: ‸'), ['chat'], ['user']],
  ['attack paths', put('attack-path: prompt-injection-direct', 'attack-path: ‸'), ['rag-poisoning'], ['T01']],
  ['ids of ATLAS', put('[AML.T0051.000]', '[AML.‸]'), ['AML.T0051.000', 'AML.T0020'], ['AML.T0019']],
  ['more ids of ATLAS in lines', put('atlas: [AML.T0051.000]', 'atlas:\n      - ‸'), ['AML.T0051.001'], ['title']],
  ['ids of OWASP', put('owasp: LLM01:2025', 'owasp: ‸'), ['LLM01:2025', 'LLM01:2026'], ['LLM01']],
  ['provisions', put('owasp: LLM01:2025', 'provisions: [‸]'), ['5.1.3-1'], ['LLM01:2025']],
  ['likelihoods', put('inherent-likelihood: likely', 'inherent-likelihood: ‸'), ['rare', 'certain'], ['severe']],
  [
    'keys of a control',
    put('        owner: Ada\n        state: in-place', '        ‸'),
    ['owner', 'due', 'state'],
    ['title'],
  ],
  ['the state of a control', put('state: in-place', 'state: ‸'), ['in-place', 'planned'], ['done']],
  ['the state of a control in braces', put('state: planned', 'state: ‸'), ['in-place', 'planned'], ['done']],
  [
    'threats that are accepted',
    put('acceptance:\n  - threat: T01', 'acceptance:\n  - threat: ‸'),
    ['T01', 'T02'],
    ['app'],
  ],
  ['threats that were told', put('{ threat: T01, told', '{ threat: ‸, told'), ['T01', 'T02'], ['app']],
];

const hovers: readonly (readonly [string, string, RegExp])[] = [
  [
    'an attack path',
    put('prompt-injection-direct', 'prompt-inj‸ection-direct'),
    /Look for[^]*What helps[^]*AML\.T0051/u,
  ],
  ['an ATLAS id', put('[AML.T0051.000]', '[AML.T0051‸.000]'), /LLM Prompt Injection: Direct[^]*MITRE ATLAS/u],
  ['a retired ATLAS id', put('[AML.T0051.000]', '[AML.T00‸19]'), /it is AML\.T0115\.000 now/u],
  ['an OWASP id', put('LLM01:2025', 'LLM01:‸2025'), /Prompt Injection[^]*2025/u],
  ['a component', put('component: app', 'component: a‸pp'), /process Chat service.*, in backend/u],
  ['a boundary', put('boundary: backend', 'boundary: back‸end'), /trust boundary Our network/u],
  ['an entry point', put('entry: chat', 'entry: ch‸at'), /entry point Text of customers/u],
  ['a threat', put('- threat: T01', '- threat: T‸01'), /Talked out of its instructions[^]*medium/u],
  [
    'a likelihood',
    put('    likelihood: unlikely', '    likelihood: un‸likely'),
    /unlikely × major = \*\*medium\*\*[^]*negligible/u,
  ],
  ['an inherent impact', put('inherent-impact: major', 'inherent-impact: ma‸jor'), /likely × major = \*\*high\*\*/u],
  ['a treatment', put('treatment: mitigate', 'treatment: mit‸igate'), /Do something against it/u],
  ['an asset', put('      asset: model:gpt-4o', '      asset: model:gp‸t-4o'), /model/u],
  ['a key', put('    treatment: mitigate', '    treat‸ment: mitigate'), /What you decide to do/u],
];

describe('assistance in threat models', () => {
  for (const [what, marked, wanted, unwanted] of offers) {
    it(`offers ${what}`, () => {
      const { text, position } = at(marked);
      const labels = completeInRecord(PATH, text, position, input).map(({ label }) => label);
      for (const label of wanted) assert.ok(labels.includes(label), `${label} of ${labels.slice(0, 20).join(' ')}`);
      for (const label of unwanted) assert.ok(!labels.includes(label), label);
    });
  }

  for (const [what, marked, wanted] of hovers) {
    it(`explains ${what}`, () => {
      const { text, position } = at(marked);
      assert.match(hoverInRecord(PATH, text, position, input)?.markdown ?? '', wanted);
    });
  }

  it('never throws, wherever one asks in whatever is left of a file', () => {
    fc.assert(
      fc.property(fc.nat(WHOLE.length), fc.nat(WHOLE.length), fc.string({ maxLength: 4 }), (from, to, typed) => {
        const text = WHOLE.slice(0, from) + typed + WHOLE.slice(Math.max(from, to));
        const lines = text.slice(0, from + typed.length).split('\n');
        const position = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
        completeInRecord(PATH, text, position, input);
        hoverInRecord(PATH, text, position, input);
      }),
      { numRuns: 60 },
    );
  });
});
