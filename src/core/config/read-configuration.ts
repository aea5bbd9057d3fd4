import { isDocument, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { z } from 'zod';
import type { Severity } from '../model';
import { nearest } from '../records/nearest';
import { TextLines } from '../records/text-lines';
import { parseYaml } from '../safe-yaml';
import {
  DEFAULT_CONFIGURATION,
  type Configuration,
  type ConfigurationProblem,
  type PathSuppression,
} from './configuration';
import { readFields, readTemplates } from './own-records';
import type { ConfigurationTools } from './own-records';
import {
  globsSchema,
  recordsSchema,
  scopeNames,
  severitySchema,
  suppressionKeys,
  suppressionSchema,
  topLevelKeys,
} from './schema';

/**
 * Reads `ai-baseline.yaml`. Never throws: whatever cannot be used is a problem at its key, and everything else counts.
 */
export function readConfiguration(path: string, text: string): Configuration {
  return new ConfigurationReader(path, text).read();
}

type Entry = Pair<unknown, unknown>;

class ConfigurationReader {
  readonly #lines: TextLines;
  readonly #problems: ConfigurationProblem[] = [];

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {
    this.#lines = new TextLines(text);
  }

  read(): Configuration {
    const document = parseYaml(this.text);
    if (!isDocument(document)) {
      this.#at([document.offset, document.offset], document.message);
      return { ...DEFAULT_CONFIGURATION, path: this.path, problems: this.#problems };
    }
    for (const error of document.errors) this.#at(error.pos, error.message.split('\n', 1)[0] ?? '');
    const root = document.contents as Node | null;
    const entries =
      root === null || (isScalar(root) && root.value === null)
        ? new Map<string, Entry>()
        : this.#entries(root, topLevelKeys, 'ai-baseline.yaml');
    return {
      path: this.path,
      include: this.#globs(entries.get('include')),
      exclude: this.#globs(entries.get('exclude')),
      severities: this.#severities(entries.get('severities')),
      suppressions: this.#suppressions(entries.get('suppressions')),
      scopes: this.#scopes(entries.get('scopes')),
      records: this.#value(entries.get('records'), recordsSchema) ?? DEFAULT_CONFIGURATION.records,
      templates: readTemplates(entries.get('templates'), this.#tools()),
      fields: readFields(entries.get('fields'), this.#tools()),
      problems: this.#problems,
    };
  }

  #tools(): ConfigurationTools {
    return {
      inner: (entry) => this.#inner(entry, null),
      plain: plainOf,
      range: (node) => this.#lines.range(...rangeOf(node)),
      trouble: (node, message) => this.#at(rangeOf(node), message),
    };
  }

  #globs(entry: Entry | undefined): readonly string[] {
    return this.#value(entry, globsSchema) ?? [];
  }

  #severities(entry: Entry | undefined): Record<string, Severity | 'off'> {
    const severities: Record<string, Severity | 'off'> = {};
    for (const [rule, inner] of this.#inner(entry, null)) {
      const severity = this.#value(inner, severitySchema);
      if (severity !== null) severities[rule] = severity;
    }
    return severities;
  }

  #scopes(entry: Entry | undefined): Configuration['scopes'] {
    const scopes: Partial<Record<(typeof scopeNames)[number], readonly string[]>> = {};
    const entries = this.#inner(entry, scopeNames);
    for (const scope of scopeNames) {
      const globs = this.#value(entries.get(scope), globsSchema);
      if (globs !== null) scopes[scope] = globs;
    }
    return scopes;
  }

  #suppressions(entry: Entry | undefined): PathSuppression[] {
    if (!entry || isEmpty(entry.value)) return [];
    if (!isSeq(entry.value)) {
      this.#at(rangeOf(entry.key), 'suppressions: expected a list');
      return [];
    }
    return entry.value.items.flatMap((item) => this.#suppression(item as Node) ?? []);
  }

  #suppression(node: Node): PathSuppression | null {
    const entries = this.#entries(node, suppressionKeys, 'a suppression');
    if (!isMap(node)) return null;
    const plain = Object.fromEntries([...entries].map(([key, pair]) => [key, plainOf(pair.value)]));
    const parsed = suppressionSchema.safeParse(plain);
    if (parsed.success) return { ...parsed.data, range: this.#lines.range(...rangeOf(node)) };
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0] ?? '');
      const pair = entries.get(key);
      this.#at(rangeOf(pair?.key ?? node), pair ? `${key}: ${issue.message}` : `A suppression needs the key ${key}.`);
    }
    return null;
  }

  #inner(entry: Entry | undefined, known: readonly string[] | null): Map<string, Entry> {
    if (!entry || isEmpty(entry.value)) return new Map();
    return this.#entries(entry.value as Node, known, keyOf(entry), entry.key);
  }

  /** The entries of a map by key; keys that nobody knows, or that come twice, are problems. */
  #entries(node: Node, known: readonly string[] | null, where: string, place: unknown = node): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    if (!isMap(node)) {
      this.#at(rangeOf(place), `${where}: expected keys with values`);
      return entries;
    }
    for (const pair of node.items as Entry[]) {
      const key = keyOf(pair);
      if (known && !known.includes(key)) {
        const meant = nearest(key, known);
        this.#at(
          rangeOf(pair.key),
          `${where} has no key ${JSON.stringify(key)}${meant === null ? `; it knows ${known.join(', ')}` : `; did you mean ${meant}?`}`,
        );
      } else if (entries.has(key)) this.#at(rangeOf(pair.key), `${key} stands here twice; the first one counts`);
      else entries.set(key, pair);
    }
    return entries;
  }

  /** The value of one key, null where it is absent, empty or wrong (then a problem as well). */
  #value<T extends z.ZodType>(entry: Entry | undefined, schema: T): z.output<T> | null {
    if (!entry || isEmpty(entry.value)) return null;
    const parsed = schema.safeParse(plainOf(entry.value));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    this.#at(rangeOf(entry.key), `${keyOf(entry)}: ${issue?.message ?? 'not understood'}`);
    return null;
  }

  #at(offsets: readonly [number, number], message: string): void {
    this.#problems.push({ message, range: this.#lines.range(...offsets) });
  }
}

function keyOf(pair: Entry): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && (node.value === null || node.value === ''));
}

/**
 * The plain value of scalars and of lists of scalars, which is all that values here consist of. Aliases are not followed,
 * so that a few lines cannot stand for millions.
 */
function plainOf(node: unknown): unknown {
  if (isScalar(node))
    return typeof node.source === 'string' && typeof node.value !== 'object' ? node.source : node.value;
  if (isSeq(node)) return node.items.map((item) => (isScalar(item) ? plainOf(item) : undefined));
  return undefined;
}
