import * as z from 'zod';

const prose = z.string().min(1);
const kind = z.string().regex(/^[a-z]+(-[a-z]+)*$/u);
const kinds = z.array(kind).min(1);
const fields = z.array(prose).min(1);
const assetKinds = z.array(z.enum(['model', 'dataset', 'prompt'])).min(1);

const common = {
  /** Unique in the catalogue. */
  id: kind,
  /** What is looked at, as a statement about the repository. */
  sentence: prose,
  /** What speaks for it. */
  seen: prose,
  /** What contradicts it; absent where nothing in a repository can. */
  contradicted: prose.optional(),
};

/** A check without anything to set. */
const plain = <T extends string>(looksAt: T) => z.strictObject({ ...common, looksAt: z.literal(looksAt) });

/**
 * One sentence about a repository that the engine can look at. `looksAt` names the check, one file in
 * `src/core/assess/observations` each; the other keys tell it what to look for.
 */
export const observationSchema = z.discriminatedUnion('looksAt', [
  plain('models-pinned'),
  plain('models-safe'),
  plain('hashes-recorded'),
  plain('suppliers-assessed'),
  plain('threat-model-covers-assets'),
  plain('threat-model-current'),
  plain('threats-treated'),
  plain('threats-told'),
  plain('risks-transferred'),
  plain('acceptance-present'),
  plain('permissions-stated'),
  plain('functions-limited'),
  plain('test-report-per-release'),
  plain('disposal-recorded'),
  /** Every asset of these kinds has a record. */
  z.strictObject({ ...common, looksAt: z.literal('assets-recorded'), assetKinds }),
  /** Every asset of these kinds is covered by a complete paper of one of `kinds`. */
  z.strictObject({ ...common, looksAt: z.literal('assets-covered'), assetKinds, kinds }),
  /** These fields are filled in every record of an asset; of `fields` those count that the kind has. */
  z.strictObject({ ...common, looksAt: z.literal('record-fields'), kinds, fields }),
  /** No required field of an asset's record is open. */
  z.strictObject({ ...common, looksAt: z.literal('records-complete'), kinds }),
  /** Assets and their settings are what their records say. */
  z.strictObject({
    ...common,
    looksAt: z.literal('records-current'),
    assetKinds,
    what: z.enum(['content', 'content and settings']),
  }),
  /** A complete paper of one of `kinds` with these fields, or one of these files (by name). */
  z.strictObject({
    ...common,
    looksAt: z.literal('record-present'),
    kinds,
    fields: z.array(prose).default([]),
    files: z.array(prose).default([]),
  }),
  /** The review of a paper is not overdue. */
  z.strictObject({ ...common, looksAt: z.literal('record-reviewed'), kinds }),
  /** A field of a complete paper has one of these values. */
  z.strictObject({ ...common, looksAt: z.literal('record-says'), kinds, field: prose, yes: fields, no: z.array(prose).default([]) }),
  /** A field of a complete paper speaks of one of these things. */
  z.strictObject({ ...common, looksAt: z.literal('record-mentions'), kinds, field: prose, words: fields }),
  /** One of these files is there, by name or by the ending of its name (`*.tf`). */
  z.strictObject({ ...common, looksAt: z.literal('file-present'), files: fields }),
  /** Public data has these fields filled in its record. */
  z.strictObject({ ...common, looksAt: z.literal('public-data-noted'), fields }),
  /** Somebody answers for these principles and somebody does them, in the RACI matrix. */
  z.strictObject({
    ...common,
    looksAt: z.literal('raci-assigned'),
    principles: z.array(z.int().min(1).max(13)).min(1),
  }),
  /** The systems of the profile have these fields. */
  z.strictObject({
    ...common,
    looksAt: z.literal('systems-described'),
    fields: z.array(z.enum(['purpose', 'runs', 'data', 'owner', 'custodian', 'interdependencies'])).min(1),
  }),
]);

export type ObservationSpec = z.output<typeof observationSchema>;
export type ObservationCheck = ObservationSpec['looksAt'];
/** What a check is told, by its name. */
export type SpecOf<K extends ObservationCheck> = Extract<ObservationSpec, { looksAt: K }>;
