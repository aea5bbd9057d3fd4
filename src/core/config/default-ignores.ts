/** Folders that hold other people's code, caches and results of builds, whatever stands in `.gitignore`. */
const ALWAYS = new Set([
  'node_modules', '.git', '.hg', '.svn', '.jj', 'bower_components', 'jspm_packages', 'vendor', 'site-packages',
  '.venv', 'venv', '.virtualenv', '__pycache__', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.tox', '.nox', '.eggs',
  '.ipynb_checkpoints', '.next', '.nuxt', '.svelte-kit', '.astro', '.turbo', '.parcel-cache', '.cache', '.gradle',
  '.terraform', '.yarn', '.pnpm-store', '.idea', '.vs', '.vscode-test', '.angular', '.output', '.vercel', '.serverless', '.aws-sam',
  '.bundle', '.cargo', '.dart_tool', 'Pods', 'DerivedData', 'htmlcov', '.nyc_output',
]); // prettier-ignore

/** Names of build results that are also ordinary words: inside a source folder they are somebody's code. */
const RESULTS = new Set(['dist', 'build', 'out', 'target', 'coverage']);
const SOURCES = new Set([
  'src',
  'lib',
  'app',
  'apps',
  'source',
  'sources',
  'pkg',
  'internal',
  'cmd',
  'components',
  'test',
  'tests',
]);

const FILES = new Set([
  'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', 'deno.lock', 'poetry.lock', 'uv.lock',
  'pdm.lock', 'Pipfile.lock', 'pixi.lock', 'conda-lock.yml', 'Cargo.lock', 'composer.lock', 'Gemfile.lock', 'go.sum', 'go.work.sum',
  'packages.lock.json', 'gradle.lockfile', 'flake.lock', 'mix.lock', 'pubspec.lock', 'Podfile.lock', '.terraform.lock.hcl', '.DS_Store', 'Thumbs.db',
]); // prettier-ignore

const ENDINGS = /\.(?:min\.(?:js|css|mjs|cjs)|map|pyc|pyo|class|egg-info)$/u;

/** True where a path is left out unless `include` names it. `path` of a folder ends in `/`; its parents are not looked at. */
export function isIgnoredByDefault(path: string): boolean {
  const isFolder = path.endsWith('/');
  const parts = (isFolder ? path.slice(0, -1) : path).split('/');
  const name = parts.at(-1) ?? '';
  if (!isFolder) return FILES.has(name) || ENDINGS.test(name);
  if (ALWAYS.has(name) || name.endsWith('.egg-info')) return true;
  return RESULTS.has(name) && !parts.slice(0, -1).some((part) => SOURCES.has(part));
}
