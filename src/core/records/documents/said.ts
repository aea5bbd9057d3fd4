/** What a document may say about an asset beyond its name. */
export type Fact = 'purpose' | 'origin' | 'terms' | 'limits' | 'access';

/** Word patterns, all bounded; tried on a paragraph or a short document. */
const FACTS: readonly (readonly [Fact, RegExp])[] = [
  [
    'purpose',
    /\b((reasoning|image|audio) (model|data|set|dataset)|(drafts|tells|rates|moderates|describes|recommends|reads|labels) (?!of\b)\w+|(models?|llms?|prompts?|templates?|data ?sets?|weights|embeddings?|vectors|network|classifier|detector|corpus|questions|answers|cases|rubric) (\([^()\n]{1,60}\) )?for \w+|(texts?|answers?|replies|summaries|translations?|images|pictures|embeddings|vectors|titles|questions|captions|transcripts|recommendations?|suggestions?|descriptions?|blurbs?|letters|mails|e-?mails|reports|notes) (is|are) \w+(ed|en|made|found|built) (by|with|using|through)|recommendations? uses?)\b/iu,
  ],
  ['origin', /\b(owner|owned by|maintained by)\b/iu],
  [
    'purpose',
    /\|\s*(tasks?|use|used for|purpose|role|use case|description|agents?|features?|steps?|jobs?|for what|what for|demos?)\s*\||\b(pipeline_tag|task_categories|used? (this |the |it |an? )?(\w+ )?(for|to|by|as|in|when)|is for|intended (for|use)|purpose|designed (for|to)|so that|in order to|responsible for|to (generate|classify|detect|predict|answer|embed|summari[sz]e|translate|recogni[sz]e|convert|train|evaluate|fine-?tune|test|create)|(embedding|language|chat|classification|detection|recognition|speech|vision|generation|reward|reranking|baseline|evaluation|training|test|validation) (model|data|set|dataset|split)|(prompt|instructions?|template|model|weights|data|rows|questions|images|recordings) (for (the|a|an|our|each)|that (we|the|asks?|tells?|says?|makes?)) |can (be used|detect|recogni[sz]e|generate|classify)|(decides|shortens|rewrites|routes|plans|picks|checks|explains|compares|reviews|grades|sorts|writes|answers|translates|detects|recogni[sz]es|finds|embeds|ranks|reranks|summari[sz]es|classifies|generates|predicts|transcribes|turns|extracts|segments|scores|judges) (?!of\b)\w+|for (the )?(retrieval|search|training|fine-?tuning|evaluation|testing|inference|embeddings?|classification|detection|generation|summari[sz]ation|translation|transcription|reranking|chat))\b/iu,
  ],
  [
    'origin',
    /\|\s*(from|source|provider|origin|where|vendor|author|link|paper|repository)\s*\||\b(base_model|source_datasets)\b|\bhttps?:\/\/|\b(provided|published|released|developed|created|made|written down|put together|anonymi[sz]ed|trained|built|collected|hosted|fine-?tuned|converted|contributed|exported|gathered|sampled|extracted|compiled|recorded|labell?ed|annotated|written|drawn|photographed|copied|curated|generated) (by|from|at|with)\b|\b(source|origin|author|provider|paper|original (model|weights|data)|taken (from|in|by|with)|subset of|version of|export(ed)? (of|from)|distilled (from|by)|quanti[sz]ed from|made-up|hand-?(made|written|labell?ed|picked)|comes? from|came from|based on|derived from|scraped|crawled|version \d|release[ds]? (in|on)|(hugging ?face|openai|anthropic|google|meta|mistral|cohere|microsoft|azure|voyage|kaggle|nvidia|alibaba|qwen|deepseek)\b)/iu,
  ],
  [
    'terms',
    /\b(licen[cs]e[ds]?|terms of (use|service|openai|google|anthropic|microsoft|meta)|apache[- ]2|cc[- ]by|cc0|copyright|non-?commercial|[al]?gpl(v?\d)?|bsd|odc-by|odbl|openrail|public domain|(internal|research) use only|proprietary)\b/iu,
  ],
  [
    'purpose',
    /\b(rules|terms|guides?|handbooks?|manuals?|leaflets|brochures?|recipes|letters|minutes|statutes|guidelines|policies|articles) (for|of|about|on) (the |our |a )?\p{Ll}+/iu,
  ],
  [
    'origin',
    /\b(collected|gathered|recorded|written|sampled|taken) (between|in|during|since|over) |\b(measured|sampled|recorded) (by|with|at|on) |\b(that|which) (the |our )?[\p{Ll} ]{2,40} publish(es|ed)?\b|\b(was|were|are|is) (replaced|removed|masked|redacted|pseudonymi[sz]ed)\b/iu,
  ],
  ['access', /\b(each|every) (spring|summer|autumn|winter|year|quarter|month|week|night|morning|release)\b/iu],
  ['terms', /\b(belongs? to (the|our|us)\b|(must|may) (not|never) leave\b|internal only|for internal use)/iu],
  [
    'terms',
    /\b(do not|don't|may not|must not|never) (be )?(use[d]?|shared?|passe?d?|published?|given|redistributed?) (it|them|this|these|on|outside|elsewhere|further|without|for|in|to)\b/iu,
  ],
  ['terms', /\bMIT\b(?!\s+(CSAIL|Media|Press|course))/u],
  [
    'origin',
    /\b(?:[Ff]rom|[Bb]y|[Tt]hrough|[Vv]ia) (the )?(\[|\*\*)?(?!January|February|March|April|May\b|June|July|August|September|October|November|December|The|This|Python)[A-Z][\w.-]+/u,
  ],
  [
    'limits',
    /\|\s*(hours|speakers|utterances|sentences|classes|images|documents|languages|length|items|pairs|questions|dialogues|tickets|split|splits|wer|cer|auc|dice|m?iou|psnr|ssim|fid|bleu|rouge|elo|score|scores|backbone|vram|latency|top-?1|map\w*[^|\n]{0,20}|results?)\s*\||\b(auc|wer|cer|m?ap\d{0,2}|mae|rmse|mt-?bench|mmlu|hold-?out|held-?out|hours of|(tuned|tested|validated|optimi[sz]ed|checked|measured|compared) (for|with|on|against)|kappa|agrees with|last reviewed|no safety|does not (handle|know|cover|understand|speak|see)|(must|should|may) not be (used|given|shown)|makes up|not for|knows only|only for|best for|too (slow|large|small))\b|\b\d{1,3}([,.]\d{3})+ [a-z]+s\b|\b\d{2,} (?!days|hours|minutes|seconds|weeks|months|years|epochs|steps|times|lines|files|workers|threads|retries|characters|requests|users|tests)[a-z]{4,}s\b/iu,
  ],
  [
    'access',
    /\b(re-?trained (each|every|with|by|on)|refreshed (each|every|by|with)|re-?built (with|by)|dvc (repro|pull|get)|updated (each|every|by)|saved (as|to|in|under|at)|written to|put (the|your|them|it|all) |place (the|your|them|it) |drop (the|your) |unpack(ed)?|unzip|extract(ed)? (to|into)|(lies|lie|kept|stored|found|lives?) (in|under|at|on) )/iu,
  ],
  [
    'limits',
    /\|\s*(size|params|parameters|rows|m?ap|acc|top-?1|wer|context)\b[^|\n]{0,20}\||\b(limit(s|ed|ations?)?|bias(es|ed)?|accuracy|precision|recall|loss|f1|bleu|perplexity|benchmarks?|evaluat(ed|ion)|scores?|parameters|params|context (window|length)|trained on|training data|tokens|documents in total|rows|columns|samples|examples|records|entries|dimensions?|dimensional|input shape|(not|never) (be used|support|suitable|intended|see|know|handle|work|meant|for use)|(badly|poorly) (on|with|for)|struggles|fails (on|with|for)|personal data|confidential|(tested|validated|checked|measured|reviewed) (against|on|with)|only (supports?|works?|trained)|expensive|cheaper?|cost|pricing|best effort|domain gap|quanti[sz]ed|latency)\b|\b\d{1,3}([,.\s]\d{3})+ \w+s\b|\b\d{2,}k? (images|files|rows|pages|hours|minutes|texts|sentences|questions|documents|items|pairs|dialogs|dialogues|conversations|photos|words|tickets|reviews|classes|labels|tasks|examples|mails|emails|games|users|articles)\b|\b\d+(\.\d+)?\s?(%|[kmb]\b|[mg]b\b|billion|million|thousand)/iu,
  ],
  [
    'access',
    /\b(downloads?|downloaded|install|pull(ed)?|wget|curl|git clone|huggingface-cli|ollama|get (it|the (model|data|weights))|to (get|obtain|rebuild|reproduce)|deploy(ed|ment)?|prepare(d|s)?|prepare\.py|running|run `|generated? (with|by|from)|made available|available (at|from|on|in|via)|fetch(ed)?|adb push|pushed|retrain|rebuil[dt]|(copy|place|put|unpack|unzip|save) (it|them|the (file|model|weights|data))|on (the |hugging ?face |the hugging ?face )?hub|convert(ed)?)\b/iu,
  ],
  [
    'purpose',
    /\b((is|are|gets?) (sent|given|handed|passed|shown|appended|prepended) (along )?(to|with|in front of|before|after)|(which|that) (the|our|a|an|each|every) [\w -]{1,30}?(reads|gets|follows|receives)\b|(decid|judg|choos)(es|ing) (whether|which|if|how)|(chat|search|routing|titles?|summar(y|ies)|translation|transcription|extraction|ranking|captions?) (always )?(uses?|runs? on|goes through) )|\|\s*(part|feature|step|stage|job|component)\s*\|/iu,
  ],
  [
    'origin',
    /\b((wrote|collected|labell?ed|picked|drew|recorded|annotated) (it|them|these)\b|(checked|reviewed|verified|approved|rated|signed off) (by|in) |(that|which) (we|(our|the|two|three|some) [\w ]{1,30}?) (wrote|collected|labell?ed|took|drew|recorded|annotated|checked|sent|submitted|asked|agreed)\b)/iu,
  ],
  ['terms', /\bthe terms (are|of)\b/iu],
  [
    'access',
    /\b((saves|writes|exports|stores) (it|them|the \w+) (as|to|in|under)|(comes?|ships?|shipped|bundled) (as|with|in) (a |an |the )?(\w+ )?(dependency|package|jar|artifact|image|library|app)|(maven|gradle|nuget|npm|pip) (dependency|package))\b/iu,
  ],
  ['origin', /\b(invented|fictional|fictitious|imaginary)\b/iu],
  [
    'limits',
    /\bbecause (it|they) (is|are|was|were|runs?|answers?|fits?|needs?) (?!(the|a|an)\b)\w+|\bfree (tier|of charge)\b/iu,
  ],
  [
    'purpose',
    /\b(embeddings?|vectors?|answers?|scores?|labels?|titles?) (is|are) \w+(ed|en|made) (\w+ ){1,3}(by|with|using|through)\b/iu,
  ],
  [
    'purpose',
    /\b(is|as) (the |our |a )?(fallback|backup|default|judge|baseline|starting point|second choice)\b|\b(workflow|job|step|agent|service|page|bot|screen|form|command) (uses|asks|calls) /iu,
  ],
  ['origin', /\b(agreed (with|by|on)|follows the|modell?ed (on|after)|(copy|translation|revision) of)\b/iu],
  ['terms', /\b(do not|don't|never) (change|edit|touch) [^.\n]{1,80}\bwithout\b/iu],
  [
    'limits',
    /\bcosts? (about|around|only|less|more|twice|\d)|\d ?(USD|EUR|dollars?|euros?|cents?)\b|[$€] ?\d|\b(good|bad|better|best|worse|slow|slower|fast|faster) (at|but|for|on|than)\b/iu,
  ],
  ['access', /\b(upload(ed)?|push(ed)?|sync(ed)?) (it |them )?(again|with|by|from)\b/iu],
  [
    'limits',
    /\b\d{2,}k? [\w-]+ (images|files|pages|texts|questions|documents|photos|tickets|articles|letters|sheets)\b/iu,
  ],
  [
    'purpose',
    /\b(we|i) (also )?(pre-?train|fine-?tune|train|evaluate|test|validate|benchmark)(ed)? (\w+ ){0,4}?(on|with|against)\b|\b(pre-?training|fine-?tuning|training|tuning|evaluation|retrieval|experiments?) (uses?|used|runs? on|starts? (from|with)|is done (on|with))\b|\ban? (\w+ )?(sample|subset|excerpt) for \w+/iu,
  ],
  [
    'origin',
    /\b(that|which) (\w+ )?(volunteers|students|annotators|experts|interns|colleagues|people|players|readers) (wrote|recorded|collected|labell?ed|drew|took|gave|typed)\b/iu,
  ],
  [
    'limits',
    /\b(small|tiny|smaller|reduced|random) (sample|subset|part|excerpt)s?\b|\b(train(ing)?|dev|test|val(idation)?)([-_][a-z]+)?( and [\w-]+)? (splits?|sets?|parts?) of\b|\b\d (classes|diseases|species|categories|kinds|types|languages|speakers|labels|features|columns|fields)\b/iu,
  ],
  ['terms', /\b(agreed to (share|publish)|(with|gave|given) (their |us |our )?(informed )?(consent|permission))\b/iu],
  ['purpose', /\b(golden (answers|questions|set)|ground truth|(chat|completion) models?)\b/iu],
  ['access', /\b(writes|creates|produces|saves) (it |them )?(to |into )?`/iu],
  [
    'limits',
    /\b(English|German|French|Spanish|Italian|Portuguese|Dutch|Polish|Chinese|Japanese|Korean|Arabic|Hindi)( and \w+)? only\b|\b[Oo]nly (in |for )?(English|German|French|Spanish|Italian|Portuguese|Dutch|Polish|Chinese|Japanese|Korean|Arabic|Hindi)\b|\b([Ww]ritten|[Tt]ested|[Tt]uned|[Ww]orks) (only )?(for|in|on) (English|German|French|Spanish|Italian|Portuguese|Dutch|Polish|Chinese|Japanese|Korean|Arabic|Hindi)\b/u,
  ],
  [
    'purpose',
    /\b(trains?|fine-?tunes?|evaluates?|benchmarks?) ([\w-]+ ){1,6}?(on|with|from|over) (the |our |an? )?[[`\w]/iu,
  ],
];

const FACT_NAMES: readonly Fact[] = [...new Set(FACTS.map(([fact]) => fact))];

/** A text, asked what it says: each kind of thing is looked for at most once, and only if somebody wants to know. */
export class Speech {
  readonly #said = new Map<Fact, boolean>();

  readonly #make: () => string;
  #text: string | null = null;

  /** `text` is asked for when something is looked for in it. */
  constructor(text: () => string) {
    this.#make = text;
  }

  private get text(): string {
    this.#text ??= this.#make();
    return this.#text;
  }

  says(fact: Fact): boolean {
    const known = this.#said.get(fact) ?? FACTS.some(([name, pattern]) => name === fact && pattern.test(this.text));
    this.#said.set(fact, known);
    return known;
  }
}

/** The kinds of things that several texts say together. */
export function factsIn(speeches: readonly Speech[]): ReadonlySet<Fact> {
  return new Set(FACT_NAMES.filter((fact) => speeches.some((speech) => speech.says(fact))));
}

/** Whether several texts say so many kinds of things together: what decides it is looked for, and no more. */
export function sayAtLeast(amount: number, speeches: readonly Speech[]): boolean {
  let [said, left] = [0, FACT_NAMES.length];
  for (const fact of FACT_NAMES) {
    if (said + left < amount) return false;
    left -= 1;
    if (speeches.some((speech) => speech.says(fact)) && (said += 1) >= amount) return true;
  }
  return amount <= 0;
}
