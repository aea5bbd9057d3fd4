import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NEVER_CANCELLED } from '../../../src/core';
import { CONFIGURATION_KEYS } from '../../../src/core/config/keys';
import { topLevelKeys } from '../../../src/core/config/schema';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';

/** The text with the cursor at `|` taken out, and where that was. */
function withCursor(marked: string) {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  return {
    text: marked.replace('|', ''),
    position: { line: before.length, column: (before.at(-1) ?? '').length + 1 },
  };
}

async function at(marked: string) {
  const { text, position } = withCursor(marked);
  const engine = engineOver(new MemoryWorkspace({ 'ai-baseline.yaml': text }));
  const found = await engine.complete('ai-baseline.yaml', position, NEVER_CANCELLED);
  const applied = found.map(({ label, insert, range }) => {
    const lines = text.split('\n');
    const line = lines[range.line - 1] ?? '';
    return [label, `${line.slice(0, range.column - 1)}${insert}${line.slice(range.endColumn - 1)}`] as const;
  });
  return { applied: new Map(applied), hover: await engine.hover('ai-baseline.yaml', position, NEVER_CANCELLED) };
}

describe('help while typing in ai-baseline.yaml', () => {
  const completions: readonly (readonly [string, string, readonly (readonly [string, string])[], readonly string[]])[] =
    [
      [
        'keys at the top',
        'sev|',
        [
          ['severities', 'severities: '],
          ['records', 'records: '],
        ],
        ['undocumented-model', 'rules'],
      ],
      ['a key that is there no second time', 'records: a\n|', [['scopes', 'scopes: ']], ['records']],
      [
        'ids of rules as keys',
        'severities:\n  und|',
        [['undocumented-prompt', '  undocumented-prompt: ']],
        ['include'],
      ],
      [
        'words of severity',
        'severities:\n  undocumented-prompt: e|',
        [['error', '  undocumented-prompt: error']],
        ['include'],
      ],
      [
        'keys of an entry',
        'suppressions:\n  - r|',
        [
          ['rules', '  - rules: []'],
          ['reason', '  - reason: '],
        ],
        ['records'],
      ],
      [
        'further keys of an entry',
        'suppressions:\n  - rules: [x]\n    |',
        [['paths', '    paths: []']],
        ['rules', 'records'],
      ],
      [
        'ids of rules in a list',
        'suppressions:\n  - rules: [undocumented-model, st|]',
        [['stale-record', '  - rules: [undocumented-model, stale-record]']],
        [],
      ],
      [
        'ids of rules line by line',
        'suppressions:\n  - rules:\n      - st|',
        [['stale-record', '      - stale-record']],
        ['paths'],
      ],
      ['scopes', 'scopes:\n  |', [['example', '  example: ']], ['include']],
      ['kinds of records', 'templates:\n  mod|', [['model-card', '  model-card: ']], ['include']],
      [
        'keys of a field',
        'fields:\n  model-card:\n    - heading: X\n      le|',
        [['level', '      level: ']],
        ['heading', 'include'],
      ],
      [
        'words of a level',
        'fields:\n  model-card:\n    - heading: X\n      level: |',
        [['required', '      level: required']],
        [],
      ],
      ['nothing in a comment', '# sev|', [], ['severities']],
    ];
  for (const [what, marked, offered, hidden] of completions) {
    it(`offers ${what}`, async () => {
      const { applied } = await at(marked);
      for (const [label, line] of offered) assert.equal(applied.get(label), line, [...applied.keys()].join(' '));
      for (const label of hidden) assert.ok(!applied.has(label), label);
    });
  }

  const hovers: readonly (readonly [string, string, RegExp | null])[] = [
    ['a key', 'exc|lude: [a]', /never looked at/u],
    ['a rule with its severity', 'severities:\n  undocumented-m|odel: off', /A model that nobody has documented/u],
    ['a rule in a list', 'suppressions:\n  - rules: [undocumented-m|odel]', /A model that nobody has documented/u],
    ['nothing at what nobody knows', 'nonsen|se: 1', null],
  ];
  for (const [what, marked, expected] of hovers) {
    it(`explains ${what}`, async () => {
      const { hover } = await at(marked);
      if (expected === null) assert.equal(hover, null);
      else assert.match(hover?.markdown ?? '', expected);
    });
  }

  it('knows every key that is read', () => {
    const top = CONFIGURATION_KEYS.map(({ path }) => path).filter((path) => !path.includes('.'));
    assert.deepEqual([...top].sort(), [...topLevelKeys].sort());
  });

  it('never throws, wherever the cursor stands', async () => {
    const part = fc.constantFrom(
      'suppressions:',
      '  - rules: [',
      'x',
      '\n',
      '    ',
      '- ',
      '"',
      ']',
      'severities:',
      ': ',
      '#',
      '\t',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 20 }), fc.nat(60), async (parts, cut) => {
        const text = parts.join('');
        await at(`${text.slice(0, cut)}|${text.slice(cut)}`);
      }),
      { numRuns: 40 },
    );
  });
});
