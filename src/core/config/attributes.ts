import ignore, { type Ignore } from 'ignore';
import { parentFolder } from './ignore-files';

const ATTRIBUTES = ['linguist-vendored', 'linguist-generated'] as const;

/** `*.ipynb linguist-generated` and the like correct the language statistics of a hoster; they say nothing of a file. */
const WHOLE_LANGUAGE = /^(?:\*\*\/)?\*\.(?:ipynb|py|[cm]?[jt]sx?|md|html?|css|java|kt|go|cs|rs|rb|php|ya?ml|json)$/iu;

/** Which files the `.gitattributes` of a project call vendored or generated. */
export class Attributes {
  readonly #byFolder = new Map<string, Ignore>();

  add(folder: string, text: string): void {
    const patterns = text.split(/\r?\n/u).flatMap(patternsOf);
    if (patterns.length > 0)
      this.#byFolder.set(folder, ignore({ ignorecase: false, allowRelativePaths: true }).add(patterns));
    else this.#byFolder.delete(folder);
  }

  marks(path: string): boolean {
    if (this.#byFolder.size === 0) return false;
    for (let folder = parentFolder(path); folder !== null; folder = parentFolder(folder === '' ? '' : `${folder}/`)) {
      const rules = this.#byFolder.get(folder);
      if (!rules) continue;
      const { ignored, unignored } = rules.test(folder === '' ? path : path.slice(folder.length + 1));
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

/** One line as a pattern of `.gitignore`: set attributes ignore, unset ones (`-linguist-vendored`, `=false`) take back. */
function patternsOf(line: string): string[] {
  const trimmed = line.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('[attr]') || trimmed.startsWith('"')) return [];
  const [pattern = '', ...attributes] = trimmed.split(/\s+/u);
  if (WHOLE_LANGUAGE.test(pattern) || pattern.startsWith('!')) return [];
  const set = attributes.some((word) =>
    ATTRIBUTES.some((name) => word === name || word === `${name}=true` || word === `${name}=1`),
  );
  const unset = attributes.some((word) =>
    ATTRIBUTES.some(
      (name) => word === `-${name}` || word === `!${name}` || word === `${name}=false` || word === `${name}=0`,
    ),
  );
  return set ? [pattern] : unset ? [`!${pattern}`] : [];
}
