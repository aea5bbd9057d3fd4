import type { PromptRole } from '../../catalogue';
import { plainRange, type Range, type Value } from '../../model';
import { contains } from '../sighting-parts';
import type { Found } from '../resolve/resolving';
import { ownerOf, type SourceFile } from '../resolve/source-file';
import type { ResolvedText } from '../resolve/texts';
import { featuresOf } from './text-features';

/** What a prompt text belongs to: the asset that holds it, and the whole place of that. */
interface Subject {
  readonly file: SourceFile;
  /** `SYSTEM_PROMPT`, `Triage.prompt`, `answer:system`. */
  readonly symbol: string;
  readonly range: Range;
  /** The text of the asset; that of all entries, where several prompts lie in one map or list. */
  readonly text: string;
  readonly placeholders: readonly string[];
}

/** The subject of a text: its constant or variable, the map or list that holds several, else the function it stands in. */
export function subjectOf(resolved: ResolvedText, role: PromptRole | null): Subject {
  const { found } = resolved;
  const own = {
    file: found.file,
    range: plainRange(found.value.range),
    text: resolved.text,
    placeholders: resolved.holes.map((hole) => hole.source),
  };
  const { holder } = found;
  if (!holder) return { ...own, symbol: inlineSymbol(found, role) };
  const { binding } = holder;
  const container = containerOf(binding.value, found.value.range);
  if (!container) return { ...own, symbol: binding.symbol };
  if (holdsMessages(container)) {
    const owner = binding.kind === 'variable' ? ownerOf(binding.symbol) : binding.symbol;
    return { ...own, symbol: `${owner === '' ? binding.symbol : owner}:${role ?? 'user'}` };
  }
  const texts = textsIn(container, 3).filter((text) => featuresOf(text).words >= 4);
  if (texts.length < 2) return { ...own, symbol: binding.symbol };
  return {
    ...own,
    symbol: binding.symbol,
    range: plainRange(container.range),
    text: texts.join('\n\n'),
    placeholders: [],
  };
}

/**
 * The function the text stands in with the role; at module level, and for templates anywhere, the name that the whole
 * expression is given; else the cell.
 */
function inlineSymbol({ file, scope, value: { range } }: Found, role: PromptRole | null): string {
  const bound = scope === '' || role === 'template' ? file.bindingAround(range, scope)?.symbol : undefined;
  if (role === 'template' && bound !== undefined) return bound;
  const place = range.cell === undefined ? '<module>' : `cell-${range.cell}`;
  return `${bound ?? (scope !== '' ? scope : place)}:${role ?? 'prompt'}`;
}

type Container = Value & { kind: 'map' | 'list' };

/** The map or list of a binding that the text is an entry of; null where the text is the value itself. */
function containerOf(value: Value, range: Range): Container | null {
  if ((value.kind === 'map' || value.kind === 'list') && contains(value.range, range)) return value;
  if (value.kind !== 'either') return null;
  for (const option of value.options) {
    const inside = containerOf(option, range);
    if (inside) return inside;
  }
  return null;
}

/** A conversation: maps with a role, or pairs that begin with one. */
function holdsMessages(container: Container): boolean {
  if (container.kind === 'map') return container.entries.some((entry) => entry.key === 'role');
  return container.items.some(
    (item) =>
      (item.kind === 'map' && item.entries.some((entry) => entry.key === 'role')) ||
      (item.kind === 'list' &&
        item.items.length === 2 &&
        item.items[0]?.kind === 'text' &&
        item.items[0].text.length < 12),
  );
}

/** The texts directly in a container or in containers in it. */
function textsIn(value: Value, depth: number): string[] {
  if (value.kind === 'text') return [value.text];
  if (depth === 0) return [];
  if (value.kind === 'list') return value.items.slice(0, 200).flatMap((item) => textsIn(item, depth - 1));
  if (value.kind === 'map') return value.entries.slice(0, 200).flatMap((entry) => textsIn(entry.value, depth - 1));
  return [];
}

/** True where the text is kept under a name whose binding does not hold `range`: a use away from the definition. */
export function isElsewhere(found: Found, file: SourceFile, range: Range): boolean {
  return found.holder !== null && (found.file !== file || !contains(found.holder.binding.range, range));
}
