import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Catalogue } from '../src/core/catalogue';
import { recordSchema } from '../src/core/threats/schema';

const FOLDER = join(__dirname, '..', 'schemas');

/** Writes `schemas/threat-model.schema.json`, by which other tools can check a threat model. */
export function generateSchemas(catalogue: Catalogue): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'threat-model.schema.json'), threatModelSchema(catalogue));
}

/** The JSON schema of a threat model's file, as text. */
export function threatModelSchema(catalogue: Catalogue): string {
  const kind = catalogue.records.find(({ id }) => id === 'threat-model');
  if (kind === undefined) throw new Error('The catalogue has no record kind threat-model');
  const { $schema, ...rest } = z.toJSONSchema(recordSchema(kind), { target: 'draft-7', reused: 'ref' });
  const head = { $schema, title: kind.title, description: kind.about };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}
