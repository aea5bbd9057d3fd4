import * as z from 'zod';
import { frameworkSchema } from './frameworks';
import { principleSchema } from './principles';
import { recordKindSchema } from './records';
import { settingsFileSchema } from './call-settings';
import { familiesFileSchema, signatureFileSchema } from './signatures';
import { threatsSchema } from './threats';

export type { Framework } from './frameworks';
export type { Principle, Provision } from './principles';
export type { RecordColumn, RecordField, RecordKind } from './records';
export type { SettingKind, SettingsFile } from './call-settings';
export * from './signatures';
export type { AttackPath, Capability, CapabilitySign, ThreatCatalogue } from './threats';

/** The whole of `catalogue/`, as `scripts/generate.ts` compiles it to one JSON that the bundles embed. */
export const catalogueSchema = z.strictObject({
  standard: z.strictObject({ id: z.string(), version: z.string(), title: z.string() }),
  principles: z.array(principleSchema),
  signatures: z.array(signatureFileSchema),
  families: familiesFileSchema,
  settings: settingsFileSchema,
  records: z.array(recordKindSchema),
  frameworks: z.array(frameworkSchema),
  threats: threatsSchema,
});

export type Catalogue = z.output<typeof catalogueSchema>;
