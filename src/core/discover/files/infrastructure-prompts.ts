import { keptPrompt } from './kept-prompts';
import type { Detector } from './scanned-file';

const FORMS = new Set(['tf', 'hcl', 'tfvars', 'bicep']);
const LARGEST = 256 * 1024;
const MOST = 30;
/** Services that work with models, as their resources are called. */
const AI = /bedrock|vertex_?ai|openai|cognitive|anthropic|dialogflow|discovery_engine|sagemaker|ai_?foundry/iu;
/** `key = "…"`, `key = <<-EOT … EOT` of Terraform, `key: '''…'''` of Bicep. */
const QUOTED =
  /^[ \t]*(?:(?:param|var)[ \t]+)?([A-Za-z_]\w{0,80})(?:[ \t]+string)?[ \t]*[=:][ \t]*(["'])((?:[^"'\\\n]|\\.|(?!\2)["']){20,8000})\2/gmu;
const HEREDOC = /^[ \t]*([A-Za-z_]\w{0,80})[ \t]*=[ \t]*<<[-~]?[ \t]*"?(\w{1,40})"?[ \t]*\r?\n/gmu;
const FENCED =
  /^[ \t]*(?:(?:param|var)[ \t]+)?([A-Za-z_]\w{0,80})(?:[ \t]+string)?[ \t]*[=:][ \t]*'''([^]{20,8000}?)'''/gmu;
/** What a service tells an agent is named so; whatever else stands there has to say it by its name. */
const TOLD = /^(?:instructions?|base_?prompt_?template|system_?(?:prompt|instructions?)|prompt_?template)$/iu;

interface Text {
  readonly key: string;
  readonly text: string;
  readonly start: number;
}

/** Prompts in infrastructure as code: the instruction of an agent that a service keeps, the template of its prompt. */
export const infrastructurePrompts: Detector = (file) => {
  const { text } = file;
  if (!FORMS.has(file.extension) || text === null || text.length > LARGEST || !AI.test(text)) return [];
  return [...quoted(text), ...heredocs(text), ...fenced(text)]
    .slice(0, MOST)
    .filter(({ key }) => !/^description$/iu.test(key))
    .flatMap(({ key, text: told, start }) =>
      keptPrompt(file, 'infrastructure.prompt', {
        ...{ name: key, text: told, start, end: start + told.length },
        place: TOLD.test(key) ? 'system' : null,
      }),
    );
};

function quoted(text: string): Text[] {
  return [...text.matchAll(QUOTED)].map((match) => {
    const value = match[3] ?? '';
    return { key: match[1] ?? '', text: value, start: match.index + match[0].length - value.length - 1 };
  });
}

function heredocs(text: string): Text[] {
  return [...text.matchAll(HEREDOC)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = new RegExp(`^[ \\t]*${match[2] ?? ''}[ \\t]*\\r?$`, 'mu').exec(text.slice(start, start + 16_000));
    return end === null || end.index === 0
      ? []
      : [{ key: match[1] ?? '', text: text.slice(start, start + end.index), start }];
  });
}

function fenced(text: string): Text[] {
  return [...text.matchAll(FENCED)].map((match) => {
    const value = match[2] ?? '';
    return { key: match[1] ?? '', text: value, start: match.index + match[0].length - value.length - 3 };
  });
}
