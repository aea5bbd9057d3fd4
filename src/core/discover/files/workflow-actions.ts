import { wordsOf } from '../prompts/text-features';
import { lastKey, type ConfigPair } from './pairs';
import type { ScannedFile } from './scanned-file';

/** Actions that hand a text to a model, by the repository they come from. */
const ACTIONS =
  /^(?:anthropics\/claude-code|openai\/codex-action|google-github-actions\/run-gemini-cli|google-gemini\/gemini-cli-action|actions\/ai-inference|sourcegraph\/\S*amp|openhands\/|all-hands-ai\/|block\/goose|continuedev\/|cursor\/|augmentcode\/)|(?:^|[/-])(?:ai|llm|gpt|claude|codex|gemini|copilot|openai|anthropic)(?:[-@/]|$)/iu;
const TEXTS =
  /^(?:(?:system|user|direct|override|custom|append[-_]system|review|base)[-_]?)?(?:prompt|instructions?|message)s?$/iu;

/** What a workflow hands to actions that work with models: `with: { prompt: … }` below `uses: openai/codex-action@v1`. */
export function givenToModels(file: ScannedFile, pairs: readonly ConfigPair[]): ReadonlySet<ConfigPair> {
  const found = new Set<ConfigPair>();
  if (!file.inFolder('workflows', 'actions')) return found;
  let uses = '';
  for (const pair of pairs) {
    if (lastKey(pair) === 'uses') uses = pair.value;
    if (pair.keys.at(-2) === 'with' && ACTIONS.test(uses)) found.add(pair);
  }
  return found;
}

/** Those of them that are texts to follow. */
export function toldByAction(file: ScannedFile, pairs: readonly ConfigPair[]): ReadonlySet<ConfigPair> {
  const given = [...givenToModels(file, pairs)];
  return new Set(given.filter((pair) => TEXTS.test(lastKey(pair)) && wordsOf(pair.value) >= 5));
}
