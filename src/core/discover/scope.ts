import { compileGlobs } from '../config/globs';
import type { Configuration } from '../config/configuration';
import type { Scope } from '../model';
import { isDeveloperTool } from './files/developer-tools';

const TEST_FOLDERS = new Set([
  'test', 'tests', '__tests__', '__test__', '__mocks__', '__fixtures__', '__snapshots__', 'testing', 'testdata', 'test-data', 'test_data', 'spec', 'specs',
  'fixture', 'fixtures', 'e2e', 'integration-tests', 'integration_tests', 'integrationtest', 'unittest', 'unittests', 'unit_tests', 'mocks', 'cypress', 'playwright',
]); // prettier-ignore
const TEST_FILE =
  /(?:^|[._-])(?:test|tests|spec|specs|e2e|cy)\.[cm]?[jt]sx?$|^test_[^/]*\.(?:py|ipynb)$|_tests?\.(?:py|go|rb|exs?|cc|cpp)$|(?:^|\/)conftest\.py$|(?:Test|Tests|IT|Spec)\.(?:java|kt|cs|scala|swift|php)$|_spec\.rb$|\.mock\.[cm]?[jt]sx?$/u;
const EXAMPLE_FOLDERS = new Set([
  'example', 'examples', 'sample', 'samples', 'demo', 'demos', 'doc', 'docs', 'documentation', 'cookbook', 'cookbooks', 'tutorial', 'tutorials', 'quickstart', 'quickstarts',
  'playground', 'playgrounds', 'workshop', 'workshops', 'showcase', 'getting-started', 'getting_started',
]); // prettier-ignore

/** True where the path by itself says test code or test data. */
export function isTestPath(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return parts.some((part) => TEST_FOLDERS.has(part.toLowerCase())) || TEST_FILE.test(name);
}

/** True where a folder on the way says example or documentation. */
export function isExamplePath(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some(
      (part) =>
        EXAMPLE_FOLDERS.has(part.toLowerCase()) ||
        /^(?:example|sample)s?[-_]|[-_](?:example|sample|demo)s?$/iu.test(part),
    );
}

const ORDER: readonly Scope[] = ['product', 'example', 'test', 'development'];

/** The scope that counts for an asset seen in several: product, else example, else test, else development. */
export function bestScope(scopes: readonly Scope[]): Scope {
  return ORDER.find((scope) => scopes.includes(scope)) ?? 'product';
}

const made = new WeakMap<Configuration, (path: string) => Scope>();

/**
 * Says of a path (project-relative) what its code is for: by the globs of the configuration, else by what it is called.
 * Worked out once for each configuration and path.
 */
export function createScopes(configuration: Configuration): (path: string) => Scope {
  const known = made.get(configuration);
  if (known) return known;
  const judge = scopesBy(configuration);
  const judged = new Map<string, Scope>();
  const scopeOf = (path: string): Scope => {
    const scope = judged.get(path) ?? judge(path);
    judged.set(path, scope);
    return scope;
  };
  made.set(configuration, scopeOf);
  return scopeOf;
}

function scopesBy(configuration: Configuration): (path: string) => Scope {
  const told = ORDER.flatMap((scope) => {
    const matches = compileGlobs(configuration.scopes[scope] ?? []);
    return matches ? [{ scope, matches }] : [];
  });
  return (path) => {
    const stated = told.find(({ matches }) => matches(path));
    if (stated) return stated.scope;
    if (isTestPath(path)) return 'test';
    if (isDeveloperTool(path)) return 'development';
    return isExamplePath(path) ? 'example' : 'product';
  };
}
