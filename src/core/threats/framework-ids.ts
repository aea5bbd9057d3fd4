import type { ThreatCatalogue } from '../catalogue';
import type { Placed, Range } from '../model';
import type { ModelReader } from './model-reader';

const ATLAS = /AML\.[A-Z]{1,2}\d{4}(?:\.\d{3})?/gu;
const OWASP = /(?<![A-Z])(?:LLM|ML|ASI)\d{2}(?::\d{4})?(?!\d)/gu;
const EDITION = /(?<!\d)20\d{2}(?!\d)/u;

/** The ATLAS ids in texts such as `AML.T0020 (2026.09)`; what is none, is unknown or has another id now is told. */
export function atlasIds(reader: ModelReader, written: readonly Placed[], { atlas }: ThreatCatalogue): Placed[] {
  const ids = idsIn(reader, written, ATLAS, 'an ATLAS id such as AML.T0051.000');
  for (const { text: id, range } of ids) {
    if (named(atlas.techniques, id) ?? named(atlas.tactics, id) ?? named(atlas.mitigations, id)) continue;
    const old = atlas.replaced.find((each) => each.id === id);
    if (old) {
      const message = `${id} (${old.name}) is no longer in ATLAS ${atlas.release}; it is ${old.by} now`;
      reader.problem({ rule: 'retired-reference', message, range, meant: old.by });
      continue;
    }
    const parent = id.slice(0, 9);
    const name = named(atlas.techniques, parent);
    const near = name === null || parent === id ? '' : `; its technique is ${parent} (${name})`;
    unknown(reader, range, `ATLAS ${atlas.release} has no ${id}${near}`);
  }
  return ids;
}

/** The OWASP ids in texts such as `LLM01:2025` or `LLM01 (2025)`, each with its edition where one is said. */
export function owaspIds(reader: ModelReader, written: readonly Placed[], { owasp }: ThreatCatalogue): Placed[] {
  const known = new Set(owasp.lists.flatMap(({ entries }) => Object.keys(entries)));
  return written.flatMap((text) => {
    const edition = EDITION.exec(text.text)?.[0];
    return idsIn(reader, [text], OWASP, 'an OWASP id such as LLM01:2025').map(({ text: id, range }) => {
      const whole = edition !== undefined && !id.includes(':') && !known.has(id) ? `${id}:${edition}` : id;
      if (!known.has(whole)) unknown(reader, range, unknownOwasp(whole, known));
      return { text: whole, range };
    });
  });
}

function unknownOwasp(id: string, known: ReadonlySet<string>): string {
  const editions = id.includes(':') ? [] : [...known].filter((each) => each.startsWith(`${id}:`));
  if (editions.length === 0) return `There is no ${id} in the OWASP lists that are known here`;
  return `${id} means something else in each edition: write ${editions.join(' or ')}`;
}

function named(names: Readonly<Record<string, string>>, id: string): string | null {
  return Object.hasOwn(names, id) ? (names[id] ?? null) : null;
}

function unknown(reader: ModelReader, range: Range, message: string): void {
  reader.problem({ rule: 'unknown-reference', message, range, meant: null });
}

/** The ids in each text, with their own places where the text stands on one line as it is. */
function idsIn(reader: ModelReader, written: readonly Placed[], pattern: RegExp, what: string): Placed[] {
  return written.flatMap(({ text, range }) => {
    const found = [...text.slice(0, 2000).matchAll(pattern)];
    if (found.length === 0 && /^[^\s]+$/u.test(text) && !/^(none|n\/?a)$/iu.test(text)) {
      unknown(reader, range, `"${text.slice(0, 60)}" is not ${what}`);
    }
    const asWritten = range.line === range.endLine && range.endColumn - range.column === text.length;
    return found.map(({ 0: id, index }) => {
      const column = range.column + index;
      return { text: id, range: asWritten ? { ...range, column, endColumn: column + id.length } : range };
    });
  });
}
