import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactsByPath, factsWith, listWith, type FileFacts, type ProseDocument } from '../../../src/core/model';

const prose = (path: string): ProseDocument => ({ path, kind: 'prose', text: 'words' });
const facts = (path: string, speaks: boolean, hash: string): FileFacts => ({
  ...{ path, hash, code: null, sightings: [], record: null, suppressions: [] },
  prose: speaks ? prose(path) : null,
});

const step = fc.record({
  path: fc.constantFrom('a', 'b', 'c', 'd'),
  what: fc.constantFrom('speaks', 'silent', 'gone', 'ask'),
});

describe('facts by path', () => {
  it('keep apart what a walk through all files would find, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const files = new FactsByPath();
        for (const [at, { path, what }] of steps.entries()) {
          if (what === 'gone') files.delete(path);
          else if (what !== 'ask') files.set(path, facts(path, what === 'speaks', String(at)));
          else {
            const [mark, before] = [files.mark, listWith(files, 'prose')];
            files.set(path, facts(path, true, String(at)));
            assert.deepEqual(files.since(mark), [path]);
            assert.equal(before.includes(files.get(path) as FileFacts), false);
          }
          const walked = new Map([...files].filter(([, each]) => each.prose !== null));
          // One that begins to speak while others do stands where it stands among all files.
          assert.deepEqual([...factsWith(files, 'prose')], [...walked]);
          assert.deepEqual(listWith(files, 'prose'), [...walked.values()]);
        }
      }),
    );
  });

  it('give the same list as long as nothing in it changed', () => {
    const files = new FactsByPath();
    files.set('a', facts('a', true, '1'));
    files.set('b', facts('b', false, '1'));
    const list = listWith(files, 'prose');
    files.set('b', facts('b', false, '2'));
    assert.equal(listWith(files, 'prose'), list);
    files.set('a', facts('a', true, '2'));
    assert.notEqual(listWith(files, 'prose'), list);
  });

  it('cannot tell what changed since long ago', () => {
    const files = new FactsByPath();
    const { mark } = files;
    for (let at = 0; at < 2000; at += 1) files.set('a', facts('a', false, String(at)));
    assert.equal(files.since(mark), null);
    assert.deepEqual(files.since(files.mark), []);
  });
});
