import type { SettingKind } from '../../catalogue';
import type { Value } from '../../model';
import { textDigest } from '../digest';
import { calleeName, type Found, type Resolving } from '../resolve/resolving';
import type { Placed } from '../resolve/source-file';
import { asText } from '../resolve/texts';

const MOST = 40;
const MOST_CHOICES = 4;
const DEEPEST = 4;
const LONGEST = 200;

/** A setting's value as text; null where the code does not say it. Several possible ones are joined by ` | `. */
export function settingText(resolving: Resolving, placed: Placed, as: SettingKind): string | null {
  return as === 'names' ? (namesText(resolving, placed) ?? valueText(resolving, placed)) : valueText(resolving, placed);
}

function valueText(resolving: Resolving, placed: Placed): string | null {
  const found = resolving.expand(placed);
  const texts = found.map((each) => literal(resolving, each, DEEPEST));
  const known = [...new Set(texts.flatMap((text) => text ?? []))].sort();
  // One that is not known may be anything: then nothing is known.
  return known.length === 0 || known.length > MOST_CHOICES || texts.includes(null) ? null : known.join(' | ');
}

/** Literals, and lists and maps of nothing else. */
function literal(resolving: Resolving, found: Found, depth: number): string | null {
  const { value } = found;
  if (value.kind === 'literal') return String(value.value);
  if (value.kind === 'text') return short(asText(resolving, found)[0]?.text ?? value.text);
  if (depth === 0 || (value.kind !== 'list' && value.kind !== 'map')) return null;
  const parts =
    value.kind === 'list'
      ? value.items.slice(0, MOST).map((item) => only(resolving, { ...found, value: item }, depth))
      : value.entries.slice(0, MOST).map((entry) => {
          const inner = only(resolving, { ...found, value: entry.value }, depth);
          return entry.key === null || inner === null ? null : `${entry.key}: ${inner}`;
        });
  if (parts.includes(null)) return null;
  return value.kind === 'list' ? `[${parts.join(', ')}]` : `{${parts.sort().join(', ')}}`;
}

function only(resolving: Resolving, placed: Placed, depth: number): string | null {
  const [found, ...others] = resolving.expand(placed);
  return found && others.length === 0 ? literal(resolving, found, depth - 1) : null;
}

/** One line; what is long goes by its digest, so that a change still shows. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, 40)}… ${textDigest(text)}` : line;
}

/** What things are called: `[search, get_weather]`, `HarmBlockThreshold.BLOCK_NONE`, a class, a schema. */
function namesText(resolving: Resolving, placed: Placed): string | null {
  const { value } = placed;
  const own = nameOf(placed);
  if (own !== null) return listed(resolving, placed) ?? own;
  if (value.kind === 'literal' || value.kind === 'text') return valueText(resolving, placed);
  return listed(resolving, placed);
}

/** The items of a list and the keys of a map, by name. */
function listed(resolving: Resolving, placed: Placed): string | null {
  const [found, ...others] = resolving.expand(placed);
  if (!found || others.length > 0) return null;
  const { value } = found;
  if (value.kind === 'list') {
    const names = value.items.slice(0, MOST).map((item) => itemName(resolving, { ...found, value: item }) ?? '?');
    return `[${names.join(', ')}]`;
  }
  return value.kind === 'map' ? mapName(resolving, found, value) : null;
}

const NAMES = ['name', 'type', 'category', 'id'];

function itemName(resolving: Resolving, placed: Placed): string | null {
  const { value } = placed;
  if (value.kind === 'map') return mapName(resolving, placed, value);
  if (value.kind === 'text' || value.kind === 'literal') return valueText(resolving, placed);
  const own = nameOf(placed);
  const [found] = own === null ? [] : resolving.expand(placed);
  return found?.value.kind === 'map' ? mapName(resolving, found, found.value) : own;
}

/** A tool or schema by its own name, `{type: json_object}` in full, else the keys: a map of tools by name. */
function mapName(resolving: Resolving, placed: Placed, value: Value & { kind: 'map' }): string {
  const inner = value.entries.find(({ key }) => key === 'function' || key === 'json_schema')?.value;
  const holder = inner?.kind === 'map' ? inner : value;
  const found = NAMES.flatMap((key) => holder.entries.filter((entry) => entry.key === key)).at(0);
  const plain = valueText(resolving, { ...placed, value });
  if (plain !== null && plain.length <= LONGEST && !plain.includes('parameters')) return plain;
  const name = found ? valueText(resolving, { ...placed, value: found.value }) : null;
  return (
    name ??
    `[${value.entries
      .flatMap(({ key }) => key ?? [])
      .sort()
      .slice(0, MOST)
      .join(', ')}]`
  );
}

function nameOf({ value, file }: Placed): string | null {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return value.object.kind === 'name' ? `${value.object.name}.${value.name}` : value.name;
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  if (!call) return null;
  const named = call.args.find(({ name }) => name === 'name')?.value;
  return named?.kind === 'text' ? named.text : calleeName(call) || null;
}
