/**
 * What the developers' own tools read as instructions: assistants in the editor, coding agents, reviewers. These are
 * prompts of the development, not of the product.
 */

/** Names that mean it wherever they stand. */
const NAMES = new Set([
  'agents.md', 'agents.override.md', 'claude.md', 'claude.local.md', 'gemini.md', 'copilot-instructions.md', 'qwen.md', 'warp.md', 'codex.md', 'crush.md', 'jules.md',
  '.cursorrules', '.windsurfrules', '.clinerules', '.roorules', '.goosehints', '.rules', '.replit.md', 'skill.md',
]); // prettier-ignore
const NAME_ENDINGS = /\.(?:prompt|instructions|agent|chatmode)\.md$/u;

/** Folders of tools, and what in them is read as instructions. */
const FOLDERS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)\.cursor\/(?:rules|commands|agents)\//u, /\.(?:mdc|md)$/u],
  [/(?:^|\/)\.claude\/(?:agents|commands|output-styles|rules)\//u, /\.md$/u],
  [/(?:^|\/)\.windsurf\/(?:rules|workflows)\//u, /\.md$/u],
  [
    /(?:^|\/)\.(?:clinerules|roo\/rules[^/]*|roo\/commands|kilocode\/rules|trae\/rules|augment\/rules|augment\/commands|continue\/(?:rules|prompts)|amazonq\/(?:rules|prompts)|kiro\/steering|junie|openhands\/microagents|opencode\/(?:agents?|commands?)|factory\/(?:droids|commands)|codex\/prompts|qwen\/commands|agents?\/(?:rules|commands|workflows))\//u,
    /\.(?:md|mdc|txt|prompt)$/u,
  ],
  [/(?:^|\/)\.gemini\/commands\//u, /\.toml$/u],
  [/(?:^|\/)\.github\/(?:prompts|instructions|agents|chatmodes|copilot)\//u, /\.md$/u],
];
/** New assistants come every month, and each calls it so; linters and sites keep the pages about their rules there too. */
const RULES =
  /(?:^|\/)\.(?!git|semgrep|spectral|sonar|vale|changelog|(?:vue|vite)press|docs?\/|docusaurus|storybook|obsidian|[\w-]*lint)[\w-]+\/rules(?:-[\w-]+)?\/(?:[^/]+\/)*[^/]+\.mdc?$/u;
const NOT_INSTRUCTIONS = /(?:^|\/)(?:readme|changelog|license|contributing)[^/]*$/u;

/** `docs/agents.md`: tools read such names in capitals, or at the top; among documentation they are pages about something. */
function isPageOfDocs(path: string): boolean {
  return /(?:^|\/)(?:docs?|documentation|website|content|wiki|guides?|pages)\/(?:.*\/)?[a-z.]+\.md$/u.test(path);
}

/** True for a file that a developers' tool reads as a prompt. */
export function isInstructionFile(path: string): boolean {
  const plain = path.toLowerCase();
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  if (NAMES.has(name)) return !isPageOfDocs(path);
  if (NAME_ENDINGS.test(name)) return true;
  // All these folders begin with a dot.
  if (!plain.startsWith('.') && !plain.includes('/.')) return false;
  return (isInFolder(plain, name) || RULES.test(plain)) && !NOT_INSTRUCTIONS.test(plain);
}

function isInFolder(path: string, name: string): boolean {
  return FOLDERS.some(([folder, ending]) => folder.test(path) && ending.test(name));
}

/** True for `.any/rules/*.md` of a tool that is not known here: more than the place has to say that an assistant reads it. */
export function isOfUnknownTool(path: string): boolean {
  const plain = path.toLowerCase();
  const name = plain.slice(plain.lastIndexOf('/') + 1);
  const isKnown = NAMES.has(name) || NAME_ENDINGS.test(name) || isInFolder(plain, name);
  return !isKnown && name.endsWith('.md') && RULES.test(plain);
}

/** True for anything that belongs to the developers' own tools: instructions, and all in the tools' folders. */
export function isDeveloperTool(path: string): boolean {
  const plain = path.toLowerCase();
  if (isInstructionFile(plain) || /(?:^|\/)(?:\.mcp\.json|claude_desktop_config\.json)$/u.test(plain)) return true;
  return /(?:^|\/)\.(?:github|gitlab|circleci|vscode|cursor|claude|windsurf|clinerules|roo|devcontainer|husky|idea|ci|gemini|kiro|continue)\//u.test(
    plain,
  );
}
