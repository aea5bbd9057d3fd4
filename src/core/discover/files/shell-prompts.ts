import { keptPrompt } from './kept-prompts';
import type { Detector } from './scanned-file';

const SHELLS = new Set(['sh', 'bash', 'zsh']);
const LARGEST = 64 * 1024;
const MOST = 30;
/** `NAME="…"`, `NAME='…'`, over several lines too, and `NAME=$(cat <<EOF … EOF)`. */
const QUOTED =
  /^[ \t]*(?:(?:export|local|readonly|declare)[ \t]+)?([A-Za-z_]\w{0,80})=(?:"((?:[^"\\]|\\[\s\S]){20,8000})"|'([^']{20,8000})')/gmu;
const HEREDOC =
  /^[ \t]*(?:(?:export|local|readonly)[ \t]+)?([A-Za-z_]\w{0,80})=["']?\$\(cat <<-?[ \t]*["']?(\w{1,40})["']?\r?\n/gmu;
/** The system message in the body of a request: `\"role\": \"system\", \"content\": \"…\"`. */
const MESSAGE =
  /\\?"role\\?"\s{0,9}:\s{0,9}\\?"(system|developer)\\?"\s{0,9},\s{0,9}\\?"content\\?"\s{0,9}:\s{0,9}\\?"((?:[^"\\]|\\[^"]){20,8000})\\?"/gu;
/** What works with models in a script. */
const AI =
  /\/v1\/(?:chat\/completions|completions|messages|responses|embeddings)|\bollama\s|\bllm\s+-|\b(?:claude|gemini|codex)\s+-|api\.(?:openai|anthropic)\.com|localhost:11434|\baichat\b|\bmods\b/u;

interface Text {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isMessage: boolean;
}

/** Prompts in shell scripts that work with models: in variables, and in the bodies of requests. */
export const shellPrompts: Detector = (file) => {
  const { text } = file;
  if (!SHELLS.has(file.extension) || text === null || text.length > LARGEST || !AI.test(text)) return [];
  return [...variables(text), ...heredocs(text), ...messages(text)]
    .slice(0, MOST)
    .flatMap((found) => keptPrompt(file, 'shell.prompt', { ...found, place: found.isMessage ? 'system' : null }));
};

function variables(text: string): Text[] {
  return [...text.matchAll(QUOTED)].map((match) => {
    const value = match[2] ?? match[3] ?? '';
    const start = match.index + match[0].length - value.length - 1;
    return { name: match[1] ?? '', text: value, start, end: start + value.length, isMessage: false };
  });
}

function heredocs(text: string): Text[] {
  return [...text.matchAll(HEREDOC)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = text.indexOf(`\n${match[2] ?? ''}`, start - 1);
    return end <= start ? [] : [{ name: match[1] ?? '', text: text.slice(start, end), start, end, isMessage: false }];
  });
}

/** What is put in from a variable is found there. */
function messages(text: string): Text[] {
  return [...text.matchAll(MESSAGE)].flatMap((match) => {
    const value = match[2] ?? '';
    if (/^["'\s]*\$\{?\w+\}?["'\s]*$/u.test(value)) return [];
    const start = match.index + match[0].lastIndexOf(value);
    return [{ name: 'request:system', text: value, start, end: start + value.length, isMessage: true }];
  });
}
