import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { threatModelSchema } from '../../../scripts/generate-schemas';
import { testCatalogue } from '../../support/catalogue';
import { filesOf, ruleCases } from '../../support/rule-cases';

const ROOT = join(__dirname, '../../..');
const text = threatModelSchema(testCatalogue());
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(text) as object);

function problems(yaml: string): string[] {
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('the published schema of threat models', () => {
  it('is the one that the catalogue makes', () => {
    assert.equal(read('schemas/threat-model.schema.json'), text);
  });

  it('takes files of the first version and whole ones', () => {
    assert.deepEqual(problems(read('test/core/records/fixtures/scaffolded/v0.1/threat-model.yaml')), []);
    assert.deepEqual(problems(read('test/core/threats/fixtures/whole.yaml')), []);
  });

  it('takes what the reader takes', () => {
    const files = ruleCases()
      .filter(({ rule }) => rule !== 'invalid-record')
      .flatMap(({ folder }) => Object.entries(filesOf(folder)))
      .filter(([path]) => path.includes('/threat-models/'));
    assert.ok(files.length > 5);
    for (const [path, yaml] of files) assert.deepEqual(problems(yaml), [], path);
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['another kind', 'record: model-card\n', '/record'],
    ['no kind', 'id: x\n', ' must have'],
    ['a treatment that is none', 'record: threat-model\nthreats:\n  - treatment: ignore\n', '/threats'],
    ['a rating that is none', 'record: threat-model\nthreats:\n  - residual: huge\n', '/threats'],
    [
      'a component of no type',
      'record: threat-model\narchitecture:\n  components:\n    - type: thing\n',
      '/architecture',
    ],
    ['keys where words belong', 'record: threat-model\nsystem: { name: x }\n', '/system'],
  ];
  for (const [what, yaml, place] of wrong) {
    it(`does not take ${what}`, () => {
      assert.ok(
        problems(yaml).some((problem) => problem.startsWith(place)),
        problems(yaml).join('\n'),
      );
    });
  }
});
