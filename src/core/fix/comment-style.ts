/** How a line of comment is written. */
export interface CommentStyle {
  readonly open: string;
  readonly close: string;
}

const HASH: CommentStyle = { open: '# ', close: '' };
const SLASHES: CommentStyle = { open: '// ', close: '' };
const ANGLES: CommentStyle = { open: '<!-- ', close: ' -->' };
const DASHES: CommentStyle = { open: '-- ', close: '' };

const BY_ENDING: readonly (readonly [CommentStyle, RegExp])[] = [
  [HASH, /\.(pyi?|ya?ml|toml|sh|bash|zsh|rb|r|jl|pl|properties|cfg|ps1|ex|exs|tf|hcl|mk|cmake)$/iu],
  [HASH, /(^|\/)(\.env(\.[^/]*)?|dockerfile|makefile|containerfile|modelfile)$/iu],
  [
    SLASHES,
    /\.(ts|mts|cts|tsx|js|mjs|cjs|jsx|java|kt|kts|cs|go|rs|c|cc|cpp|h|hpp|swift|scala|dart|php|groovy|proto)$/iu,
  ],
  [ANGLES, /\.(md|markdown|html?|xml)$/iu],
  [DASHES, /\.(sql|lua|hs)$/iu],
];

/** The comments of a file by its name; null where it has none (JSON, notebooks, binary files, plain text). */
function commentStyle(path: string): CommentStyle | null {
  return BY_ENDING.find(([, ending]) => ending.test(path))?.[0] ?? null;
}

/** The comments at one line of a file: Markdown has those of YAML in its front matter. */
export function commentStyleAt(path: string, lines: readonly string[], line: number): CommentStyle | null {
  const style = commentStyle(path);
  if (style !== ANGLES || !/^\uFEFF?---\s*$/u.test(lines[0] ?? '')) return style;
  const end = lines.findIndex((text, index) => index > 0 && /^---\s*$/u.test(text));
  return end > 0 && line <= end ? HASH : style;
}
