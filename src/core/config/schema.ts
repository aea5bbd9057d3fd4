import { z } from 'zod';
import { isDay } from './day';

/** Every key of `ai-baseline.yaml` by itself, so that one wrong value costs that value alone. */

const glob = z.string().trim().min(1, 'a glob must not be empty').max(500);

/** One glob or a list of them. */
export const globsSchema = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(glob).max(1000),
);

export const severitySchema = z.enum(['error', 'warning', 'info', 'off']);

export const scopeNames = ['product', 'development', 'test', 'example'] as const;

export const recordsSchema = z
  .string()
  .trim()
  .transform((folder) => folder.replace(/^(?:\.\/)+/u, '').replace(/\/+$/u, ''))
  .refine((folder) => folder !== '' && !folder.startsWith('/') && !folder.includes('\\'), 'a folder inside the project')
  .refine((folder) => !folder.split('/').includes('..'), 'a folder inside the project');

const rules = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.string().trim().min(1)).min(1),
);

export const suppressionSchema = z.strictObject({
  rules: rules,
  paths: globsSchema.refine((paths) => paths.length > 0, 'names no path'),
  reason: z.string().trim().default(''),
  until: z
    .union([z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'a date is written YYYY-MM-DD'), z.null()])
    .default(null)
    .refine((date) => date === null || isDay(date), 'no such day'),
});

export const topLevelKeys = [
  'include',
  'exclude',
  'severities',
  'suppressions',
  'scopes',
  'records',
  'templates',
  'fields',
] as const;
export const suppressionKeys = ['rules', 'paths', 'reason', 'until'] as const;
