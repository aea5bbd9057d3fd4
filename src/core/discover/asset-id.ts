import type { AssetKind } from '../model';

/** Escapes what has a meaning of its own inside an asset id; the rest stays readable. */
export function escapeId(text: string): string {
  return text.normalize('NFC').replace(/[#:~%]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `model:gpt-4o`, `dataset:data/train.csv`, and `prompt:prompts/system.txt` for a prompt that is a file. */
export function namedAssetId(kind: AssetKind, name: string): string {
  return `${kind}:${escapeId(name)}`;
}

/** `prompt:src/chat.py#answer:system~2`: the file, the symbol with its role, and the order among equals (from 1). */
export function idInCode(kind: AssetKind, path: string, symbol: string, order: number): string {
  const [name = '', role] = splitRole(symbol);
  const parts = [`${kind}:${escapeId(path)}#${escapeId(name)}`];
  if (role !== undefined) parts.push(`:${escapeId(role)}`);
  if (order > 1) parts.push(`~${order}`);
  return parts.join('');
}

/** `Triage.answer:system` → name and role; a symbol without role has none. */
function splitRole(symbol: string): [string, string?] {
  const at = symbol.lastIndexOf(':');
  return at > 0 ? [symbol.slice(0, at), symbol.slice(at + 1)] : [symbol];
}

/** The path or name in an asset's id, as it is outside of ids: `src/chat.py` of `prompt:src/chat.py#answer`. */
export function pathOfId(id: string): string {
  const name = id.slice(id.indexOf(':') + 1).split('#', 1)[0] ?? '';
  return name.replace(/%(23|3A|7E|25)/gu, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
}
