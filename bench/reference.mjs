/** What a scan is compared with: a search that reads every file of the tree and looks for such words in it. */
import { spawnSync } from 'node:child_process';
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

const hasRipgrep = spawnSync('rg', ['--version']).status === 0;

export const referenceName = hasRipgrep ? 'rg' : 'grep';

/** Counts the lines with such words, letter case aside: unlike a list of files, that reads everything to its end. */
export function reference(folder) {
  return hasRipgrep
    ? time('rg', ['--count', '--ignore-case', WORDS, folder])
    : time('grep', ['-rIicE', WORDS, folder], { LC_ALL: 'C.UTF-8' });
}
