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
  const isO = first === 'o';
  const family = isO ? `o${others[0] ?? ''}` : first;
  const rest = isO ? others.slice(1) : others;
  const version = POINTED.test(family) ? versionIn(rest) : null;
  return [family, ...(version ? [version.text] : []), ...rest.slice(version?.length ?? 0)].reduce(withNext);
}

/** `4`, `4 1`, `35`, `3 dot 5` behind the family, with how many words that takes. */
function versionIn([major = '', minor = '', behind = '']: readonly string[]): {
  readonly text: string;
  readonly length: number;
} | null {
  if (/^\d\d$/.test(major)) return { text: `${major[0]}.${major[1]}`, length: 1 };
  if (!/^\d$/.test(major)) return null;
  if (/^\d$/.test(minor)) return { text: `${major}.${minor}`, length: 2 };
  return minor === 'dot' && /^\d$/.test(behind) ? { text: `${major}.${behind}`, length: 3 } : null;
}

/** Letters that belong to the number in front of them: `4 o` → `4o`, `16 k` → `16k`. */
function withNext(id: string, word: string): string {
  return /^[okb]$/.test(word) && /\d$/.test(id) ? `${id}${word}` : `${id}-${word}`;
}
