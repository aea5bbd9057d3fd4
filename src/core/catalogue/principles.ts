import * as z from 'zod';
import { observationSchema } from './observations';

const roles = ['Developer', 'System Operator', 'Data Custodian', 'End-user'] as const;

const provisionId = z.string().regex(/^5\.[1-5]\.[1-5]-\d+(\.\d+)?$/u, 'an id such as 5.2.4-1.1');
const prose = z.string().min(1);

/** One provision: facts of the standard, and what we say of it in our own words. */
const provisionSchema = z.strictObject({
  id: provisionId,
  /** Number in the UK Code of Practice, and whether it was read there, seen quoted, or derived by rule from the id. */
  uk: z.string(),
  ukBasis: z.enum(['seen', 'quoted', 'derived']),
  /** The strongest verb; `also` lists further, weaker ones of the same provision. */
  force: z.enum(['shall', 'should']),
  also: z.array(z.enum(['should', 'can', 'may'])).default([]),
  /** What those further verbs are about, as a clause; null where there are none. */
  alsoFor: z.string().nullable().default(null),
  /** What has to be the case for it to apply, as a clause that begins with "if", "when", "where" …; null when always. */
  condition: z.string().nullable(),
  roles: z.array(z.enum(roles)).min(1),
  /** Whether the provision names its roles, takes them from its principle, or they are inferred. */
  roleBasis: z.enum(['stated', 'principle', 'inferred']),
  /** Who receives information or support, and who has to be brought in. */
  recipients: z.array(z.string()).default([]),
  involves: z.array(z.string()).default([]),
  parent: provisionId.nullable(),
  /** What it asks in a few words that fit behind "requires" and "recommends": `an asset inventory`. */
  asks: prose.max(80),
  /** Why a team does well to begin with it, where it does: our judgement, the standard ranks nothing. */
  start: prose.max(120).optional(),
  /** What it asks, in one or two sentences. */
  summary: prose,
  /** What to do next, addressed to the person who has to act. */
  guidance: prose,
  /** What a reader would accept as showing it. */
  evidence: z.array(prose).min(1),
  /** The most that a tool reading a repository may say of it. */
  limit: prose,
  /** What the engine looks at; empty where only people can say anything. */
  observations: z.array(observationSchema).default([]),
  note: z.string().nullable().default(null),
  /** Never in the catalogue itself: laid over it by the project. An own provision, by whom and where it is written. */
  own: z.strictObject({ namespace: z.string(), title: z.string(), edition: z.string(), path: z.string() }).optional(),
  /** The same: somebody requires what the standard only recommends. `force` stays the standard's. */
  required: z.strictObject({ by: z.string(), reason: z.string() }).optional(),
  /** The same: who answers for it in this project. */
  owner: z.strictObject({ by: z.string(), owner: z.string() }).optional(),
});

/** One principle with its provisions: `catalogue/principles/NN-*.yaml`. */
export const principleSchema = z.strictObject({
  number: z.int().min(1).max(13),
  clause: z.string().regex(/^5\.[1-5]\.[1-5]$/u),
  /** The published title. */
  title: prose,
  /** What it is about, in our words. */
  summary: prose,
  phase: z.enum(['Secure Design', 'Secure Development', 'Secure Deployment', 'Secure Maintenance', 'Secure End of Life']),
  phaseClause: z.string().regex(/^5\.[1-5]$/u),
  /** Roles printed with the principle; empty where none are printed. */
  roles: z.array(z.enum(roles)),
  rolesNote: z.string().nullable().default(null),
  provisions: z.array(provisionSchema).min(1),
});

export type Principle = z.output<typeof principleSchema>;
export type Provision = Principle['provisions'][number];
