import type { Selection, SelectionDecision } from '../ports';
import { Attributes } from './attributes';
import type { Configuration } from './configuration';
import { isIgnoredByDefault } from './default-ignores';
import { compileGlobs } from './globs';
import { IgnoreFiles, parentFolder } from './ignore-files';

/**
 * Which paths belong to a project. `include` of the configuration wins over the defaults and `.gitignore`; `exclude` wins
 * over all. A folder that is left out takes everything in it along, but for what `include` names there.
 */
export function createSelection(configuration: Configuration): Selection {
  return new ProjectSelection(configuration);
}

class ProjectSelection implements Selection {
  readonly #ignoreFiles = new IgnoreFiles();
  readonly #attributes = new Attributes();
  readonly #include: ((path: string) => boolean) | null;
  readonly #exclude: ((path: string) => boolean) | null;
  /** Folders above what `include` names: entered though left out themselves. */
  readonly #mayHold: (folder: string) => boolean;
  readonly #folders = new Map<string, SelectionDecision>();

  constructor(configuration: Configuration) {
    this.#include = compileGlobs(configuration.include);
    this.#exclude = compileGlobs(configuration.exclude);
    const bases = configuration.include.map(baseOf);
    this.#mayHold = (folder) => bases.some((base) => base.startsWith(folder) || folder.startsWith(base));
  }

  decide(path: string): SelectionDecision {
    if (path === '' || path === '/') return 'take';
    if (path.endsWith('/')) return this.#entering(path);
    if (this.#exclude?.(path)) return 'config';
    if (this.#include?.(path)) return 'take';
    const above = this.#folder(parentFolder(path) ?? '');
    return above === 'take' ? this.#own(path) : above;
  }

  addIgnoreFile(directory: string, text: string): void {
    this.#ignoreFiles.add(directory, text);
    this.#folders.clear();
  }

  addAttributesFile(directory: string, text: string): void {
    this.#attributes.add(directory, text);
    this.#folders.clear();
  }

  /** A folder that is left out is entered all the same where `include` may name something in it. */
  #entering(path: string): SelectionDecision {
    const own = this.#folder(path.slice(0, -1));
    if (own === 'take' || own === 'config') return own;
    return this.#include !== null && this.#mayHold(path) ? 'take' : own;
  }

  /** What holds for all in a folder, from the root down. */
  #folder(folder: string): SelectionDecision {
    if (folder === '') return 'take';
    const known = this.#folders.get(folder);
    if (known) return known;
    const above = this.#folder(parentFolder(folder) ?? '');
    const decision = this.#exclude?.(folder)
      ? 'config'
      : this.#include?.(folder)
        ? 'take'
        : above === 'take'
          ? this.#own(`${folder}/`)
          : above;
    this.#folders.set(folder, decision);
    return decision;
  }

  #own(path: string): SelectionDecision {
    if (isIgnoredByDefault(path)) return 'default';
    if (this.#ignoreFiles.ignores(path)) return 'gitignore';
    return this.#attributes.marks(path) ? 'default' : 'take';
  }
}

/** The folders that a glob begins with, written out: `vendor/prompts/*.txt` → `vendor/prompts/`; '' where it may be anywhere. */
function baseOf(glob: string): string {
  const plain = glob.replace(/^(?:\.\/|\/)+/u, '');
  if (!plain.replace(/\/+$/u, '').includes('/')) return '';
  const parts = plain.split('/');
  const fixed = parts.findIndex((part) => /[*?[\]{}()!+@]/u.test(part));
  const folders = fixed < 0 ? parts.slice(0, -1) : parts.slice(0, fixed);
  return folders.length === 0 ? '' : `${folders.join('/')}/`;
}
