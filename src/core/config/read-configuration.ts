import { isDocument, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Range, Severity } from '../model';
import { nearest } from '../records/nearest';
import { TextLines } from '../records/text-lines';
import { parseYaml } from '../safe-yaml';
import {
  DEFAULT_CONFIGURATION,
  type Configuration,
  type ConfigurationProblem,
  type OverlaySource,
  type PathSuppression,
} from './configuration';
import { readGatePolicies } from './gate-policy';
import { readFields, readTemplates } from './own-records';
import type { ConfigurationTools } from './own-records';
import { isDay } from './day';
import { scopeNames, severityNames, suppressionKeys, topLevelKeys } from './schema';
import { folderOf, globsOf, insideProject, oneOf, rulesOf, sortOf, writtenOf } from './values';

/**
 * Reads `ai-baseline.yaml`. Never throws: whatever cannot be used is a problem at its key, and everything else counts.
 */
export function readConfiguration(path: string, text: string): Configuration {
  return new ConfigurationReader(path, text).read();
}

const MOST_OVERLAYS = 20;

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
      ...this.#severities(entries.get('severities')),
      suppressions: this.#suppressions(entries.get('suppressions')),
      scopes: this.#scopes(entries.get('scopes')),
      records: this.#records(entries.get('records')) ?? DEFAULT_CONFIGURATION.records,
      templates: readTemplates(entries.get('templates'), this.#tools()),
      gate: readGatePolicies(entries.get('gate'), this.#tools()),
      overlays: this.#overlays(entries.get('overlays')),
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

  readonly #tell = (node: unknown, message: string): void => this.#at(rangeOf(node), message);

  #globs(entry: Entry | undefined): readonly string[] {
    return entry && !isEmpty(entry.value) ? globsOf(keyOf(entry), entry.value, this.#tell) : [];
  }

  #records(entry: Entry | undefined): string | null {
    return entry && !isEmpty(entry.value) ? folderOf(keyOf(entry), entry.value, this.#tell) : null;
  }

  #overlays(entry: Entry | undefined): OverlaySource[] {
    if (!entry || isEmpty(entry.value)) return [];
    const items = isSeq(entry.value) ? entry.value.items : [entry.value];
    return items.slice(0, MOST_OVERLAYS).flatMap((item): OverlaySource[] => {
      const plain = plainOf(item);
      const path = typeof plain === 'string' ? insideProject(plain) : null;
      if (path !== null && /\.ya?ml$/iu.test(path)) {
        return [{ path, range: this.#lines.range(...rangeOf(item)), text: null }];
      }
      this.#tell(item, 'overlays takes paths of YAML files of this project');
      return [];
    });
  }

  #severities(entry: Entry | undefined): Pick<Configuration, 'severities' | 'severityPlaces'> {
    const severities: Record<string, Severity | 'off'> = {};
    const severityPlaces: Record<string, Range> = {};
    for (const [rule, { key, value }] of this.#inner(entry, null)) {
      const severity = isEmpty(value) ? null : oneOf(rule, value, severityNames, this.#tell);
      if (severity === null) continue;
      severities[rule] = severity;
      severityPlaces[rule] = this.#lines.range(...rangeOf(key));
    }
    return { severities, severityPlaces };
  }

  #scopes(entry: Entry | undefined): Configuration['scopes'] {
    const scopes: Partial<Record<(typeof scopeNames)[number], readonly string[]>> = {};
    const entries = this.#inner(entry, scopeNames);
    for (const scope of scopeNames) {
      const inner = entries.get(scope);
      if (inner && !isEmpty(inner.value)) scopes[scope] = this.#globs(inner);
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
    const before = this.#problems.length;
    const list = (key: string, read: typeof rulesOf): string[] => {
      const value = entries.get(key)?.value;
      if (isEmpty(value)) this.#tell(node, `A suppression needs the key ${key}.`);
      else if (isSeq(value) && value.items.length === 0) this.#tell(value, `${key} names nothing`);
      else return read(key, value, this.#tell);
      return [];
    };
    const rules = list('rules', rulesOf);
    const paths = list('paths', globsOf);
    const reason = this.#written(entries.get('reason'), 'one text');
    const until = this.#written(entries.get('until'), 'a day written YYYY-MM-DD');
    if (until !== null && !isDay(until)) {
      const said = `until takes a day written YYYY-MM-DD; ${JSON.stringify(until.slice(0, 60))} is none`;
      this.#tell(entries.get('until')?.value, said);
    }
    // One that is right in parts counts for nothing: it could suppress more than was meant.
    if (this.#problems.length > before) return null;
    return { rules, paths, reason: reason ?? '', until, range: this.#lines.range(...rangeOf(node)) };
  }

  /** What is written under a key, without blanks around it; null where it is absent, empty or no single value. */
  #written(entry: Entry | undefined, wanted: string): string | null {
    if (!entry || isEmpty(entry.value)) return null;
    const written = writtenOf(entry.value);
    if (written === null) this.#tell(entry.value, `${keyOf(entry)} takes ${wanted}; ${sortOf(entry.value)}`);
    return written?.trim() ?? null;
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
