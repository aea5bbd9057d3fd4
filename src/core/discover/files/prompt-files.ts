import type { Confidence, Sighting } from '../../model';
import { featuresOf, mayBeImperative } from '../prompts/text-features';
import { isExamplePath, isTestPath } from '../scope';
import { isInstructionFile, isOfUnknownTool } from './developer-tools';
import { wholeFile, type Detector, type ScannedFile } from './scanned-file';

const PROMPT_FOLDERS = [
  'prompts', 'prompt', 'preprompts', 'prompt_templates', 'prompt-templates', 'prompttemplates', 'system_prompts', 'system-prompts', 'systemprompts', 'system_prompt',
  'llm_prompts', 'ai_prompts', 'ai-prompts', 'llm-prompts', 'instructions', 'personas', 'jinja_prompts', 'metaprompts', 'rubrics', 'judges', 'graders',
]; // prettier-ignore
/** Text and template formats; '' for files without extension. */
const TEXTS = new Set([
  '',
  'txt',
  'md',
  'markdown',
  'j2',
  'jinja',
  'jinja2',
  'hbs',
  'handlebars',
  'mustache',
  'tmpl',
  'tpl',
  'tmp',
  'liquid',
  'st',
  'stg',
  'prompt',
  'text',
  'mako',
  'xml',
  'gotmpl',
  'ftl',
  'njk',
  'ejs',
  'sbn',
  'scriban',
  'vm',
  'peb',
]);
const TEMPLATES = new Set([
  'j2',
  'jinja',
  'jinja2',
  'hbs',
  'handlebars',
  'mustache',
  'tmpl',
  'tpl',
  'liquid',
  'st',
  'prompt',
  'gotmpl',
  'njk',
  'mako',
  'sbn',
  'scriban',
  'vm',
  'peb',
  'ftl',
]);
const NAMED =
  /(?:^|[-_.])(?:prompts?|preprompt|system[-_]?message|sysprompt|metaprompt)(?:[-_.]?(?:template|text|v?\d+|base|system|user|en))*$|^(?:system|user)[-_]?prompt|^system$|^prompt[-_.]/;
/** A chat written as text: a line that says who speaks. */
const ROLES = /^(?:#+ *)?(?:system|user|assistant)\s*:\s*$/im;
/** Papers and settings of a project; what only begins like one (`summary_v2.txt`, `security-review.md`) is none. */
const NOT_PROMPTS =
  /^(?:readme|changelog|license|licence|contributing|code_of_conduct|requirements|\.git(?:ignore|attributes|keep)|\.npmignore|__init__|codeowners|dockerfile)(?:$|[._-])|^(?:index|security|todo|summary|authors|notice|makefile|jenkinsfile|procfile|gemfile|rakefile|version)(?:$|\.)/;
const TOPICS = /^(?:summary|security)\./;
const SHORTEST = 12;

/** Files that are prompts: by their own format, by the tool that reads them, by folder or name together with their text. */
export const promptFiles: Detector = (file) => {
  if (file.text === null || file.pointer) return [];
  const found = ofOwnFormat(file) ?? ofTool(file) ?? byPlace(file);
  return found ? [wholeFile(file, { kind: 'prompt', name: file.path, ...found })] : [];
};

interface Found {
  readonly signature: string;
  readonly confidence: Confidence;
  readonly needs?: Sighting['needs'];
}

function ofOwnFormat(file: ScannedFile): Found | null {
  const text = file.text ?? '';
  if (text.trim().length < SHORTEST) return null;
  if (file.extension === 'prompty') return { signature: 'file.prompty', confidence: 'high' };
  if (/\.prompt\.ya?ml$/u.test(file.name))
    return /^\s*(?:messages|prompt|template|model|content|system)\s*:/mu.test(text)
      ? { signature: 'file.prompt-yaml', confidence: 'high' }
      : null;
  if (file.extension === 'prompt') return dotprompt(file);
  if (file.name === 'skprompt.txt') return { signature: 'file.skprompt', confidence: 'high' };
  return null;
}

/** Dotprompt has a header or Handlebars; other tools keep plain text under that extension. */
function dotprompt(file: ScannedFile): Found | null {
  const hasHeader =
    file.header?.has('model') === true || file.header?.has('input') === true || file.header?.has('config') === true;
  if (hasHeader || /\{\{[^}]+\}\}/u.test(file.text ?? '')) return { signature: 'file.dotprompt', confidence: 'high' };
  const { words, foreign } = featuresOf(file.body);
  return words >= 5 && !foreign ? { signature: 'file.prompt', confidence: 'medium' } : null;
}

function ofTool(file: ScannedFile): Found | null {
  const text = file.text ?? '';
  // A tool takes what stands in such a file, however short.
  if (text.trim() !== '' && isInstructionFile(file.path))
    return {
      signature: 'file.instructions',
      ...(isOfUnknownTool(file.path) ? { confidence: 'medium', needs: 'ai' } : { confidence: 'high' }),
    };
  if (text.trim().length < SHORTEST) return null;
  if (file.extension !== 'md' || !file.header) return null;
  const { header } = file;
  if (isWorkflow(file)) return { signature: 'file.agentic-workflow', confidence: 'high' };
  const agentFolder = file.inFolder(
    'agents',
    'subagents',
    'commands',
    'output-styles',
    'skills',
    'chatmodes',
    'modes',
    'droids',
  );
  const agentHeader =
    header.has('description') &&
    ['tools', 'model', 'allowed-tools', 'argument-hint', 'agent'].some((key) => header.has(key));
  if (agentFolder && agentHeader) return { signature: 'file.agent', confidence: 'high' };
  // What is asked for stands behind the name of the command.
  const isCommand =
    file.inFolder('commands') && header.has('description') && /\$(?:ARGUMENTS\b|\{ARGUMENTS\})/u.test(header.body);
  return isCommand ? { signature: 'file.agent', confidence: 'medium', needs: 'ai' } : null;
}

/** `.github/workflows/triage.md`: a header that says when it runs, and a body that says what an agent does. */
function isWorkflow(file: ScannedFile): boolean {
  const { header } = file;
  if (!header?.has('on') || !file.inFolder('workflows')) return false;
  return [
    'engine',
    'permissions',
    'tools',
    'safe-outputs',
    'timeout-minutes',
    'timeout_minutes',
    'imports',
    'mcp-servers',
  ].some((key) => header.has(key));
}

/** In a folder of prompts `summary.md` is one like the others. */
function isPaper({ name, folders }: ScannedFile): boolean {
  return NOT_PROMPTS.test(name) && !(TOPICS.test(name) && PROMPT_FOLDERS.includes(folders.at(-1) ?? ''));
}

/** A folder or a name says prompt; the text decides how far that is believed. */
function byPlace(file: ScannedFile): Found | null {
  if (!TEXTS.has(file.extension) || isPaper(file) || file.header?.has('record') === true) return null;
  const folder = file.folders
    .slice(-3)
    .find((name) => PROMPT_FOLDERS.includes(name) || /(?:^|[-_])prompts(?:$|[-_])|^prompt[-_]files?$/.test(name));
  const named = isNamed(file);
  const body = file.body;
  if (TEMPLATES.has(file.extension) && ROLES.test(body)) return { signature: 'file.chat-template', confidence: 'high' };
  if (folder === undefined && !named) return readsLikePrompt(file) ? READ : null;
  const features = featuresOf(body);
  if (body.trim().length < SHORTEST || features.words < 3) return null;
  const signature = folder === undefined ? 'file.prompt-name' : 'file.prompt-folder';
  return { signature, ...weighed(file, features, folder, named) };
}

function isNamed(file: ScannedFile): boolean {
  return NAMED.test(file.stem) || (TEMPLATES.has(file.extension) && /prompt/.test(file.stem)) || isPart(file);
}

/**
 * `patterns/summarize/system.md`, `roles/shell.md`: parts that a model is given to play, one a folder or one a file. Pages
 * about a system, and roles of servers and of people at work, tell nobody who to be.
 */
function isPart(file: ScannedFile): boolean {
  const isRole = file.folders.at(-1) === 'roles' && file.extension === 'md';
  if (!isRole && !/^(?:system|sys)$/.test(file.stem)) return false;
  const { persona, role } = featuresOf(file.body.replace(/^(?:\s*#[^\n]*\n)+/, ''));
  return (isRole ? role : persona) && !file.inFolder('docs', 'doc', 'documentation', 'wiki');
}

/** Nothing but its text says so: code has to read it. */
const READ: Found = { signature: 'file.prompt-text', confidence: 'low', needs: 'use' };

/** It begins by saying who to be, or what to do with what is put in. Terms and manuals speak to people further down. */
function readsLikePrompt({ extension, body }: ScannedFile): boolean {
  if (extension === 'xml' || extension === '') return false;
  const speaks = /^\W*(?:you are an?\b|you are the\b|your (?:task|job|role|goal) is\b|act as\b)/i.test(
    body.slice(0, 200),
  );
  if (!speaks && !mayBeImperative(body)) return false;
  const { foreign, words, score, placeholders, parts, imperative, format } = featuresOf(body);
  if (foreign || words < 8) return false;
  return (speaks && score >= 4) || (imperative && format && (placeholders > 0 || parts) && score >= 5);
}

type Features = ReturnType<typeof featuresOf>;
type Weight = Pick<Found, 'confidence' | 'needs'>;

function weighed(file: ScannedFile, features: Features, folder: string | undefined, named: boolean): Weight {
  const prompting = features.persona || features.score >= 3 || (features.placeholders > 0 && features.words >= 5);
  const strong = folder !== undefined && !VAGUE_FOLDERS.has(folder);
  // Documentation of a prompt library lies in such folders too: Markdown has to speak to somebody.
  if (PROSE.has(file.extension)) return prose(file, features, named || isPlaced(folder));
  if (prompting && (strong || named))
    return isDoubtful(file, features) ? { confidence: 'medium', needs: 'ai' } : { confidence: 'high' };
  if (features.foreign) return { confidence: 'low', needs: 'use' };
  if (strong) return { confidence: 'medium', needs: 'ai' };
  return { confidence: 'low', needs: prompting || named ? 'ai' : 'use' };
}

function prose(file: ScannedFile, features: Features, placed: boolean): Weight {
  const speaks = features.persona && (features.score >= 4 || features.placeholders > 0);
  const fills = features.placeholders > 0 && (features.format || TURN.test(file.stem));
  const instructs = features.imperative || fills;
  const documents = isExamplePath(file.path) && file.inFolder('docs', 'doc', 'documentation');
  return placed && (speaks || instructs || isPart(file)) && !documents && !features.foreign
    ? { confidence: 'medium', needs: 'ai' }
    : { confidence: 'low', needs: 'use' };
}

/** What lies in a folder of judges and instructs, instructs a judge. */
function isPlaced(folder: string | undefined): boolean {
  return folder !== undefined && (!VAGUE_FOLDERS.has(folder) || /^(?:rubrics|judges|graders)$/.test(folder));
}

const VAGUE_FOLDERS = new Set(['instructions', 'prompt', 'personas', 'rubrics', 'judges', 'graders']);
/** Files of one turn: `prompts/triage/user.md`. */
const TURN = /^(?:system|developer|user|human|assistant)$/;
const PROSE = new Set(['md', 'markdown', 'xml']);

/** Words for people at a terminal or on a stage lie in such folders too: they get no part to play. */
function isDoubtful(file: ScannedFile, features: Features): boolean {
  return isTestPath(file.path) || features.foreign || !features.role;
}
