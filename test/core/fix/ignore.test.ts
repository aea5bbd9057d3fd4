import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileGlobs, readConfiguration } from '../../../src/core/config';
import { suppressionsInText } from '../../../src/core/discover/suppressions';
import { ignoreEdit } from '../../../src/core/fix';
import type { IgnoreInput } from '../../../src/core/fix';
import type { ProjectEdit, TextReplacement } from '../../../src/core/model';

const RULE = 'undocumented-model';

function ignore(path: string, text: string, line: number, more: Partial<IgnoreInput> = {}): ProjectEdit | null {
  const configuration = { path: 'ai-baseline.yaml', text: null };
  return ignoreEdit({ path, text, line, rule: RULE, reason: 'Only a trial', isAsset: false, configuration, ...more });
}

function apply(text: string, replacement: TextReplacement | undefined): string {
  assert.ok(replacement);
  const { line, column, endLine, endColumn } = replacement.range;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const start = (starts[line - 1] ?? text.length) + column - 1;
  const end = (starts[endLine - 1] ?? text.length) + endColumn - 1;
  return text.slice(0, start) + replacement.text + text.slice(end);
}

const NEXT = `ai-baseline-ignore-next-line ${RULE} -- Only a trial`;

const comments: readonly (readonly [string, string, string, number, string])[] = [
  ['Python', 'a.py', 'def f():\n    ask("gpt-4o")\n', 2, `def f():\n    # ${NEXT}\n    ask("gpt-4o")\n`],
  ['the first line', 'a.py', 'M = "gpt-4o"\n', 1, `# ${NEXT}\nM = "gpt-4o"\n`],
  ['tabs', 'a.go', 'func f() {\n\task("gpt-4o")\n}\n', 2, `func f() {\n\t// ${NEXT}\n\task("gpt-4o")\n}\n`],
  ['TypeScript with CRLF', 'a.ts', 'a;\r\nb("gpt-4o");\r\n', 2, `a;\r\n// ${NEXT}\r\nb("gpt-4o");\r\n`],
  ['YAML', 'a.yml', 'a:\n  model: gpt-4o\n', 2, `a:\n  # ${NEXT}\n  model: gpt-4o\n`],
  ['TOML', 'a.toml', '[a]\nmodel = "gpt-4o"', 2, `[a]\n# ${NEXT}\nmodel = "gpt-4o"`],
  ['Markdown', 'a.md', '# A\n\ngpt-4o\n', 3, `# A\n\n<!-- ${NEXT} -->\ngpt-4o\n`],
  ['front matter', 'a.md', '---\nmodel: gpt-4o\n---\n', 2, `---\n# ${NEXT}\nmodel: gpt-4o\n---\n`],
  ['a byte order mark', 'a.py', '\uFEFFM = "gpt-4o"\n', 1, `\uFEFF# ${NEXT}\nM = "gpt-4o"\n`],
  [
    'a line that has a comment above it',
    'a.py',
    '# ai-baseline-ignore-next-line unpinned-model -- Old reason\nM = "gpt-4o"\n',
    2,
    `# ai-baseline-ignore-next-line unpinned-model, ${RULE} -- Old reason; Only a trial\nM = "gpt-4o"\n`,
  ],
  [
    'a line of Markdown that has a comment above it',
    'a.md',
    '<!-- ai-baseline-ignore-next-line unpinned-model -- Old -->\ngpt-4o\n',
    2,
    `<!-- ai-baseline-ignore-next-line unpinned-model, ${RULE} -- Old; Only a trial -->\ngpt-4o\n`,
  ],
];

/** Places where a line of comment would change what the file says, or that have no comments. */
const elsewhere: readonly (readonly [string, string, string, number])[] = [
  ['JSON', 'a.json', '{"model": "gpt-4o"}\n', 1],
  ['a notebook', 'a.ipynb', '{}\n', 1],
  ['plain text', 'prompts/a.txt', 'You are\n', 1],
  ['the inside of a Python text', 'a.py', 'x = """\ngpt-4o\n"""\n', 2],
  ['the inside of a template', 'a.ts', 'x = `\ngpt-4o\n`\n', 2],
  ['a continued line', 'a.py', 'x = 1 + \\\n  f("gpt-4o")\n', 2],
  ['an element among others', 'a.tsx', '<p>\n  <Chat model="gpt-4o" />\n</p>\n', 2],
  ['a text block of YAML', 'a.yaml', 'a:\n  prompt: |\n    You are\n\n    gpt-4o\n', 5],
  ['a code block of Markdown', 'a.md', '```\ngpt-4o\n```\n', 2],
  ['a script with its interpreter', 'a.py', '#!/usr/bin/env gpt-4o\n', 1],
  [
    'a comment above that ends on a day',
    'a.py',
    '# ai-baseline-ignore-next-line x until=2027-01-01 -- r\nM = "gpt-4o"\n',
    2,
  ],
];

describe('ignoring with a comment', () => {
  for (const [name, path, text, line, expected] of comments) {
    it(`${name}: the comment stands above, and is understood`, () => {
      const edit = ignore(path, text, line);
      assert.deepEqual(edit?.creations, []);
      const after = apply(text, edit.replacements[0]);
      assert.equal(after, expected);
      const [found] = suppressionsInText(path, after).filter((each) => each.rules.includes(RULE));
      assert.equal(after.split('\n')[(found?.line ?? 0) - 1], text.replace('\uFEFF', '').split('\n')[line - 1]);
      assert.match(found?.reason ?? '', /Only a trial$/u);
    });
  }

  for (const [name, path, text, line] of elsewhere) {
    it(`${name}: by path instead`, () => {
      const edit = ignore(path, text, line);
      assert.deepEqual(edit?.replacements, []);
      assert.equal(edit.creations[0]?.path, 'ai-baseline.yaml');
    });
  }

  it('never writes into a file that is the asset itself', () => {
    assert.equal(ignore('prompts/a.md', 'You are\n', 1, { isAsset: true })?.creations.length, 1);
  });

  it('does nothing without a reason', () => assert.equal(ignore('a.py', 'x\n', 1, { reason: ' \n' }), null));

  it('keeps any reason on its line and inside its comment', () => {
    const reasons = fc.array(fc.constantFrom('-->', '--', '\n', '*/', 'because', ' ', '"', '#', '>'), { maxLength: 8 });
    fc.assert(
      fc.property(reasons, fc.constantFrom('a.md', 'a.py'), (parts, path) => {
        const reason = `r${parts.join('')}`;
        const after = apply('gpt-4o\n', ignore(path, 'gpt-4o\n', 1, { reason })?.replacements[0]);
        assert.equal(after.split('\n').length, 3);
        assert.ok(after.endsWith(path === 'a.md' ? ' -->\ngpt-4o\n' : '\ngpt-4o\n'));
        assert.equal(after.indexOf('-->'), path === 'a.md' ? after.indexOf(' -->\ngpt') + 1 : after.indexOf('-->'));
        assert.deepEqual(
          suppressionsInText(path, after).map(({ rules, line }) => [rules, line]),
          [[[RULE], 2]],
        );
      }),
    );
  });
});

const configurations: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['a file with a comment alone', '# Ours\n'],
  ['a file without suppressions', '# Ours\nexclude: [vendor] # not ours\n'],
  ['no newline at the end', 'exclude:\n  - vendor'],
  [
    'one suppression',
    'suppressions:\n  - rules: [a]\n    paths: [b]\n    reason: c # why\n\n# The rest\nexclude: [x]\n',
  ],
  ['a list at the margin', 'suppressions:\n- rules: [a]\n  paths: [b]\n  reason: c\nexclude: [x]\n'],
  ['an empty list', 'suppressions: []\n# Ours\n'],
  ['an empty key', 'suppressions:\n# Ours\nexclude: [x]\n'],
  ['a list in brackets', 'suppressions: [{rules: [a], paths: [b], reason: c}] # Ours\n'],
  ['CRLF', 'exclude: [vendor]\r\nsuppressions:\r\n  - rules: [a]\r\n    paths: [b]\r\n    reason: c\r\n'],
];

describe('ignoring by path', () => {
  for (const [name, text] of configurations) {
    it(`${name}: one entry more, everything else as it was`, () => {
      const edit = ignore('data/a[1].json', '{}', 1, { configuration: { path: 'ai-baseline.yaml', text } });
      const after = apply(text, edit?.replacements[0]);
      const before = readConfiguration('ai-baseline.yaml', text);
      const now = readConfiguration('ai-baseline.yaml', after);
      assert.deepEqual(now.problems, before.problems);
      assert.deepEqual(now.exclude, before.exclude);
      assert.equal(now.suppressions.length, before.suppressions.length + 1);
      const [added] = now.suppressions.filter((each) => each.rules.includes(RULE));
      assert.equal(added?.reason, 'Only a trial');
      const matches = compileGlobs(added.paths);
      assert.equal(matches?.('data/a[1].json'), true);
      assert.equal(matches?.('data/a1.json'), false);
      for (const comment of text.match(/#[^\r\n]*/gu) ?? []) assert.ok(after.includes(comment));
    });
  }

  it('a file at the top is meant there alone', () => {
    const [file] = ignore('a.json', '{}', 1)?.creations ?? [];
    const [added] = readConfiguration('ai-baseline.yaml', file?.text ?? '').suppressions;
    const matches = compileGlobs(added?.paths ?? []);
    assert.equal(matches?.('a.json'), true);
    assert.equal(matches?.('b/a.json'), false);
  });

  for (const [name, text] of [
    ['broken YAML', 'a: [\n'],
    ['a list', '- a\n'],
    ['a text in place of the list', 'suppressions: none\n'],
  ] as const) {
    it(`${name} is left alone`, () => {
      const edit = ignore('a.json', '{}', 1, { configuration: { path: 'ai-baseline.yaml', text } });
      assert.equal(edit, null);
    });
  }
});
