/** What a text shows of being written for a generative model. Nothing here is proof by itself (see `classify.ts`). */
interface TextFeatures {
  /** Words outside placeholders. */
  readonly words: number;
  readonly sentences: number;
  readonly placeholders: number;
  /** Says what the reader is or has to do: "You are a …", "Your task is …". */
  readonly persona: boolean;
  /** Gives the reader a part to play, as nobody says it to a person at a screen: "You are a …", "Act as …". */
  readonly role: boolean;
  /** Begins with an instruction: "Summarize …", "Given the …". */
  readonly imperative: boolean;
  /** Says what the answer has to look like: "Return only …", "in JSON format", "Do not …". */
  readonly format: boolean;
  /** Examples, tagged or labelled parts: `<document>`, "Question:", "Context:". */
  readonly parts: boolean;
  /** Reads like something else: a page, code, a query, words for a person at a screen. */
  readonly foreign: boolean;
  /** Sum of what speaks for a prompt. */
  readonly score: number;
}

const PERSONA =
  /\b(?:you are (?:an?|the|now|going|tasked|given|provided|acting|working|playing|responsible|currently|called|named|world|not|part|only|also|[A-Z]\w+|helpful|expert|professional)|you(?:'re| are) \w+ (?:assistant|agent|expert|bot|model|engineer|developer|writer)|you(?:r| have) (?:been )?(?:tasked|task|job|role|goal|purpose|mission|objective)|you will (?:be|get|receive|act|help|generate|answer|write|create|analy[sz]e|use)|you (?:must|should|need to|help|only|can only|specialize|always|never)|act(?:ing)? as (?:an?|the)|i want you to|as an? (?:AI|expert|helpful|assistant|language model))\b/i;
const ROLE =
  /(?:^|[\s>"'#*])(?:you are (?:an?|the) (?!owner|user|admin|member|only|first|last|new|guest)[\w-]|act(?:ing)? as (?:an?|the)\b|i want you to\b|as an? (?:AI|expert|language model)\b|your (?:task|job|role) is\b|you(?:'re| are) \w+,? (?:and \w+ )?(?:assistant|agent|expert|bot|engineer|developer|writer)\b)/i;
/** What harnesses put around what they tell a model. */
const TOLD =
  /^\s*<(?:system[-_]?(?:reminder|prompt|message|instructions?)|system|instructions|agent[-_]instructions)>/i;
/** Where a text begins by saying what its reader does. */
const SAYS_WHAT =
  /^[\s"'*#>-]*you (?:also |only |always |never |will )?(?!(?:all|already|are|asked|both|came|can|cannot|chose|could|currently|did|didn|do|don|forgot|found|gave|get|got|had|has|have|haven|just|kept|know|left|like|look(?! (?:for|at|up)\b)|lost|love|made|may|might|must|need|now|only|own|paid|run|said|saw|see|seem|sent|set|should|still|too|took|two|want|was|were|will|wish|won|wrote)\b|[a-z]+ed\b)[a-z]{3,}\b|^[\s"'*#>-]*(?:this |the |our )?assistant (?:answers|can|has|helps|is|knows|may|must|never|should|will)\b/i;
const VERBS =
  "add|answer|analy[sz]e|ask|act|assess|assign|assist|assume|based on|below (?:is|are)|break down|carefully|categorize|check|choose|classify|combine|compare|complete|compose|compress|consider|context information|convert|correct|count|create|critique|decide|describe|design|determine|do not|draft|draw|edit|evaluate|explain|extract|fill|find|fix|follow|format|generate|given|grade|help|here (?:is|are)|identify|implement|imagine|improve|infer|judge|label|let's|list|look at|make|map|match|output|parse|please|perform|paraphrase|plan|predict|produce|provide|rank|rate|read|recommend|reply|respond|return|review|rewrite|score|select|solve|split|suggest|summari[sz]e|take|tell|the following|think|transform|translate|turn|use|using|verify|write|always|annotate|brainstorm|cite|continue|detect|elaborate|ensure|estimate|expand|greet|group|guess|handle|highlight|keep|look|name|never|outline|pick|polish|pretend|proofread|propose|quote|reason|recognize|refactor|reformulate|rephrase|report|roleplay|say|search|shorten|simplify|simulate|sort|speak|state|study";
const IMPERATIVE = new RegExp(`^[\\s"'*#>\\-]*(?:${VERBS})\\b`, 'i');
const QUESTION = /^[\s"'*#>-]*(?:what|which|who|whose|how|why|when|where|is|are|does|did|can|should)\b/i;
/** An instruction at the beginning of a further line or sentence. */
const WITHIN = new RegExp(`[\\n.:!?][ \\t"'*#>\\-]*(?:${VERBS})\\b`, 'i');
const FORMAT =
  /\b(?:(?:return|respond|reply|answer|output|write|provide|produce|give)\w*\b[^.\n]{0,40}\b(?:only|json|xml|yaml|markdown|list|format|tags?|word|sentences?|bullet|yes|no|with)\b|(?:do not|don't|never|always|must|only) (?:include|use|add|make|output|return|respond|answer|mention|explain|write|provide|say|repeat|give|reveal|generate|install|follow|be|ask)|(?:in|following|valid|as) (?:the |an? )?(?:following |valid |single )?(?:json|format|xml|markdown)|step by step|if you (?:don't|do not|are not|are unsure|cannot|can't)|be (?:concise|brief|specific|polite|creative|precise|helpful|honest)|just (?:say|give|return|answer|write)|(?:use|return|write|give|put|set|leave) (?:it |this |them )?(?:an? )?(?:empty|null|blank|n\/a|none)\b|keep (?:your|the|it|answers?|responses?)\b|use the following|in your (?:answer|response|reply)|the (?:user|assistant)(?:'s)?\b|\b(?:in|with|using|at most|no more than|up to|under|fewer than|less than|within) (?:\w+ ){0,2}(?:sentences?|words?|characters|bullets?|bullet points|lines?|paragraphs?)\b|(?:score|rate|rating|scale)\b[^.\n]{0,30}\b(?:1|0|one|zero)\b|\bfrom (?:0|1|zero|one) to \d)/i;
const PARTS =
  /<\/?[a-z][a-z_]*>|^[\s#*]*(?:article|category|class|code|document|documents|email|facts|label|passage|reference|review|rules?|sentiment|task|ticket|topic|translation|question|answer|context|human|assistant|user|input|output|example|instructions?|summary|response|text|thought|action|observation|query|conversation|history)s?(?: \d+)?:/im;
const PAGE =
  /<!doctype|<\/?(?:html|head|body|div|span|table|tr|td|style|script|button|input|svg|ul|li|br|h[1-6]|img|section|nav)\b/i;
const CODE =
  /^\s*(?:select\b[\s\S]{1,400}\bfrom\b|insert into\b|create table\b|delete from\b|update \w+ set\b|#!\/|import \w+[\w.]*\s*(?:;|$|from\b|as\b)|from [\w.]+ import\b|(?:async )?def \w+\(|(?:const|let|var) \w+\s*=|(?:export )?(?:async )?function \w*\(|query \w*\s*[({]|mutation \w*\s*[({]|match \(\w*:)/im;
const PERSON =
  /^\W*(?:enter (?:your|the|a)|please (?:enter|select|choose|type|press|log ?in|sign|try again|wait|install|set|run|upload|specify|confirm|provide (?:your|feedback)|refer|contact|note that|see )|are you sure|you are (?:about to|(?:now |already )?(?:logged|signed) in|not (?:allowed|authori[sz]ed|logged|signed))|you have (?:no|not|already|reached|exceeded|unsaved|\d+)\b|you (?:do not|don't) have|do you want|would you like|press |click |type your|choose (?:an? )?(?:option|your)|what is your (?:name|question|email)|your (?:prompt|message|question|answer|name)\b|hello|hi\b|welcome|how can i help|ask me|usage:|error|warning|failed|unable to|could not|cannot |invalid|loading|upload)/i;

/** Marks of whose turn it is, as models are trained on them: `### Response:`, `[INST]`, `<|user|>`, `ASSISTANT:` at the end. */
const TURNS =
  /###\s*(?:instruction|input|response|human|assistant|user|system)s?\s*:|\[\/?INST\]|<\|(?:user|assistant|system|im_start|im_end|end|eot_id|start_header_id)\|>|<start_of_turn>|(?:^|\s)(?:ASSISTANT|Assistant):\s*$/i;

/** Where the cursor of a terminal waits for an answer: `Type a command: `. */
const CURSOR = /^[^\n{]{1,200}[:?>$] $/;

const PLACEHOLDER =
  /\{\{[^{}]{1,80}\}\}|\{[^{}\n]{0,80}\}|\$\{[^{}]{1,80}\}|\$[A-Z_]{2,}\b|<[A-Z_]{3,}>|\[[A-Z_]{3,}\]|%s|%\(\w+\)s/g;
const LONGEST = 16 * 1024;

/** What every placeholder begins with. */
const MAY_HOLD = /[{$<[%]/;

function headOf(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}

function plainOf(text: string): string {
  const head = headOf(text);
  return MAY_HOLD.test(head) ? head.replace(PLACEHOLDER, ' ') : head;
}

/** In English, which most prompts are written in, letters are few: looking for those of all scripts takes far longer. */
function wordsIn(plain: string): number {
  const words = /[^\0-\x7f’]/.test(plain) ? /\p{L}[\p{L}'’-]*/gu : /[A-Za-z][A-Za-z'’-]*/g;
  return plain.match(words)?.length ?? 0;
}

/** A question, or an instruction further down: enough where a library takes the text for a message with something put in. */
export function asksWithin(text: string): boolean {
  const plain = plainOf(text);
  return QUESTION.test(plain) || WITHIN.test(plain);
}

/** True for a text with marks of whose turn it is. */
export function hasTurns(text: string): boolean {
  return TURNS.test(headOf(text));
}

/** Words outside placeholders, as `featuresOf` counts them. */
export function wordsOf(text: string): number {
  return wordsIn(plainOf(text));
}

/** Tells more than a request that could be meant for a person. */
export function isTask({ persona, imperative, format, parts }: Omit<TextFeatures, 'score'>): boolean {
  return persona || (imperative && (format || parts)) || (format && parts);
}

/** Shorter texts have not the words that a task takes: `act as a`. */
const SHORTEST_TASK = 8;

/** Whether the features of a text make a task, with no more patterns tried than that takes. */
export function mayBeTask(text: string): boolean {
  if (text.length < SHORTEST_TASK) return false;
  const plain = plainOf(text);
  if (PERSONA.test(plain) || SAYS_WHAT.test(plain) || TOLD.test(plain)) return true;
  return FORMAT.test(plain) ? IMPERATIVE.test(plain) || PARTS.test(plain) : IMPERATIVE.test(plain) && PARTS.test(plain);
}

/** Looks at the beginning of `text`, where a prompt says what it is. */
export function featuresOf(text: string): TextFeatures {
  const head = headOf(text);
  const placeholders = MAY_HOLD.test(head) ? (head.match(PLACEHOLDER)?.length ?? 0) : 0;
  const plain = placeholders === 0 ? head : head.replace(PLACEHOLDER, ' ');
  const words = wordsIn(plain);
  const sentences = plain.match(/[.!?:。！？](?:\s|$)/g)?.length ?? 0;
  const features = {
    words,
    sentences,
    placeholders,
    persona: PERSONA.test(plain) || SAYS_WHAT.test(plain) || TOLD.test(plain),
    role: ROLE.test(plain),
    imperative: IMPERATIVE.test(plain),
    format: FORMAT.test(plain),
    parts: PARTS.test(plain),
    foreign: isForeign(head, plain),
  };
  return { ...features, score: scoreOf(features) };
}

function isForeign(text: string, plain: string): boolean {
  if ((PERSON.test(plain.trimStart()) && text.length < 400) || CURSOR.test(text)) return true;
  const page = PAGE.test(text.slice(0, 400)) && !PERSONA.test(plain);
  return page || (CODE.test(text.trimStart().slice(0, 400)) && !PERSONA.test(plain.slice(0, 400)));
}

function scoreOf(features: Omit<TextFeatures, 'score'>): number {
  const points =
    (features.persona ? 3 : 0) +
    (features.imperative ? 2 : 0) +
    (features.format ? 2 : 0) +
    (features.parts ? 1 : 0) +
    (features.placeholders > 0 ? 1 : 0) +
    (features.sentences >= 2 ? 1 : 0) +
    (features.words >= 30 ? 1 : 0);
  return features.foreign ? points - 4 : points;
}

const ADJECTIVES =
  'helpful|friendly|useful|good|great|nice|concise|polite|smart|intelligent|knowledgeable|ai|virtual|chat|assistant|digital|professional';
const GENERIC = new RegExp(
  `^\\s*you(?: are|'re) (?:an? |the )?(?:(?:${ADJECTIVES}|very|and|,)[\\s,]*)+(?:assistant|chatbot|bot|ai|agent)?[.!]?\\s*$`,
  'i',
);

/** One sentence that could stand in front of any chat: "You are a helpful assistant." */
export function isGeneric(text: string): boolean {
  return text.length < 120 && GENERIC.test(text);
}

/** What a text begins with before its first word, and as much behind it as an instruction is long. */
const BEGINNING = /^[\s"'*#>-]*([\s\S]{0,40})/;

/** False only for a text that does not begin with an instruction: known without looking through all of it. */
export function mayBeImperative(text: string): boolean {
  return IMPERATIVE.test(text) || /[{$<[%]/.test(BEGINNING.exec(text)?.[1] ?? '');
}
