import type { PromptRole } from '../../catalogue';
import type { Confidence } from '../../model';
import { rememberingTexts } from '../remembered';
import { snakeCase } from '../snake-case';
import { asksWithin, featuresOf, hasTurns, isGeneric, isTask, mayBeTask } from './text-features';

/** What speaks for a text beside the text itself. */
export interface PromptEvidence {
  /** The argument of a library it is given to; null where no signature says so. */
  readonly place: PromptRole | null;
  /** The constant, variable, parameter or key it stands under. */
  readonly identifier: string | null;
  /** `file`: the file imports an AI library; `project`: another file does; `none`: nobody. */
  readonly ai: 'file' | 'project' | 'none';
  /** True where the path of the file says that it holds prompts. */
  readonly inPrompts?: boolean;
  /** True where the file imports a library that asks people at a terminal: its messages are meant for them. */
  readonly asks: boolean;
}

/** How surely `text` is a prompt; null where it is none. `own` is the text without the constants put into it. */
export function classify(text: string, own: string, evidence: PromptEvidence): Confidence | null {
  const features = featuresOf(own);
  if (features.words < 3) return null;
  const { place } = evidence;
  if (isGeneric(text)) return place === 'system' || namesPromptStrongly(evidence.identifier ?? '') ? 'low' : null;
  if (place === 'system') return features.foreign && features.score < 0 ? null : 'high';
  if (place === 'template') return byTemplatePlace(features);
  return (place === null ? null : byUserPlace(features, own)) ?? byName(features, own, evidence);
}

function byTemplatePlace(features: Features): Confidence | null {
  const telling = features.placeholders > 0 || features.score >= 2;
  return features.words >= 4 && !features.foreign && telling ? 'high' : null;
}

type Features = ReturnType<typeof featuresOf>;

/** A user's message has to be more than a sample question: placeholders, a role, or the form of the answer. */
function byUserPlace(features: Features, text: string): Confidence | null {
  if (features.foreign) return null;
  const { words, sentences, persona, format } = features;
  if (features.placeholders > 0 && asksAround(features, text)) return 'high';
  if ((persona || format) && features.score >= 4) return 'high';
  // What is asked first, then what the answer has to look like.
  return format && sentences >= 2 && words >= 10 ? 'high' : null;
}

/** What stands around the things put in says what to do with them. */
function asksAround(features: Features, text: string): boolean {
  const { words, sentences, parts, imperative } = features;
  if (words < 5) return words >= 3 && imperative;
  return instructs(features) || parts || words >= 12 || sentences >= 2 || asksWithin(text);
}

const STRONG = /prompt|instruction|preamble|system_?(?:message|content|context|text)|(?:^|_)rubric/i;
const SUREST = /(?:^|_)(?:system|sys)_?(?:prompt|message|instruction)s?$|prompt_?template$/;
const WEAK =
  /template|persona|guideline|few_?shot|(?:^|_)(?:system|task|directive|role|message|content|query|guidance)(?:$|_)/i;
/** Names of things about prompts, which hold no prompt themselves. */
const ABOUT =
  /(?:prompt|template|instruction)s?_?(?:name|id|path|file|dir|key|type|label|title|placeholder|tokens?|length|count|version|url|class|description|help|style|color|icon)s?$/i;

/** Names of what people read about something. */
const SAID = /descri|help|doc|error|warning|log|title|label|comment|usage|tooltip|banner|footer|license|copyright/;

/** By identifier with features, or by features with an import of an AI library. */
function byName(features: Features, own: string, evidence: PromptEvidence): Confidence | null {
  const { identifier, ai, asks, place } = evidence;
  if (features.foreign) return null;
  const name = signsOf(identifier ?? '');
  if (name.strong) return byStrongName(features, ai) ?? bySurestName(features, ai, name);
  if (ai === 'none' || isSaid(name, asks)) return null;
  if (isPlaced(evidence) && byPlace(features)) return 'medium';
  if (isTurns(features, own, ai)) return 'medium';
  if (name.weak) return byWeakName(features, name, ai);
  return place === null && tellsByItself(features, ai) ? 'medium' : null;
}

/** What models that were tuned to follow instructions are given: "Below is … ### Instruction: … ### Response:". */
function isTurns(features: Features, own: string, ai: 'file' | 'project'): boolean {
  return ai === 'file' && features.words >= 10 && isTask(features) && features.score >= 4 && hasTurns(own);
}

/** `SYSTEM = "…"` of several sentences, where the file works with models, is one however it is worded. */
function byWeakName(features: Features, { system }: NameSigns, ai: 'file' | 'project'): Confidence | null {
  if (isTask(features) && features.score >= 4) return 'medium';
  return system && ai === 'file' && features.words >= 12 && features.sentences >= 2 ? 'medium' : null;
}

/** Whatever it is called, a text in code that works with models: it says who to be, or what to do with what is put in. */
/** In a file of prompts, where nobody at a terminal is asked. */
function isPlaced({ inPrompts, asks, ai }: PromptEvidence): boolean {
  return inPrompts === true && !asks && ai !== 'none';
}

function byPlace(features: Features): boolean {
  const fills = features.placeholders > 0 && features.sentences >= 2 && features.words >= 16;
  return features.words >= 10 && instructs(features) && (fills || features.score >= 4);
}

function tellsByItself(features: Features, ai: 'file' | 'project'): boolean {
  // Constants lie in files of their own, away from the library.
  if (ai === 'project') return features.persona && features.format && features.score >= 6;
  if (features.persona && features.score >= 5) return true;
  // Labelled parts to fill in are a form of their own: "### Instruction:", "Context:".
  return isTask(features) && features.placeholders > 0 && features.score >= (features.parts ? 5 : 6);
}

/** True for the names of what people read. */
function isSaid({ said, message }: NameSigns, asks: boolean): boolean {
  return said || (asks && message);
}

/**
 * True for texts that `classify` makes nothing of, told at little cost: no library takes them, no name calls them a prompt,
 * and they say neither who to be nor what to do. Most texts of a project are such.
 */
export function isRuledOut(own: string, evidence: PromptEvidence): boolean {
  const { place, identifier, ai, asks } = evidence;
  if (place !== null || isPlaced(evidence)) return false;
  const name = signsOf(identifier ?? '');
  if (name.strong) return false;
  return ai === 'none' || isSaid(name, asks) || !(name.system || mayBeTask(own));
}

function byStrongName(features: Features, ai: PromptEvidence['ai']): Confidence | null {
  // Games and tools that ask people have prompts too: where nothing works with models the text has to tell all by itself.
  if (ai === 'none') return features.role && features.score >= 5 ? 'medium' : null;
  if (features.score >= 3 && instructs(features)) return 'high';
  // What a picture shows is told in sentences without verbs that instruct.
  const scene = ai === 'file' && features.sentences >= 2 && features.words >= 12;
  // A sentence with a name put in may be meant for anybody, where only other files work with models.
  const filled = features.placeholders > 0 && (ai === 'file' || features.score >= 3 || asks(features));
  const telling = filled || features.score >= 3 || scene;
  return features.words >= 6 && telling ? 'medium' : null;
}

/** What is called a system prompt where something works with models is one, however it is worded. */
function bySurestName(
  { words, sentences }: Features,
  ai: PromptEvidence['ai'],
  { surest }: NameSigns,
): Confidence | null {
  return surest && ai !== 'none' && words >= 6 && sentences >= 2 ? 'medium' : null;
}

function asks(features: Features): boolean {
  return instructs(features) || features.parts;
}

function instructs({ persona, imperative, format }: Features): boolean {
  return persona || imperative || format;
}

/** What an identifier says of the text it holds. */
interface NameSigns {
  readonly strong: boolean;
  readonly surest: boolean;
  readonly weak: boolean;
  /** `SYSTEM` and nothing else. */
  readonly system: boolean;
  readonly said: boolean;
  readonly message: boolean;
}

const NO_SIGNS: NameSigns = { strong: false, surest: false, weak: false, system: false, said: false, message: false };

const signsOf = rememberingTexts((identifier): NameSigns => {
  const name = snakeCase(identifier);
  if (ABOUT.test(name)) return NO_SIGNS;
  return {
    strong: STRONG.test(name),
    surest: SUREST.test(name),
    weak: WEAK.test(name),
    system: /^(?:system|sys)$/.test(name),
    said: SAID.test(name),
    message: name.includes('message'),
  };
});

/** True where the identifier alone calls for a look at its text. */
export function namesPrompt(identifier: string): boolean {
  const { strong, weak } = signsOf(identifier);
  return strong || weak;
}

export function namesPromptStrongly(identifier: string): boolean {
  return signsOf(identifier).strong;
}
