import type { Pair } from 'yaml';
import { isMap, isScalar } from 'yaml';
import * as z from 'zod';
import { GATES } from '../model';
import type { GateName, Severity } from '../model';
import type { ConfigurationTools } from './own-records';

/** What has to hold at a gate. */
export interface GatePolicy {
  /** Open findings from this severity on block; those below are no reason at all. `never`: none blocks. */
  readonly severity: Severity | 'never';
  /** Kinds of records of which a complete one has to be there. */
  readonly records: readonly string[];
  /** Provisions that have to be claimed: ids, or `shall` for every one that requires. */
  readonly provisions: readonly string[];
  /** The task lists of the checklist have to be answered. */
  readonly checklist: boolean;
  /** Days since the last review of a record that counts, at most; null where any age will do. */
  readonly maxAge: number | null;
  /** Globs of files that may stay unread without leaving the decision open. */
  readonly unread: readonly string[];
}

/** The policies of a project, by gate, with what an environment asks on top. */
export interface GatePolicies {
  readonly gates: Readonly<Record<GateName, Partial<GatePolicy>>>;
  readonly environments: Readonly<Record<string, Partial<GatePolicy>>>;
}

export const NO_POLICIES: GatePolicies = { gates: { design: {}, release: {}, retire: {} }, environments: {} };

/** The keys of a policy, as `ai-baseline.yaml` writes them. */
const POLICY_KEYS = ['severity', 'records', 'provisions', 'checklist', 'max-age', 'unread'] as const;

const words = z.array(z.string().trim().min(1).max(200)).max(200);
const policySchema = z.strictObject({
  severity: z.enum(['error', 'warning', 'info', 'never'], 'error, warning, info or never').optional(),
  records: words.optional(),
  provisions: words.optional(),
  checklist: z.enum(['yes', 'no', 'true', 'false'], 'yes or no').optional(),
  'max-age': z
    .string()
    .regex(/^\d{1,5}$/u, 'a number of days')
    .optional(),
  unread: words.optional(),
});

type Entry = Pair<unknown, unknown>;

/** Reads `gate:`; `NO_POLICIES` itself where there is none. What cannot be understood is told at its key, and the built-in policy stands there. */
export function readGatePolicies(entry: Entry | undefined, tools: ConfigurationTools): GatePolicies {
  if (entry === undefined) return NO_POLICIES;
  const gates: Record<GateName, Partial<GatePolicy>> = { design: {}, release: {}, retire: {} };
  const environments: Record<string, Partial<GatePolicy>> = {};
  for (const [name, inner] of tools.inner(entry)) {
    const gate = GATES.find((each) => each === name);
    if (gate !== undefined) gates[gate] = readPolicy(inner, tools);
    else if (name === 'environments') {
      for (const [environment, each] of tools.inner(inner)) environments[environment] = readPolicy(each, tools);
    } else
      tools.trouble(inner.key, `gate: there is no ${name.slice(0, 60)}; it knows ${GATES.join(', ')} and environments`);
  }
  return { gates, environments };
}

function readPolicy({ key, value }: Entry, tools: ConfigurationTools): Partial<GatePolicy> {
  if (isScalar(value) && value.value === null) return {};
  if (!isMap(value)) {
    tools.trouble(key, `gate: a policy has the keys ${POLICY_KEYS.join(', ')}`);
    return {};
  }
  const pairs = value.items as Entry[];
  const plain = Object.fromEntries(pairs.map((pair) => [nameOf(pair), tools.plain(pair.value)]));
  const parsed = policySchema.safeParse(plain);
  if (!parsed.success) {
    for (const issue of parsed.error.issues.slice(0, 10)) {
      const name = issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0];
      const place = pairs.find((pair) => nameOf(pair) === name)?.key ?? key;
      const said =
        issue.code === 'unrecognized_keys' ? `no such key; it knows ${POLICY_KEYS.join(', ')}` : issue.message;
      tools.trouble(place, `gate: ${String(name ?? '')}: ${said}`);
    }
    return {};
  }
  const { checklist, 'max-age': maxAge, ...rest } = parsed.data;
  const told = Object.fromEntries(Object.entries(rest).filter(([, each]) => each !== undefined));
  return {
    ...told,
    ...(checklist === undefined ? {} : { checklist: checklist === 'yes' || checklist === 'true' }),
    ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
  };
}

function nameOf({ key }: Entry): string {
  return isScalar(key) ? String(key.value) : '';
}
