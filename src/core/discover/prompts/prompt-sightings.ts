import type { PromptRole } from '../../catalogue';
import type { FileUse } from '../file-use';
import { siteIn } from '../sighting-parts';
import type { Sighting, TextValue } from '../../model';
import type { Found, Holder, Resolving } from '../resolve/resolving';
import type { Placed } from '../resolve/source-file';
import { asText, textsOf, type ResolvedText } from '../resolve/texts';
import type { Analysis } from '../signatures/analysis';
import type { Request } from '../signatures/requests';
import { classify, isRuledOut, type PromptEvidence } from './classify';
import { asksPeople } from './dialogs';
import { messagesIn } from './messages';
import { filesRead, namesFile } from './read-files';
import { isElsewhere, subjectOf } from './subject';
import { featuresOf, wordsOf } from './text-features';

/** How a text came to be looked at. */
interface Suspicion {
  readonly place: PromptRole | null;
  readonly role: PromptRole | null;
  readonly identifier: string | null;
  readonly signature: string;
  readonly provider: string | null;
}

const MOST = 24;
/** `lib/prompts/review.ts`, `prompts.rs`, `system-prompt.go`. */
const IN_PROMPTS = /(?:^|\/)(?:[\w-]*[-_])?prompts?(?:[-_][\w-]*)?(?:\/|\.\w+$)/i;
const GLUE_DEPTH = 3;
/** A text with fewer words of its own only puts other texts together. */
const THIN = 12;

/** Turns suspicious texts into sightings of prompts. */
export class PromptFinder {
  /** The files whose text goes to a model, as far as they were met so far. */
  readonly reads: FileUse[] = [];

  constructor(
    readonly analysis: Analysis,
    readonly resolving: Resolving,
  ) {}

  /** The prompts that an argument of a library is given. */
  ofRequest({ values, argument, match }: Request & { readonly kind: 'prompt' }): Sighting[] {
    const seen = {
      identifier: null,
      signature: match.row.id,
      provider: match.row.provider === undefined ? match.file.provider : match.row.provider,
    };
    if (argument.as === 'id') return values.flatMap((value) => this.#ofIds(value, seen));
    if (argument.as === 'text') {
      const suspicion: Suspicion = { ...seen, place: argument.role, role: argument.role };
      return values.flatMap((value) => this.at(value, suspicion));
    }
    return values.flatMap((value) => this.ofMessages(value, seen, argument.role));
  }

  /** The prompts among the messages that stand at `placed`. */
  ofMessages(placed: Placed, seen: Omit<Suspicion, 'place' | 'role'>, role: PromptRole = 'user'): Sighting[] {
    // A helper that puts messages together may be told which file to read: `render("triage", state)`.
    this.reads.push(...filesRead(this.resolving, placed, []));
    return messagesIn(this.resolving, placed, role).flatMap((message) =>
      this.at(message.content, { ...seen, place: message.role, role: message.role }),
    );
  }

  /** The prompts among the texts that `placed` may hold. */
  at(placed: Placed, suspicion: Suspicion, depth = GLUE_DEPTH): Sighting[] {
    const found = this.resolving.expand(placed, holderOf(placed)).slice(0, MOST);
    if (suspicion.place !== null) this.reads.push(...filesRead(this.resolving, placed, found));
    return found.flatMap((each) => (namesFile(each) ? [] : this.judge(each, placed, suspicion, depth)));
  }

  /** A prompt that is kept elsewhere: its id is all that the code shows. */
  #ofIds(placed: Placed, seen: Pick<Suspicion, 'signature' | 'provider'>): Sighting[] {
    return textsOf(this.resolving, placed)
      .slice(0, MOST)
      .filter(({ text, holes }) => holes.length === 0 && /^[^\s]{2,200}$/.test(text))
      .map(({ text, found }) => ({
        ...siteIn(found.file, found.value.range, found.holder === null ? 'use' : 'definition', seen),
        kind: 'prompt',
        name: text,
        written: text,
        pin: /[:@][0-9a-f]{7,}$/.test(text) ? 'exact' : 'alias',
        confidence: 'high',
      }));
  }

  /** The prompts that a text is or puts together; whatever else may be found holds none. */
  judge(found: Found, at: Placed, suspicion: Suspicion, depth = GLUE_DEPTH): Sighting[] {
    if (found.value.kind !== 'text') return [];
    const { text: own } = found.value;
    const evidence = this.#evidenceFor(found, suspicion);
    const thin = isThin(found.value);
    const isOut = isRuledOut(own, evidence);
    if (isOut && !thin) return [];
    const [resolved] = isOut ? [] : asText(this.resolving, found);
    const confidence = resolved ? classify(resolved.text, own, evidence) : null;
    const mayHaveParts = thin || confidence !== null;
    const parts = this.#partsOf(found as Found<TextValue>, suspicion, thin, mayHaveParts ? depth : 0);
    if (!resolved || (thin && parts.length > 0 && confidence !== 'high')) return parts;
    const sure = confidence ?? confidenceOfWhole(resolved, evidence, thin);
    return sure === null ? parts : [...this.#sightings(resolved, at, suspicion, sure), ...parts];
  }

  #evidenceFor({ file, holder }: Found, { place, identifier }: Suspicion): PromptEvidence {
    return {
      place,
      identifier: identifier ?? holder?.binding.name ?? null,
      ai: this.analysis.aiEvidence(file),
      inPrompts: IN_PROMPTS.test(file.path),
      asks: asksPeople(file),
    };
  }

  /** What a text puts in its holes: the prompts themselves where it is only glue, else long parts with a form of their own. */
  #partsOf(found: Found<TextValue>, suspicion: Suspicion, thin: boolean, depth: number): Sighting[] {
    if (depth === 0) return [];
    return found.value.holes.flatMap((hole) => {
      const at = { ...found, value: hole.value };
      if (thin) return this.at(at, suspicion, depth - 1);
      return textsOf(this.resolving, at)
        .filter(
          (part) => part.found.holder !== null && part.found.holder.binding.kind !== 'parameter' && isBlock(part.text),
        )
        .slice(0, MOST)
        .flatMap((part) => this.#sightings(part, at, suspicion, 'medium'));
    });
  }

  #sightings(resolved: ResolvedText, at: Placed, suspicion: Suspicion, confidence: Sighting['confidence']): Sighting[] {
    const { found } = resolved;
    const subject = subjectOf(resolved, suspicion.role);
    const prompt = {
      kind: 'prompt' as const,
      name: subject.symbol,
      symbol: subject.symbol,
      text: subject.text,
      defined: subject.range,
      pin: 'not-applicable' as const,
      confidence,
    };
    const home: Sighting = { ...siteIn(subject.file, subject.range, 'definition', suspicion), ...prompt };
    if (!isElsewhere(found, at.file, at.value.range)) return [home];
    const use: Sighting = {
      ...siteIn(at.file, at.value.range, 'use', suspicion),
      ...prompt,
      home: subject.file.path,
    };
    return [home, use];
  }
}

/** True for a text that is little but the things put into it. */
function isThin({ text, holes }: TextValue): boolean {
  return holes.length > 0 && wordsOf(text) < THIN;
}

/** `persona + task + form`: constants that say little each, given to a model as one text. */
function confidenceOfWhole(
  { text }: ResolvedText,
  evidence: PromptEvidence,
  thin: boolean,
): Sighting['confidence'] | null {
  return !thin || evidence.place === null ? null : classify(text, text, evidence);
}

/** `<example> … </example>`: tags around all of it. */
const TAGGED = /^\s*<([a-z][\w-]*)>[\s\S]*<\/\1>\s*$/;
/** Examples: the same label at the beginning of several lines. */
const LABELLED = /^([A-Z][\w ]{0,20}:)[\s\S]*\n\1/m;

/** The name that holds this very text, where it was found behind one on the way into an argument. */
function holderOf(placed: Placed): Holder | null {
  const { holder = null } = placed as Placed & { readonly holder?: Holder | null };
  return holder?.binding.value === placed.value ? holder : null;
}

/** Long enough to be a part of a prompt in its own right, and written for a model: tagged, labelled or instructing. */
function isBlock(text: string): boolean {
  const { words, parts, score } = featuresOf(text);
  if (words >= 12 && (TAGGED.test(text) || LABELLED.test(text.slice(0, 2000)))) return true;
  return words >= 30 && (parts || score >= 4);
}

/** A suspicion that rests on a name in the file and on no signature. */
export function byNameOnly(identifier: string | null, signature: string): Suspicion {
  return { place: null, role: null, identifier, signature, provider: null };
}
