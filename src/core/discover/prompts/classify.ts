import type { PromptRole } from '../../catalogue';
import type { Confidence } from '../../model';
import { featuresOf, isGeneric } from './text-features';

/** What speaks for a text beside the text itself. */
export interface PromptEvidence {
  /** The argument of a library it is given to; null where no signature says so. */
  readonly place: PromptRole | null;
  /** The constant, variable, parameter or key it stands under. */
  readonly identifier: string | null;
  /** `file`: the file imports an AI library; `project`: another file does; `none`: nobody. */
  readonly ai: 'file' | 'project' | 'none';
}

/** How surely `text` is a prompt; null where it is none. `own` is the text without the constants put into it. */
export function classify(text: string, own: string, evidence: PromptEvidence): Confidence | null {
  const features = featuresOf(own);
  if (features.words < 3) return null;
  const { place } = evidence;
  if (place === 'system') return bySystemPlace(text, features);
  if (place === 'template')
    return features.words >= 4 && !features.foreign && (features.placeholders > 0 || features.score >= 2)
      ? 'high'
      : null;
  if (place !== null) {
    const asked = byUserPlace(features);
    if (asked) return asked;
  }
  return byName(features, evidence);
}

type Features = ReturnType<typeof featuresOf>;

function bySystemPlace(text: string, features: Features): Confidence | null {
  if (isGeneric(text)) return 'low';
  return features.foreign && features.score < 0 ? null : 'high';
}

/** A user's message has to be more than a sample question: placeholders, a role, or the form of the answer. */
function byUserPlace(features: Features): Confidence | null {
  if (features.foreign) return null;
  const instructs = features.persona || features.format || features.imperative;
  if (features.placeholders > 0 && features.words >= 5 && (instructs || features.parts || features.words >= 12))
    return 'high';
  return (features.persona || features.format) && features.score >= 4 ? 'high' : null;
}

const STRONG = /prompt|instruction|preamble|system_?(?:message|content|context|text)|(?:^|_)rubric/i;
const WEAK =
  /template|persona|guideline|few_?shot|(?:^|_)(?:system|task|directive|role|message|content|query|guidance)(?:$|_)/i;
/** Names of things about prompts, which hold no prompt themselves. */
const ABOUT =
  /(?:prompt|template|instruction)s?_?(?:name|id|path|file|dir|key|type|label|title|placeholder|tokens?|length|count|version|url|class|description|help|style|color|icon)s?$/i;

/** By identifier with features, or by features with an import of an AI library. */
function byName(features: Features, { identifier, ai, place }: PromptEvidence): Confidence | null {
  if (features.foreign) return null;
  const name = identifier === null || ABOUT.test(snake(identifier)) ? '' : snake(identifier);
  const instructs = features.persona || features.imperative || features.format;
  if (STRONG.test(name)) {
    if (features.score >= 3 && instructs && (ai !== 'none' || features.persona)) return 'high';
    if (ai !== 'none' && features.words >= 6 && (features.placeholders > 0 || features.score >= 3)) return 'medium';
    return null;
  }
  if (ai === 'none') return null;
  if (WEAK.test(name)) return instructs && features.score >= 4 ? 'medium' : null;
  if (place !== null) return null;
  return ai === 'file' && features.persona && features.score >= 5 ? 'medium' : null;
}

/** `systemPrompt` → `system_prompt`, so that one pattern reads both manners. */
function snake(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** True where the identifier alone calls for a look at its text. */
export function namesPrompt(identifier: string): boolean {
  const name = snake(identifier);
  return !ABOUT.test(name) && (STRONG.test(name) || WEAK.test(name));
}

export function namesPromptStrongly(identifier: string): boolean {
  const name = snake(identifier);
  return !ABOUT.test(name) && STRONG.test(name);
}
