import assert from 'node:assert/strict';
import { NEVER_CANCELLED } from '../../../src/core';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

const CONFIGURATION = `fields:
  model-card:
    - key: cost-centre
      level: required
      help: Who pays for the calls?
    - key: region
      level: advised
      values: [eu, us]
      help: Where does it run?
    - heading: Energy use
      level: required
      help: What does a thousand calls cost?
`;
const CARD = `---
record: model-card
covers:
  - asset: model:gpt-4o
cost-centre: ""
region: eu
---

## Energy use

`;
const PATH = 'ai-security/models/gpt-4o.md';

describe('engine: fields of an organisation', () => {
  const files = {
    'ai-baseline.yaml': CONFIGURATION,
    'src/a.py': 'from openai import OpenAI\nOpenAI().chat.completions.create(model="gpt-4o")\n',
    [PATH]: CARD,
  };
  const begin = async (card = CARD) => {
    const engine = engineOver(new MemoryWorkspace({ ...files, [PATH]: card }));
    await engine.scan(NEVER_CANCELLED);
    return engine;
  };

  it('are open like ours, and their help is shown at the key and under the heading', async () => {
    const engine = await begin();
    const open = engine.snapshot.records[0]?.open.map(({ field }) => field) ?? [];
    assert.ok(open.includes('cost-centre') && open.includes('Energy use'), open.join(', '));
    const key = await engine.hover(PATH, { line: 5, column: 3 }, NEVER_CANCELLED);
    assert.match(key?.markdown ?? '', /Who pays for the calls\?/u);
    const heading = await engine.hover(PATH, { line: 9, column: 6 }, NEVER_CANCELLED);
    assert.match(heading?.markdown ?? '', /What does a thousand calls cost\?/u);
  });

  it('are offered while typing, keys and values', async () => {
    const engine = await begin(CARD.replace('region: eu', 'region: ').replace('cost-centre: ""\n', 'cost\n'));
    const values = await engine.complete(PATH, { line: 6, column: 9 }, NEVER_CANCELLED);
    assert.deepEqual(
      values.map(({ label }) => label),
      ['eu', 'us'],
    );
    const keys = await engine.complete(PATH, { line: 5, column: 5 }, NEVER_CANCELLED);
    assert.ok(keys.some(({ label }) => label === 'cost-centre'));
  });

  it('stand in the outline, in new records, and in the line above the code', async () => {
    const engine = await begin();
    const names = JSON.stringify(await engine.outline(PATH, NEVER_CANCELLED));
    assert.ok(names.includes('cost-centre') && names.includes('region'), names);
    const made = engine.newRecord('model-card', 'another', []).creations[0]?.text ?? '';
    assert.match(made, /^cost-centre: ""$/mu);
    assert.match(made, /^## Energy use$/mu);
    const [lens] = engine.lenses('src/a.py');
    assert.match(lens?.title ?? '', /draft: \d+ of \d+ fields open/u);
  });
});
