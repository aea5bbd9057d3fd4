import * as z from 'zod';

const text = z.string().min(1);

/**
 * One way from the standard to another framework. Without `provisions` it concerns the principle as a whole. `primary`:
 * evidence for the item would normally count for the provision too, once its scope is AI; `supporting`: it covers a part.
 */
const linkSchema = z.strictObject({
  item: text,
  principle: z.int().min(1).max(13),
  provisions: z.array(z.string()).default([]),
  strength: z.enum(['primary', 'supporting']),
  /** `published`: by whom the framework's `note` names; `ours`: our own judgement. */
  basis: z.enum(['published', 'ours']),
});

/** Another framework, and how the standard's provisions stand to it: `catalogue/frameworks/*.yaml`. */
export const frameworkSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/u),
  title: text,
  /** What it is called where there is little room. */
  short: text.max(20),
  /** Always printed with an item. */
  edition: text,
  publisher: text,
  /** Where the links come from, and what they do not mean. */
  note: text,
  items: z.array(z.strictObject({ id: text, name: text })).min(1),
  links: z.array(linkSchema).min(1),
  /** Principles for which it has nothing, and why. */
  gaps: z.array(z.strictObject({ principle: z.int().min(1).max(13), text })).default([]),
});

export type Framework = z.output<typeof frameworkSchema>;
