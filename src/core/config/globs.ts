import { matchesOne } from './safe-glob';

/**
 * Globs of `ai-baseline.yaml` as one question, null where there are none. As in `.gitignore` one without a slash holds at
 * any depth, and one that names a folder holds for all in it.
 */
export function compileGlobs(globs: readonly string[]): ((path: string) => boolean) | null {
  if (globs.length === 0) return null;
  return matchesOne(globs.flatMap(variantsOf));
}

function variantsOf(glob: string): string[] {
  const plain = glob.replace(/^(?:\.\/|\/)+/u, '');
  const folder = plain.replace(/\/+$/u, '');
  if (folder === '') return [];
  const base = folder.includes('/') || glob.startsWith('/') ? folder : `**/${folder}`;
  return folder === plain && !/\*\*$/u.test(folder) ? [base, `${base}/**`] : [`${base}/**`];
}
