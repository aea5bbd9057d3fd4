import type { FileUse } from '../file-use';
import type { Sighting } from '../../model';
import { remembering } from '../remembered';
import { configPairs, headerPairs } from './config-sources';
import { lastKey, type ConfigPair } from './pairs';
import { isPromptfooFile } from './promptfoo';
import { givenToModels } from './workflow-actions';
import { named, type Detector } from './scanned-file';
import { PROMPT_ENDINGS } from '../prompt-endings';
import { snakeKey } from '../snake-case';

const SIGNATURE = 'config.prompt-file';
const TEXT_FILE = new RegExp(String.raw`^(?:\.{1,2}/)*[\w@.*\-][\w@.*/ \-]*\.${PROMPT_ENDINGS}$`, 'u');
/** `{file:./a.txt}`, `{path:a.txt}` inside a text, several too. */
const PUT_IN = /\{(?:file|path):\s*([^{}\n]{3,200}?)\s*\}/gu;
/** `system_prompt_file`, `promptPath`, `instructions-file`; with the key alone the value has to be a path. */
const KEY =
  /(?:^|_)(?:prompts?|instructions?|preamble|system_message)(?:_(?:template|text))?(?:_?(?:files?|paths?))?$/u;
const OF_AGENT = /^\.?(?:opencode|crush|codex|qwen)\.(?:jsonc?|toml)$/u;
const MOST = 60;

/** Whole conversations lie in such files too. */
const CHAT_FILE = /^(?:\.{1,2}\/)*[\w@.-][\w@./-]*\.(?:json|ya?ml)$/u;

/** Files of prompts that configuration names: `prompt: "{file:./review.txt}"`, `system_prompt_file: prompts/a.md`. */
export const configPromptFiles: Detector = (file) => {
  const pairs = configPairs(file) ?? (file.text?.startsWith('---') === true ? headerPairs(file) : []);
  const isPromptfoo = isPromptfooFile(file, pairs);
  const given = givenToModels(file, pairs);
  // Nothing but settings of an agent or an evaluation puts files in so.
  const isSure = (pair: ConfigPair) =>
    isPromptfoo || given.has(pair) || pair.value.includes('{') || OF_AGENT.test(file.name);
  return pairs
    .filter((pair) => (isPromptfoo ? isListed(pair) : KEY.test(snakeKey(lastKey(pair)))))
    .flatMap((pair) =>
      targets(pair, isPromptfoo).map((target) =>
        named(file, pair.range, {
          kind: 'prompt',
          name: target,
          written: target,
          signature: SIGNATURE,
          confidence: isSure(pair) ? 'high' : 'medium',
          needs: 'use',
        }),
      ),
    )
    .slice(0, MOST);
};

/** `prompts: [file://chat.json, { id: a.txt }]` */
function isListed({ keys }: ConfigPair): boolean {
  return keys[0] === 'prompts' && (keys.length === 1 || /^(?:id|raw|file|prompt)$/u.test(keys.at(-1) ?? ''));
}

function targets({ value }: ConfigPair, isPromptfoo: boolean): string[] {
  const put = [...value.matchAll(PUT_IN)].map((match) => match[1] ?? '');
  const paths = put.length > 0 ? put : [value.replace(/^file:\/*/u, '')];
  return paths.filter((path) => path.length < 200 && (TEXT_FILE.test(path) || (isPromptfoo && CHAT_FILE.test(path))));
}

/** The places where configuration names files of prompts, as uses of these; and the sightings that are none. */
export function promptFilesNamed(sightings: readonly Sighting[]): {
  readonly uses: readonly FileUse[];
  readonly others: readonly Sighting[];
} {
  const naming = sightings.filter(({ signature }) => signature === SIGNATURE);
  if (naming.length === 0) return { uses: [], others: sightings };
  return { uses: naming.map(useOf), others: sightings.filter(({ signature }) => signature !== SIGNATURE) };
}

const useOf = remembering(({ line, column, endLine, endColumn, path, name, confidence }: Sighting): FileUse => ({
  line,
  column,
  endLine,
  endColumn,
  path,
  language: null,
  as: 'prompt',
  target: name,
  ...(confidence === 'high' ? { inAi: true } : {}),
}));
