/** What a scan is compared with: a search that reads every file of the tree and looks for such words in it. */
import { rgPath } from '@vscode/ripgrep';
import { time } from './measure.mjs';

const WORDS = [
  ...[
    'openai',
    'anthropic',
    'langchain',
    'llama',
    'transformers',
    'huggingface',
    'mistral',
    'gemini',
    'cohere',
    'ollama',
  ],
  ...[
    'bedrock',
    'gpt-',
    'claude-',
    'embedding',
    'prompt',
    'you are',
    'instruction',
    'model',
    '\\.csv',
    '\\.safetensors',
  ],
].join('|');

/** Counts the lines with such words, letter case aside: unlike a list of files, that reads everything to its end. */
export function reference(folder) {
  return time(rgPath, ['--count', '--ignore-case', WORDS, folder]);
}
