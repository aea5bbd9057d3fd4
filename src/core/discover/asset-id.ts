import type { AssetKind } from '../model';

/** Escapes what has a meaning of its own inside an asset id; the rest stays readable. */
function escapePart(text: string): string {
  return text.normalize('NFC').replace(/[#:~%]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `model:gpt-4o`, `dataset:data/train.csv`, and `prompt:prompts/system.txt` for a prompt that is a file. */
export function namedAssetId(kind: AssetKind, name: string): string {
  return `${kind}:${escapePart(name)}`;
}

/** `prompt:src/chat.py#answer:system~2`: the file, the symbol with its role, and the order among equals (from 1). */
export function idInCode(kind: AssetKind, path: string, symbol: string, order: number): string {
  const [name = '', role] = splitRole(symbol);
  const parts = [`${kind}:${escapePart(path)}#${escapePart(name)}`];
  if (role !== undefined) parts.push(`:${escapePart(role)}`);
  if (order > 1) parts.push(`~${order}`);
  return parts.join('');
}

/** `Triage.answer:system` → name and role; a symbol without role has none. */
function splitRole(symbol: string): [string, string?] {
  const at = symbol.lastIndexOf(':');
  return at > 0 ? [symbol.slice(0, at), symbol.slice(at + 1)] : [symbol];
}
