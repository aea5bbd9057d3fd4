import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ModuleRoots, within } from '../../../../src/core/discover/signatures/module-roots';

const ROOTS = ['openai', 'google.genai', 'google.cloud.ai', '@scope/*', 'lang*', 'a/b', 'a/b.c', 'ai', 'System.Ai'];

/** Modules that are, begin like, or lie around the roots. */
const modules = fc
  .array(fc.constantFrom('openai', 'google', 'genai', 'cloud', 'ai', 'a', 'b', 'c', '@scope', 'lang', 'langx', 'System', ''), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((parts) => fc.array(fc.constantFrom('.', '/', '-'), { minLength: parts.length, maxLength: parts.length }).map((marks) =>
    parts.map((part, at) => part + (at === parts.length - 1 ? '' : (marks[at] ?? ''))).join(''),
  )); // prettier-ignore

describe('roots of libraries', () => {
  it('are found by a module as if each had been compared with it', () => {
    const roots = new ModuleRoots(ROOTS);
    fc.assert(
      fc.property(modules, (module) => {
        const inside = ROOTS.filter((root) => within(root, module) !== null);
        const below = ROOTS.filter((root) => root.startsWith(`${module}.`));
        assert.deepEqual([...roots.of(module).inside].sort(), inside.sort());
        assert.deepEqual([...roots.of(module).all].sort(), [...new Set([...inside, ...below])].sort());
      }),
    );
  });
});
