/**
 * `maxTokens` → `max_tokens`, `openAIModels` → `open_ai_models`, so that one pattern reads the manners of all languages;
 * other marks stay. A plural of capitals is one word: `LLMs`, `userIDs`.
 */
export function snakeCase(name: string): string {
  return name
    .replace(/([A-Z])(?=[A-Z][a-z]{2})/g, '$1_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** The same for a key of configuration, where any marks stand between words: `spring.ai-model` → `spring_ai_model`. */
export function snakeKey(key: string): string {
  return snakeCase(key).replace(/[^a-z0-9]+/g, '_');
}
