import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { REPORT_FORMATS } from '../../../src/core';
import type { ReportFormat, ReportInput } from '../../../src/core';
import { inputs } from './support/sample';

const CYCLONEDX = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
const OSCAL = join(__dirname, '../../fixtures/schemas/oscal');

function json(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8')) as object;
}

/**
 * The schemas that the official library carries, with the settings of its own validator. That validator itself asks for one
 * package more, for a format of addresses that stand in no report.
 */
function cycloneDxSchema(version: string): ValidateFunction {
  const names = ['spdx', 'jsf-0.82', 'cryptography-defs'];
  const others = Object.fromEntries(
    names
      .map((name) => `${name}.SNAPSHOT.schema.json`)
      .map((file) => [`http://cyclonedx.org/schema/${file}`, json(join(CYCLONEDX, file))]),
  );
  const ajv = new Ajv({ strict: false, schemas: others });
  addFormats(ajv);
  ajv.addFormat('idn-email', /^[^@\s]+@[^@\s]+$/u).addFormat('iri-reference', true);
  return ajv.compile(json(join(CYCLONEDX, `bom-${version}.SNAPSHOT.schema.json`)));
}

function oscalSchema(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(json(join(OSCAL, `oscal_${name}_schema.json`)));
}

const SCHEMAS: readonly (readonly [ReportFormat, () => ValidateFunction])[] = [
  ['cyclonedx-1.6', () => cycloneDxSchema('1.6')],
  ['cyclonedx-1.7', () => cycloneDxSchema('1.7')],
  ['oscal-catalog', () => oscalSchema('catalog')],
  ['oscal-component', () => oscalSchema('component')],
  ['oscal-assessment-results', () => oscalSchema('assessment-results')],
];

describe('reports by the official validators', function () {
  this.timeout(120_000);
  const made: (readonly [string, ReportInput])[] = [];
  before(async () => void made.push(...(await inputs())));

  for (const [format, schema] of SCHEMAS) {
    it(`${format} is valid by its schema, which does not take everything`, async () => {
      const validate = schema();
      for (const [name, input] of made) {
        const ok = validate(JSON.parse(await REPORT_FORMATS[format](input)));
        assert.ok(ok, `${name}: ${JSON.stringify(validate.errors, null, 1)}`);
      }
      assert.equal(validate({ catalog: {}, components: 1 }), false);
    });
  }

  it('sarif is valid by the multitool', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ai-baseline-sarif-'));
    try {
      for (const [name, input] of made) writeFileSync(join(folder, `${name}.sarif`), REPORT_FORMATS.sarif(input));
      const files = made.map(([name]) => join(folder, `${name}.sarif`));
      assert.deepEqual(validated(folder, files), []);
      const broken = join(folder, 'broken.sarif');
      writeFileSync(broken, '{"version":"2.1.0","runs":[{"results":[{"message":{}}]}]}');
      assert.notDeepEqual(validated(folder, [broken]), []);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Ids of what the multitool complains about. That a tool has no page of its own (SARIF2005) is so: there is none yet. */
function validated(folder: string, files: readonly string[]): string[] {
  const output = join(folder, 'validated.json');
  const multitool = (require as (id: string) => unknown)('@microsoft/sarif-multitool') as string;
  const options = ['--output', output, '--log', 'ForceOverwrite', '--quiet', 'true'];
  try {
    execFileSync(multitool, ['validate', ...files, ...options], { stdio: 'pipe' });
  } catch {
    // It ends with 1 where it finds something; what that is stands in its output.
  }
  const log = json(output) as { runs: { results?: { ruleId: string; message: { id: string } }[] }[] };
  return log.runs
    .flatMap(({ results }) => results ?? [])
    .filter(({ message }) => message.id !== 'Warning_ProvideToolnformationUri')
    .map(({ ruleId, message }) => `${ruleId} ${message.id}`);
}
