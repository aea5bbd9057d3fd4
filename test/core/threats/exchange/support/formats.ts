import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { ThreatModel } from '../../../../../src/core/model';
import { exportThreatModel } from '../../../../../src/core/threats/exchange/export';
import type { ExportedThreatModel, ThreatModelFormat } from '../../../../../src/core/threats/exchange/export';
import { importThreatModel } from '../../../../../src/core/threats/exchange/import';
import type { ImportedThreatModel } from '../../../../../src/core/threats/exchange/import';
import { readThreatModel } from '../../../../../src/core/threats/read-threat-model';
import { testCatalogue } from '../../../../support/catalogue';

const SCHEMAS = join(__dirname, '../../../../fixtures/schemas/threat-models');
const FIXTURES = join(__dirname, '../fixtures');

export const JSON_FORMATS = ['threat-dragon', 'otm', 'tmlib'] as const;
export type JsonFormat = (typeof JSON_FORMATS)[number];

const schemas: Readonly<Record<JsonFormat, ValidateFunction>> = {
  'threat-dragon': schema('threat-dragon-v2'),
  otm: schema('open-threat-model'),
  tmlib: schema('threat-model-library'),
};

function schema(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, `${name}.schema.json`), 'utf8')) as object);
}

/** Fails with what the official schema says against a text. */
export function assertValid(format: JsonFormat, text: string): void {
  const validate = schemas[format];
  validate(JSON.parse(text));
  assert.deepEqual(validate.errors ?? [], []);
}

export function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8');
}

export function imported(text: string): ImportedThreatModel {
  return importThreatModel(text, testCatalogue());
}

/** What our own reader makes of an imported model; fails where there is none, or where it finds anything wrong. */
export function readBack({ text, problems }: ImportedThreatModel): ThreatModel {
  assert.ok(text !== null, JSON.stringify(problems));
  const model = readThreatModel('ai-security/threat-models/shop.yaml', text, testCatalogue());
  assert.ok(model);
  assert.deepEqual(
    model.problems.map(({ message }) => message),
    [],
  );
  return model;
}

export function exported(text: string, format: ThreatModelFormat): ExportedThreatModel {
  const file = { path: 'ai-security/threat-models/shop.yaml', text };
  const found = exportThreatModel(file, format, testCatalogue());
  assert.ok(found);
  return found;
}
