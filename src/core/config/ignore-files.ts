import ignore, { type Ignore } from 'ignore';

/** What one `.gitignore` or `.gitattributes` says of the paths below its folder. */
type Verdict = 'ignored' | 'unignored' | 'silent';

/**
 * The `.gitignore` files of a project, each for its own folder. As in Git the nearest file decides, and what lies in an
 * ignored folder stays ignored (the caller asks for folders first).
 */
export class IgnoreFiles {
  readonly #byFolder = new Map<string, Ignore>();

  /** `folder` is '' for the root; text that comes for a folder again takes the place of what was there. */
  add(folder: string, text: string): void {
    this.#byFolder.set(folder, ignore({ ignorecase: false, allowRelativePaths: true }).add(text));
  }

  get isEmpty(): boolean {
    return this.#byFolder.size === 0;
  }

  /** True where the file or folder (`/` at its end) is ignored by itself, its parents left aside. */
  ignores(path: string): boolean {
    for (let folder = parentFolder(path); folder !== null; folder = parentFolder(folder === '' ? '' : `${folder}/`)) {
      const rules = this.#byFolder.get(folder);
      if (!rules) continue;
      const verdict = verdictOf(rules, folder === '' ? path : path.slice(folder.length + 1));
      if (verdict !== 'silent') return verdict === 'ignored';
    }
    return false;
  }
}

function verdictOf(rules: Ignore, relative: string): Verdict {
  const { ignored, unignored } = rules.test(relative);
  return ignored ? 'ignored' : unignored ? 'unignored' : 'silent';
}

/** The folder that holds a path: `a/b/` → `a`, `a` → '', '' → null. */
export function parentFolder(path: string): string | null {
  if (path === '') return null;
  const plain = path.endsWith('/') ? path.slice(0, -1) : path;
  const slash = plain.lastIndexOf('/');
  return slash < 0 ? '' : plain.slice(0, slash);
}
