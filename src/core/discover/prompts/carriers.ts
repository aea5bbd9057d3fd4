import type { Binding, Call, Sighting, Value } from '../../model';
import type { Found, Holder } from '../resolve/resolving';
import { handsOn } from '../resolve/call-results';
import { scopeOf, type Placed, type SourceFile } from '../resolve/source-file';
import type { CallSite } from '../signatures/places';
import { contains } from '../sighting-parts';
import { withDetails } from '../signatures/described';
import { flagOf, pairPut, valueSet } from '../signatures/key-pairs';
import { argumentsNamed } from '../signatures/parameters';
import type { CallReader } from '../signatures/requests';
import { namesPrompt, namesPromptStrongly } from './classify';
import { isNotice, isQuestion } from './dialogs';
import { looksLikeMessage, messagesIn, roleConstant } from './messages';
import { byNameOnly, type PromptFinder } from './prompt-sightings';

const DEEPEST = 4;
const MOST_ENTRIES = 200;
/** Keys of words about a thing: descriptions of tools and fields, titles. */
const DESCRIBES = /^(?:description|title|label|help|summary|type|name|doc|placeholder)$/i;

/** Keys that the services themselves read in a request. */
const BODY = /^(?:model|modelId|model_id|deployment)$/;
const MESSAGES = /^(?:messages|contents|input|history|conversation|prompt|template)$/;
const SYSTEM = /^(?:system|instructions|system_?instruction)$/i;

/** Values that may hold a text or a conversation themselves, as opposed to leading to one. */
const HOLDS: ReadonlySet<Value['kind']> = new Set(['text', 'map', 'list', 'either', 'call', 'function']);
/** Values that say a text, or lead to one that their function put together. */
const SAYS: ReadonlySet<Value['kind']> = new Set(['text', 'call', 'function', 'name']);
const NONE: readonly Sighting[] = [];

/** Prompts that show without any library: by the name that holds them, by messages with roles, by what they say. */
export function carriedPrompts(finder: PromptFinder, reader: CallReader, file: SourceFile): Sighting[] {
  const ai = finder.analysis.aiEvidence(file);
  const named = file.facts.bindings.flatMap((binding) => inBinding(finder, file, binding));
  return ai === 'none'
    ? named
    : [
        ...named,
        ...file.facts.calls.flatMap((call) => {
          const site = { call, file };
          return withDetails(reader, { site, inner: null }, inArguments(finder, reader, site));
        }),
      ];
}

function inBinding(finder: PromptFinder, file: SourceFile, binding: Binding): readonly Sighting[] {
  const returnsName = binding.kind === 'return' && binding.value.kind === 'name';
  if (!HOLDS.has(binding.value.kind) && !(returnsName && namesPromptStrongly(binding.name))) return NONE;
  const placed: Placed = { value: binding.value, file, scope: scopeOf(binding) };
  if (binding.kind === 'return' && !namesPromptStrongly(nameOf(binding)) && !isTemplate(binding.value))
    return conversations(finder, placed);
  return [...texts(finder, placed, binding, nameOf(binding), DEEPEST), ...conversations(finder, placed)];
}

/** Types and objects that hold nothing but prompts: `Prompts.Summary`, `ReviewPrompts.forLanguage()`. */
const HOLDER =
  /^(?:[A-Z]\w*)?(?:Prompts?|PromptTemplates?|SystemInstructions|PromptLibrary|PromptFactory|PromptBuilder)$/;

/** The name of a binding, with that of the type around it where only that speaks of prompts. */
function nameOf({ name, symbol }: Binding): string {
  if (namesPrompt(name)) return name;
  const owner = symbol.split('.').at(-2) ?? '';
  return HOLDER.test(owner) ? `${owner}_${name}` : name;
}

/** A text with holes: what a function makes of its parameters, if only in some cases. */
function isTemplate(value: Value): boolean {
  if (value.kind === 'either') return value.options.some((option) => option.kind === 'text' && isTemplate(option));
  return value.kind === 'text' && value.holes.length > 0;
}

/** The texts that the binding itself holds, under its name or under the key that leads to them. */
function texts(finder: PromptFinder, placed: Placed, binding: Binding, name: string, depth: number): Sighting[] {
  const { value } = placed;
  if (depth === 0) return [];
  if (value.kind === 'map') {
    if (value.entries.some((entry) => entry.key === 'role')) return [];
    return value.entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
      if (entry.key !== null && DESCRIBES.test(entry.key)) return [];
      const key = entry.key !== null && (namesPrompt(entry.key) || !namesPrompt(name)) ? entry.key : name;
      return texts(finder, { ...placed, value: entry.value }, binding, key, depth - 1);
    });
  }
  if (value.kind === 'list' || value.kind === 'either') {
    const items = value.kind === 'list' ? value.items : value.options;
    return items
      .slice(0, MOST_ENTRIES)
      .flatMap((item) => texts(finder, { ...placed, value: item }, binding, name, depth - 1));
  }
  if (!SAYS.has(value.kind)) return [];
  const gathered = value.kind === 'call' ? collectionMade(finder, { ...placed, value }) : null;
  if (gathered) return texts(finder, gathered, binding, name, depth - 1);
  return held(finder, placed, binding).flatMap((found) =>
    finder.judge(found, placed, byNameOnly(name, 'prompt.named')),
  );
}

/** `Map.of("a", "…", "b", "…")`, `List.of("…", "…")`: what such a call makes, where it is written right there, in a file that works with models. */
function collectionMade(finder: PromptFinder, placed: Placed<Value & { kind: 'call' }>): Placed | null {
  const call = placed.file.callOf(placed.value);
  if (!call || !finder.analysis.isAi(placed.file) || !handsOn(placed.file, call)) return null;
  const [only, ...others] = finder.resolving.expand(placed);
  const isHere = only?.file === placed.file && others.length === 0 && contains(placed.value.range, only.value.range);
  return isHere && (only.value.kind === 'map' || only.value.kind === 'list') ? only : null;
}

/** What is written in this very binding: not what a name in it leads to. */
function held(finder: PromptFinder, placed: Placed, binding: Binding): Found[] {
  const { file, value } = placed;
  // Nothing leads away from a text that is written right there.
  if (value.kind === 'text') return [{ ...placed, holder: { file, binding } }];
  const call = value.kind === 'call' ? file.callOf(value) : undefined;
  if (call && !handsOn(file, call)) return [];
  const values: readonly Value[] = value.kind === 'function' ? value.returns : [value];
  return values
    .flatMap((inner) => finder.resolving.expand({ ...placed, value: inner }, { file, binding }))
    .filter(({ holder }) => holder?.binding === binding || (holder !== null && isLocalOf(binding, holder)));
}

/** What a function puts together under a name of its own, and returns. */
function isLocalOf(returned: Binding, holder: Holder): boolean {
  const { binding } = holder;
  return returned.kind === 'return' && binding.kind === 'variable' && scopeOf(binding) === scopeOf(returned);
}

function conversations(finder: PromptFinder, placed: Placed): Sighting[] {
  const { value, file } = placed;
  if (value.kind !== 'list' && value.kind !== 'map' && value.kind !== 'call') return [];
  if (finder.analysis.aiEvidence(file) === 'none') return [];
  if (!hasRoles(placed)) return inBody(finder, placed, DEEPEST);
  return messagesIn(finder.resolving, placed, 'user').flatMap(({ role, content }) =>
    finder.at(content, { ...byNameOnly(null, 'prompt.messages'), place: role, role }),
  );
}

/** `{ model, system, messages: […] }`: the body of a request that is put together by hand; several in a list. */
function inBody(finder: PromptFinder, placed: Placed, depth: number): Sighting[] {
  const { value } = placed;
  if (depth === 0) return [];
  if (value.kind === 'list')
    return value.items
      .slice(0, MOST_ENTRIES)
      .flatMap((item) => (item.kind === 'map' ? inBody(finder, { ...placed, value: item }, depth - 1) : []));
  if (value.kind !== 'map') return [];
  const isBody = value.entries.some(({ key }) => key !== null && BODY.test(key));
  return value.entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
    const inner = { ...placed, value: entry.value };
    if (entry.value.kind === 'map') return inBody(finder, inner, depth - 1);
    if (entry.key === null) return [];
    if (MESSAGES.test(entry.key) && entry.value.kind === 'list') return conversations(finder, inner);
    return isBody && SYSTEM.test(entry.key)
      ? finder.at(inner, { ...byNameOnly(entry.key, 'prompt.messages'), place: 'system', role: 'system' })
      : [];
  });
}

/** Messages handed to any call, and arguments whose keyword or parameter is named like a prompt. */
function inArguments(finder: PromptFinder, reader: CallReader, site: CallSite): Sighting[] {
  const { call, file } = site;
  const messages = call.args.flatMap(({ value }) => conversations(finder, { value, file, scope: call.scope }));
  if (!call.args.some(({ value }) => mayHoldText(value)) || isForPeople(site, reader)) return messages;
  const named = argumentsNamed(site, reader.references(call), namesPrompt).flatMap(([placed, name]) =>
    saidIn(placed).flatMap((said) => finder.at(said, { ...byNameOnly(name, 'prompt.argument'), role: roleOf(name) })),
  );
  const options = call.args.flatMap(({ value }) =>
    value.kind === 'map' || value.kind === 'function' ? inOptions(finder, { value, file, scope: call.scope }, 3) : [],
  );
  const pair = pairPut(call) ?? flagOf(call) ?? valueSet(call);
  const put =
    pair && namesPromptStrongly(pair.key)
      ? finder.at({ value: pair.value, file, scope: call.scope }, byNameOnly(pair.key, 'prompt.option'))
      : [];
  return [...messages, ...spoken(finder, site), ...named, ...options, ...put];
}

/** What a function that is handed over gives back: `makePrompt = { letter -> "Sort $letter" }`; anything else as it is. */
function saidIn(placed: Placed): readonly Placed[] {
  const { value } = placed;
  return value.kind === 'function' ? value.returns.map((returned) => ({ ...placed, value: returned })) : [placed];
}

function isForPeople({ call, file }: CallSite, reader: CallReader): boolean {
  return isNotice(call) || isQuestion(reader.references(call), file);
}

/** `createAgent({ systemPrompt: '…' })`: entries of an options object. */
function inOptions(finder: PromptFinder, placed: Placed, depth: number): Sighting[] {
  const { value } = placed;
  if (depth > 0 && value.kind === 'function')
    return value.returns.flatMap((returned) => inOptions(finder, { ...placed, value: returned }, depth - 1));
  if (value.kind !== 'map' || depth === 0) return [];
  return value.entries.slice(0, MOST_ENTRIES).flatMap((entry) => {
    const inner = { ...placed, value: entry.value };
    if (entry.value.kind === 'map') return inOptions(finder, inner, depth - 1);
    if (entry.key === null || !namesPrompt(entry.key)) return [];
    return finder.at(inner, { ...byNameOnly(entry.key, 'prompt.option'), role: roleOf(entry.key) });
  });
}

/** `messages.add_message(TextMessageRole::System, "…")`: a role by its constant, and what is said. */
function spoken(finder: PromptFinder, { call, file }: CallSite): Sighting[] {
  const alone = saidBy(call);
  if (alone) return finder.at({ value: alone.value, file, scope: call.scope }, alone.suspicion);
  const [role, said] = call.args;
  // `messages.Add(new(ChatRole.User, "…"))`: what is made of the two is known to the list alone.
  const isTyped = call.form === 'new' && call.callee.kind !== 'unknown';
  if (isTyped || call.args.length !== 2 || !role || !said || role.name !== null) return [];
  const speaker = role.value.kind === 'member' ? roleConstant(role.value) : null;
  if (speaker === null) return [];
  const suspicion = { ...byNameOnly(null, 'prompt.messages'), place: speaker, role: speaker };
  return finder.at({ value: said.value, file, scope: call.scope }, suspicion);
}

/** `schema.SystemMessage("…")`, `ChatMessage::system("…")`: a function that is called after who speaks. */
const SPEAKER = /^(?:new_?)?(?:chat_?)?(system|developer|user|human)_?message$/i;

function saidBy({ args, callee }: Call) {
  const [only] = args;
  if (args.length !== 1 || !only || only.name !== null || (callee.kind !== 'member' && callee.kind !== 'name'))
    return null;
  const owner = callee.kind === 'member' && callee.object.kind === 'name' ? callee.object.name : '';
  const written = /message$/i.test(owner) ? `${callee.name}Message` : callee.name;
  const speaker = SPEAKER.exec(written)?.[1]?.toLowerCase();
  if (speaker === undefined) return null;
  const role = speaker === 'user' || speaker === 'human' ? ('user' as const) : ('system' as const);
  return { value: only.value, suspicion: { ...byNameOnly(null, 'prompt.messages'), place: role, role } };
}

function roleOf(name: string): 'system' | null {
  return /system|instruction|preamble/i.test(name) ? 'system' : null;
}

function mayHoldText(value: Value): boolean {
  const { kind } = value;
  if (kind === 'function') return value.returns.some((returned) => returned.kind === 'map');
  return kind !== 'literal' && kind !== 'unknown';
}

function hasRoles(placed: Placed): boolean {
  const { value } = placed;
  if (value.kind !== 'list') return looksLikeMessage(placed);
  return value.items.some((item) => item.kind === 'list' || hasRoles({ ...placed, value: item }));
}
