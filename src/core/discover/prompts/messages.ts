import type { PromptRole } from '../../catalogue';
import type { Value } from '../../model';
import type { Found, Resolving } from '../resolve/resolving';
import type { Placed } from '../resolve/source-file';
import { textsOf } from '../resolve/texts';

/** One message of a conversation: who speaks, and where its text stands. */
export interface Message {
  readonly role: PromptRole;
  readonly content: Placed;
}

const ROLES: Readonly<Record<string, PromptRole>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
};

const CONTENTS = ['content', 'parts', 'text', 'message', 'template', 'prompt'];
const MOST = 64;

function roleNamed(name: string): PromptRole | null {
  return Object.hasOwn(ROLES, name.toLowerCase()) ? (ROLES[name.toLowerCase()] ?? null) : null;
}

/** The messages that `placed` holds: maps with role and content, pairs ("system", "…"), plain texts of `role`. */
export function messagesIn(resolving: Resolving, placed: Placed, role: PromptRole): Message[] {
  return listed(resolving, placed).flatMap((item) => messageIn(resolving, item, role));
}

/** The items of a list written right here or behind names; a map or text alone counts as one. */
function listed(resolving: Resolving, placed: Placed): Placed[] {
  if (placed.value.kind === 'list') return placed.value.items.slice(0, MOST).map((value) => ({ ...placed, value }));
  if (placed.value.kind === 'map' || placed.value.kind === 'text' || looksLikeMessage(placed)) return [placed];
  return resolving.expand(placed).flatMap((found): Placed[] => {
    if (found.value.kind === 'list') return found.value.items.slice(0, MOST).map((value) => ({ ...found, value }));
    const alone = found.value.kind === 'map' || found.value.kind === 'text' || looksLikeMessage(found);
    return alone ? [keepPlace(placed, found)] : [];
  });
}

/** A text behind a name stays at the name, so that its holder is found again when it is read. */
function keepPlace(placed: Placed, found: Found): Placed {
  return found.value.kind === 'text' ? placed : found;
}

function messageIn(resolving: Resolving, item: Placed, role: PromptRole): Message[] {
  const { value } = item;
  if (value.kind === 'map') return fromMap(resolving, item as Placed<Value & { kind: 'map' }>);
  if (value.kind === 'list') return fromPair(resolving, item as Placed<Value & { kind: 'list' }>);
  if (value.kind === 'text') return [{ role, content: item }];
  if (value.kind === 'call' && item.file.callOf(value)?.form === 'new')
    return fromConstruction(resolving, item as Placed<Value & { kind: 'call' }>);
  if (value.kind === 'unknown' || value.kind === 'literal') return [];
  return resolving
    .expand(item)
    .flatMap((found) =>
      found.value.kind === 'map' || found.value.kind === 'list'
        ? messageIn(resolving, found, role)
        : found.value.kind === 'text'
          ? [{ role, content: item }]
          : [],
    );
}

/** `new Message { Role = "system", Content = "…" }`, `Message{Role: "user", …}`, `new Message("system", "…")`. */
function fromConstruction(resolving: Resolving, item: Placed<Value & { kind: 'call' }>): Message[] {
  const call = item.file.callOf(item.value);
  if (call?.form !== 'new') return [];
  const named = (name: string) => call.args.find((argument) => argument.name?.toLowerCase() === name)?.value;
  const [first, second] = call.args;
  const plain = call.args.length === 2 && first?.name === null && second?.name === null;
  const role = named('role') ?? (plain ? first.value : undefined);
  const content = CONTENTS.map(named).find((value) => value !== undefined) ?? (plain ? second.value : undefined);
  if (!role || !content) return [];
  const [only] = rolesIn(resolving, { ...item, value: role });
  return only === undefined ? [] : partsOf({ ...item, value: content }).map((part) => ({ role: only, content: part }));
}

/** The roles that `placed` says: as a text, or as a constant whose name ends so (`ChatRole.System`, `RoleUser`). */
function rolesIn(resolving: Resolving, placed: Placed): PromptRole[] {
  const texts = textsOf(resolving, placed).flatMap(({ text }) => roleNamed(text) ?? []);
  if (texts.length > 0 || (placed.value.kind !== 'member' && placed.value.kind !== 'name')) return texts;
  const last = /[A-Z]?[a-z]+$|[A-Z]+$/.exec(placed.value.name)?.[0] ?? '';
  const role = roleNamed(last);
  return role === null ? [] : [role];
}

/** `TextMessageRole::System`, `openai.ChatMessageRoleUser`: a constant that says a role in full. */
export function roleConstant({ object, name }: Value & { kind: 'member' }): PromptRole | null {
  const owner = object.kind === 'name' || object.kind === 'member' ? object.name : '';
  if (!/role|message_?type/i.test(owner + name)) return null;
  return roleNamed(/[A-Z]?[a-z]+$|[A-Z]+$/.exec(name)?.[0] ?? '');
}

/** True for an object that is made like a message: with a role, or of a role and a text. */
export function looksLikeMessage({ value, file }: Placed): boolean {
  if (value.kind === 'map') return value.entries.some(({ key }) => key === 'role');
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  if (call?.form !== 'new') return false;
  const [first] = call.args;
  const pair = call.args.length === 2 && first?.name === null && first.value.kind === 'text';
  return (
    call.args.some(({ name }) => name?.toLowerCase() === 'role') || (pair && roleNamed(textOf(first.value)) !== null)
  );
}

function textOf(value: Value): string {
  return value.kind === 'text' ? value.text : '';
}

function fromMap(resolving: Resolving, item: Placed<Value & { kind: 'map' }>): Message[] {
  const entry = (name: string) => item.value.entries.find((candidate) => candidate.key === name)?.value;
  const role = entry('role') ?? entry('type');
  const content = CONTENTS.map(entry).find((value) => value !== undefined);
  if (!role || !content) return [];
  const roles = textsOf(resolving, { ...item, value: role }).flatMap(({ text }) => roleNamed(text) ?? []);
  const [only] = roles;
  return only === undefined ? [] : partsOf({ ...item, value: content }).map((part) => ({ role: only, content: part }));
}

/** The text parts of a content that is a part or a list of parts, `[{type: 'text', text: …}]`. */
function partsOf(content: Placed): Placed[] {
  const { value } = content;
  if (value.kind !== 'list' && value.kind !== 'map') return [content];
  return (value.kind === 'list' ? value.items : [value]).slice(0, MOST).flatMap((item): Placed[] => {
    if (item.kind !== 'map') return item.kind === 'text' || item.kind === 'name' ? [{ ...content, value: item }] : [];
    const text = item.entries.find((entry) => entry.key === 'text')?.value;
    return text ? [{ ...content, value: text }] : [];
  });
}

function fromPair(resolving: Resolving, item: Placed<Value & { kind: 'list' }>): Message[] {
  const [first, second] = item.value.items;
  if (!first || !second || item.value.items.length !== 2) return [];
  const [role] = textsOf(resolving, { ...item, value: first }).flatMap(({ text }) => roleNamed(text) ?? []);
  return role === undefined ? [] : [{ role, content: { ...item, value: second } }];
}
