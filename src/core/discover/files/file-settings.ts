import { isMap, isScalar, isSeq, type Document } from 'yaml';
import { compareText, type Settings, type Sighting } from '../../model';
import { parseYaml } from '../../safe-yaml';
import type { CallTerms } from '../signatures/call-terms';
import type { ScannedFile } from './scanned-file';

const DEEPEST = 4;
const MOST = 40;
const LONGEST = 200;

/**
 * What the header of a prompt file sets besides its text (`parameters`, `modelParameters`, `tools`), on the prompt and on
 * the model that it names: these two go together.
 */
export function withFileSettings(file: ScannedFile, found: readonly Sighting[], terms: CallTerms): readonly Sighting[] {
  if (!found.some(isPromptFile)) return found;
  const document = file.header?.document ?? ownYaml(file);
  if (!document) return found;
  const settings = settingsIn(document, terms);
  const context = { at: file.path };
  return found.map((sighting) =>
    isPromptFile(sighting) || (sighting.kind === 'model' && sighting.via === 'config')
      ? { ...sighting, context, ...(settings ? { settings } : {}) }
      : sighting,
  );
}

function isPromptFile({ kind, via }: Sighting): boolean {
  return kind === 'prompt' && via === 'file';
}

function ownYaml(file: ScannedFile): Document.Parsed | null {
  if (file.text === null || !/\.prompt\.ya?ml$/u.test(file.name)) return null;
  const document = parseYaml(file.text);
  return 'contents' in document ? document : null;
}

function settingsIn(document: Document.Parsed, terms: CallTerms): Settings | null {
  const found = new Map<string, string>();
  read(document.contents, DEEPEST);
  if (found.size === 0) return null;
  return Object.fromEntries([...found].sort(([a], [b]) => compareText(a, b)));

  function read(node: unknown, depth: number): void {
    if (!isMap(node) || depth === 0) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const term = terms.settingOf(name);
      const text = term ? textOf(value, DEEPEST) : null;
      if (term && text !== null && !found.has(term.name)) found.set(term.name, text);
      else if (!term && terms.isContainer(name)) read(value, depth - 1);
    }
  }
}

/** A scalar, or a list or map of them, as text; null where there is nothing. */
function textOf(node: unknown, depth: number): string | null {
  if (isScalar(node)) {
    const text = String(node.value).replace(/\s+/gu, ' ').trim();
    return node.value === null || text === '' ? null : text.slice(0, LONGEST);
  }
  if (depth === 0) return null;
  if (isSeq(node))
    return `[${node.items
      .slice(0, MOST)
      .map((item) => textOf(item, depth - 1) ?? '?')
      .join(', ')}]`;
  if (!isMap(node)) return null;
  const entries = node.items.slice(0, MOST).map(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '?';
    return `${name}: ${textOf(value, depth - 1) ?? '?'}`;
  });
  return `{${entries.sort().join(', ')}}`;
}
