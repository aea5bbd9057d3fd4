import type { Families } from './families';

/** `GPT4oMini` → GPT, 4, o, Mini: words begin at capitals, digits and underscores. */
const PIECE = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
/** What libraries put in front: `ModelClaude3_5Haiku`, `ChatModelGPT4o`. */
const IN_FRONT = /^(?:chat|model|models|name|llm|openai|anthropic|google|bedrock|latest)$/;
const MOST = 10;

/**
 * The id that a library's constant most likely stands for, told from its name: `GPT_4_O_MINI`, `gemini20Flash`,
 * `ModelClaude3_5HaikuLatest`. Null where the name is not that of a hosted model.
 */
export function idOfConstant(constant: string, families: Families): string | null {
  const words = (constant.match(PIECE) ?? []).map((word) => word.toLowerCase());
  while (words[0] !== undefined && IN_FRONT.test(words[0])) words.shift();
  const [first = ''] = words;
  if (words.length < 2 || words.length > MOST || !/^[a-z]/.test(first)) return null;
  const id = joined(words);
  return /\d/.test(id) && families.lookOf(id)?.hosted === true ? id : null;
}

/** Versions of these have a point; all others are written with hyphens throughout. */
const POINTED = /^(?:gpt|gemini|llama|qwen|mistral|grok|glm|phi)$/;

function joined(words: readonly string[]): string {
  const [first = '', ...others] = words;
  const family = first === 'o' ? `o${others[0] ?? ''}` : first;
  const rest = first === 'o' ? others.slice(1) : others;
  const parts = [family];
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    const next = rest[at + 1] ?? '';
    const isVersion = parts.length === 1 && POINTED.test(family) && /^\d{1,2}$/.test(word);
    const behind = next === 'dot' ? (rest[at + 2] ?? '') : next;
    if (isVersion && word.length === 2) parts.push(`${word[0]}.${word[1]}`);
    else if (isVersion && /^\d$/.test(behind)) {
      parts.push(`${word}.${behind}`);
      at += next === 'dot' ? 2 : 1;
    } else if (word === 'o' && /^\d/.test(parts.at(-1) ?? '')) parts.push(`${parts.pop()}o`);
    else if (word === 'k' || word === 'b') parts.push(`${parts.pop()}${word}`);
    else parts.push(word);
  }
  return parts.join('-');
}
