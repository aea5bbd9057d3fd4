import { isDocument, isMap, isScalar } from 'yaml';
import type { Document, Node } from 'yaml';
import * as z from 'zod';
import { TextLines } from '../records/text-lines';
import { parseYaml } from '../safe-yaml';
import type { ConfigurationProblem } from './configuration';

const line = z.string('one text belongs here').trim().min(1, 'empty').max(200, 'longer than 200 letters');
const prose = z.string('one text belongs here').trim().min(1, 'empty').max(4000, 'longer than 4000 letters');
const role = z.enum(['Developer', 'System Operator', 'Data Custodian', 'End-user']);
const force = z.enum(['shall', 'should'], 'shall or should');
const principle = z.int('the number of a principle, 1 to 13').min(1).max(13);

const ownProvision = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}:[A-Za-z0-9][A-Za-z0-9.-]{0,60}$/u, 'written namespace:id, such as acme:ai-7'),
  /** The principle under which it is shown. */
  principle,
  force,
  roles: z.array(role).min(1),
  condition: line.nullable().default(null),
  asks: line,
  summary: prose,
  guidance: prose.optional(),
  evidence: z.array(line).max(50).default([]),
});

const mapping = z.strictObject({ item: line, name: line.optional(), provisions: z.array(line).min(1).max(100) });

/** What an organisation lays over the standard: it may add and tighten, and takes nothing away. */
const overlaySchema = z.strictObject({
  namespace: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/u, 'small letters, digits and dashes'),
  title: line,
  edition: line,
  provisions: z.array(ownProvision).max(500).default([]),
  /** Provisions of the standard that count as required here. */
  stricter: z
    .array(z.strictObject({ provision: line, reason: line }))
    .max(100)
    .default([]),
  owners: z
    .array(z.strictObject({ provision: line, owner: line }))
    .max(500)
    .default([]),
  mappings: z.array(mapping).max(500).default([]),
});

export type Overlay = z.output<typeof overlaySchema> & { readonly path: string };
export type OwnProvision = Overlay['provisions'][number];

/** An overlay that was read, or null with what is wrong, each problem at its place in the overlay's own file. */
export interface ReadOverlay {
  readonly overlay: Overlay | null;
  readonly problems: readonly ConfigurationProblem[];
  /** Where a part of it stands, for whoever finds that it does not fit the standard. */
  readonly problemAt: (steps: readonly PropertyKey[], message: string) => ConfigurationProblem;
}

/** Reads one overlay. Never throws; aliases are not followed. */
export function readOverlay(path: string, text: string): ReadOverlay {
  const lines = new TextLines(text);
  const document = parseYaml(text);
  if (!isDocument(document)) {
    const { offset, message } = document;
    const problemAt = (_steps: readonly PropertyKey[], said: string) => ({ path, message: said, range: lines.range(offset, offset) }); // prettier-ignore
    return { overlay: null, problems: [problemAt([], message)], problemAt };
  }
  const problemAt = (steps: readonly PropertyKey[], message: string): ConfigurationProblem => ({
    path,
    message,
    range: lines.range(...rangeOf(document, steps)),
  });
  const [broken] = document.errors;
  if (broken) {
    const message = broken.message.split('\n', 1)[0] ?? '';
    return { overlay: null, problems: [{ path, message, range: lines.range(...broken.pos) }], problemAt };
  }
  const parsed = overlaySchema.safeParse(plainOf(document.contents));
  if (parsed.success) {
    const foreign = parsed.data.provisions.findIndex(({ id }) => !id.startsWith(`${parsed.data.namespace}:`));
    if (foreign < 0) return { overlay: { ...parsed.data, path }, problems: [], problemAt };
    const message = `an own provision begins with the namespace, ${parsed.data.namespace}:`;
    return { overlay: null, problems: [problemAt(['provisions', foreign, 'id'], message)], problemAt };
  }
  const problems = parsed.error.issues.slice(0, 50).map((issue) => problemAt(placeOf(issue), said(issue)));
  return { overlay: null, problems, problemAt };
}

/** A key that nobody knows is itself the place. */
function placeOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
}

function said(issue: z.core.$ZodIssue): string {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return `${where === '' ? '' : `${where}: `}there is no key ${issue.keys.join(', ')}`;
  return where === '' ? issue.message : `${where}: ${issue.message}`;
}

/** The nearest node at or above a path into the data. */
function rangeOf(document: Document, steps: readonly PropertyKey[]): readonly [number, number] {
  for (let length = steps.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(steps.slice(0, length), true);
    const range = (node as Node | null | undefined)?.range;
    if (range && length > 0) return [range[0], range[1]];
  }
  return [0, 0];
}

/** Plain data of a node; an alias is nothing, so that a few lines cannot stand for millions. */
function plainOf(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', plainOf(value)]),
    );
  }
  const items = (node as { items?: readonly unknown[] } | null)?.items;
  return Array.isArray(items) ? items.map(plainOf) : null;
}
