import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NEVER_CANCELLED } from '../../../src/core';
import type { Engine, OutlineItem } from '../../../src/core';
import { MemoryWorkspace } from '../../support/memory-workspace';
import { engineOver } from '../../support/rule-cases';
import { FILES, lines, positionOf, scene } from './scene';

const CARD = 'ai-security/models/gpt-4o.md';
const DRAFT = 'ai-security/prompts/triage.md';
const THREATS = 'ai-security/threat-models/bot.yaml';

describe('navigation', () => {
  let engine: Engine;
  before(async () => {
    engine = await scene();
  });

  const at = (path: string, words: string) => positionOf(FILES[path] ?? '', words);
  const definition = (path: string, words: string) => engine.definition(path, at(path, words), NEVER_CANCELLED);
  const references = (path: string, words: string, declaration = true) =>
    engine.references(path, at(path, words), { declaration }, NEVER_CANCELLED);

  describe('definition', () => {
    const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
      ['from a literal to the record', 'src/chat.py', '"gpt-4o", messages', [`${CARD}:5`]],
      ['from the definition to the record', 'src/chat.py', '"gpt-4o"\n', [`${CARD}:5`]],
      ['from the record to the definition', CARD, 'model:gpt-4o', ['src/chat.py:3']],
      ['from the record of a file to the file', DRAFT, 'prompt:prompts', ['prompts/triage.txt:1']],
      ['from other papers to the record', THREATS, 'model:gpt-4o', [`${CARD}:5`]],
      ['from nowhere but the names of variables to their language', 'src/chat.py', 'MODEL, messages', []],
      ['from placeholders to their language', 'src/chat.py', 'question}', []],
      ['from an undocumented asset that is defined here', 'src/chat.py', '"""You are', []],
      ['from plain words', CARD, 'Answers customers', []],
    ];
    for (const [name, path, words, expected] of cases) {
      it(`goes ${name}`, async () => {
        assert.deepEqual(lines((await definition(path, words))?.places ?? []), expected);
      });
    }

    it('goes from the id of a provision to its page, in front matter and YAML', async () => {
      assert.equal((await definition(CARD, '5.2.4-1.1'))?.explains, '5.2.4-1.1');
      assert.equal((await definition(THREATS, '5.1.3-1]'))?.explains, '5.1.3-1');
    });

    it('goes from a use to the definition while there is no record', async () => {
      const call = 'OpenAI().chat.completions.create(model="o3", messages=[])\n';
      const unrecorded = await scene({
        'a.py': `from openai import OpenAI\n${call}`,
        'b.py': `from openai import OpenAI\n\n${call}`,
      });
      const found = await unrecorded.definition('b.py', { line: 3, column: 42 }, NEVER_CANCELLED);
      assert.deepEqual(lines(found?.places ?? []), ['a.py:2']);
      assert.deepEqual(found?.origin.column, unrecorded.snapshot.assets[0]?.sites[1]?.column);
      assert.equal(await unrecorded.definition('a.py', { line: 2, column: 42 }, NEVER_CANCELLED), null);
    });
  });

  describe('hover', () => {
    const hover = (path: string, words: string) => engine.hover(path, at(path, words), NEVER_CANCELLED);

    it('tells at every other place of an asset what Problems says at the first', async () => {
      const first = await hover('src/chat.py', '"""You are');
      assert.equal(first?.markdown, '**Prompt SYSTEM** · no record · used with gpt-4o');
      const other = await hover('src/chat.py', 'SYSTEM}])');
      assert.match(
        other?.markdown ?? '',
        /^\*\*Prompt .*\*\* · no record .*\n\nPrompt .* has no record\. EN 304 223 requires/su,
      );
      assert.equal(other?.range.line, 7);
    });

    it('says nothing of other code', async () => {
      assert.equal(await hover('src/chat.py', 'client = '), null);
    });
  });

  describe('references', () => {
    it('of an asset are its sites and the papers that name it, wherever one asks', async () => {
      const all = [`${CARD}:5`, `${THREATS}:11`, 'src/chat.py:3', 'src/chat.py:7', 'src/chat.py:8'];
      assert.deepEqual(lines(await references(CARD, 'model:gpt-4o')), all);
      assert.deepEqual(lines(await references('src/chat.py', '"gpt-4o", messages')), all);
      assert.deepEqual(
        lines(await references('src/chat.py', '"gpt-4o", messages', false)),
        all.filter((place) => place !== 'src/chat.py:3'),
      );
    });

    it('of a provision are the records that name it', async () => {
      assert.deepEqual(lines(await references(CARD, '5.2.4-1.1')), [`${CARD}:11`]);
    });

    it('of an asset that is gone are the papers that still name it', async () => {
      const path = 'ai-security/models/old.md';
      const text = '---\nrecord: model-card\ncovers:\n  - asset: model:gone\n---\n';
      const old = await scene({ [path]: text });
      const found = await old.references(path, positionOf(text, 'model:gone'), { declaration: true }, NEVER_CANCELLED);
      assert.deepEqual(lines(found), [`${path}:4`]);
    });

    it('are none elsewhere', async () => {
      assert.deepEqual(await references('src/chat.py', 'client'), []);
    });
  });

  describe('links', () => {
    const linked = async (path: string) =>
      (await engine.links(path, NEVER_CANCELLED)).map(
        (link) => `${link.range.line} ${link.path}${link.at ? `:${link.at.line}` : ''}`,
      );

    it('lead from a record to what it covers, to evidence and to the places it names', async () => {
      assert.deepEqual(await linked(CARD), [
        '5 src/chat.py:3',
        '13 reports/red-team.md',
        '25 src/chat.py:3',
        '26 src/chat.py:8',
        '34 src/triage.py',
      ]);
    });

    it('lead from rows of a YAML record', async () => {
      assert.deepEqual(await linked(THREATS), ['12 src/chat.py:3', '18 reports/red-team.md']);
    });

    it('cover what is written, and nothing in files that are no records', async () => {
      const [, evidence] = await engine.links(CARD, NEVER_CANCELLED);
      assert.deepEqual(evidence?.range, { line: 13, column: 5, endLine: 13, endColumn: 24 });
      assert.deepEqual(await linked('reports/red-team.md'), []);
    });
  });

  describe('lenses', () => {
    const titles = (of: Engine, path: string) => of.lenses(path).map((lens) => `${lens.range.line} ${lens.title}`);

    it('say above definitions what documents them', () => {
      assert.deepEqual(titles(engine, 'src/chat.py'), [
        '3 documented in models/gpt-4o.md · reviewed 3 weeks ago · in threat model support-bot',
        '4 no record · used with gpt-4o',
        '9 no record',
      ]);
      assert.equal(engine.lenses('src/chat.py')[0]?.opens, CARD);
      assert.equal(engine.lenses('src/chat.py')[1]?.opens, null);
    });

    it('say of every part in how many threats of which threat model it stands', async () => {
      const workspace = new MemoryWorkspace({
        'src/agent.py':
          'from langchain_core.tools import tool\n\n\n@tool\ndef refund_order(order: str) -> str:\n    """Pays an order back."""\n    return order\n',
        'ai-security/threat-models/bot.yaml':
          'record: threat-model\nid: bot\nassets:\n  - tool:src/agent.py#refund_order\narchitecture:\n  components:\n    - { id: till, type: tool, asset: tool:src/agent.py#refund_order }\nthreats:\n' +
          '  - { id: T1, title: a, asset: till, treatment: mitigate }\n  - { id: T2, title: b, asset: [tool:src/agent.py#refund_order, till], treatment: avoid }\n' +
          '  - { id: T3, title: c, asset: till, treatment: not-applicable, reason: no such thing }\n',
      });
      const scene = engineOver(workspace);
      await scene.scan(NEVER_CANCELLED);
      assert.deepEqual(titles(scene, 'src/agent.py'), ['4 in threat model bot · covered by 2 threats']);
      assert.equal(scene.lenses('src/agent.py')[0]?.opens, 'ai-security/threat-models/bot.yaml');
    });

    it('count the open fields of drafts', () => {
      assert.match(titles(engine, 'prompts/triage.txt').join(), /^1 draft: \d+ of \d+ fields open$/u);
    });

    it("leave the developers' own tools and plain files alone", () => {
      assert.deepEqual([...titles(engine, 'AGENTS.md'), ...titles(engine, 'src/nothing.py')], []);
    });

    it('say when something changed since its review, and follow changes', async () => {
      const digest = engine.snapshot.assets.find(({ id }) => id === 'prompt:prompts/triage.txt')?.digest ?? '';
      const covered = FILES[DRAFT]?.replace('triage.txt\n', `triage.txt\n    digest: ${digest}\n`) ?? '';
      const same = await scene({ ...FILES, [DRAFT]: covered });
      assert.doesNotMatch(titles(same, 'prompts/triage.txt').join(), /changed/u);
      const changed = await scene({
        ...FILES,
        [DRAFT]: covered,
        'prompts/triage.txt': 'You are a triage agent. Be quick and short.\n',
      });
      assert.match(titles(changed, 'prompts/triage.txt').join(), /^1 draft: .* · changed since review$/u);
    });

    it('are left out of files with more than 200 places', async () => {
      const call = 'client.chat.completions.create(model="gpt-4o", messages=[])\n';
      const head = 'from openai import OpenAI\nclient = OpenAI()\n';
      const crowded = await scene({ 'a.py': head + call.repeat(201), 'b.py': head + call.repeat(200) });
      assert.deepEqual(titles(crowded, 'a.py'), []);
      assert.notDeepEqual(titles(await scene({ 'b.py': head + call.repeat(200) }), 'b.py'), []);
    });

    const reviews: readonly (readonly [string, string])[] = [
      ['2026-11-24', 'reviewed today'],
      ['2026-11-23', 'reviewed yesterday'],
      ['2026-11-14', 'reviewed 10 days ago'],
      ['2026-08-01', 'reviewed 3 months ago'],
      ['2023-01-01', 'reviewed 3 years ago'],
      ['2027-01-01', ''],
    ];
    for (const [day, expected] of reviews) {
      it(`say of ${day}: ${expected || 'nothing'}`, async () => {
        const reviewed = await scene({ ...FILES, [CARD]: FILES[CARD]?.replace('2026-11-03', day) ?? '' });
        assert.equal(
          reviewed
            .lenses('src/chat.py')[0]
            ?.title.split(' · ')
            .find((part) => part.startsWith('reviewed')) ?? '',
          expected,
        );
      });
    }
  });

  describe('outline', () => {
    const drawn = (items: readonly OutlineItem[], indent = ''): string[] =>
      items.flatMap((item) => [`${indent}${item.name}: ${item.detail}`, ...drawn(item.children, `${indent}  `)]);

    it('of a YAML record are its keys and rows, open ones marked', async () => {
      assert.deepEqual(drawn(await engine.outline(THREATS, NEVER_CANCELLED)), [
        'record: threat-model',
        'id: support-bot',
        'system: Support bot',
        'owner: open, required by 5.1.3-1',
        'scope: ',
        '  purpose: Answers customers',
        '  out-of-scope: open',
        'assets: 1',
        '  model:gpt-4o: src/chat.py:3',
        'threats: open, required by 5.1.3-1',
        '  T01: Poisoned data',
        'provisions: 1',
      ]);
    });

    it('of a Markdown record is its front matter', async () => {
      const [front, ...more] = await engine.outline(DRAFT, NEVER_CANCELLED);
      assert.deepEqual(more, []);
      assert.equal(front?.name, 'Front matter');
      assert.match(front.detail, /^\d+ open$/u);
      assert.deepEqual(front.range, { line: 1, column: 1, endLine: 7, endColumn: 4 });
      assert.match(drawn(front.children).join('\n'), /^owner: open, required by/mu);
    });

    it('of other files is empty', async () => {
      assert.deepEqual(await engine.outline('AGENTS.md', NEVER_CANCELLED), []);
    });
  });

  describe('folding', () => {
    const folded = async (path: string) =>
      (await engine.folds(path, NEVER_CANCELLED))?.map(({ line, endLine, type }) => `${line}-${endLine} ${type}`);

    it('takes front matter and the sections in it', async () => {
      assert.deepEqual(await folded(CARD), ['1-15 region', '4-5 region', '12-14 region']);
    });

    it('takes sections, rows and comments of YAML', async () => {
      assert.deepEqual(await folded(THREATS), [
        '4-5 comment',
        '7-9 region',
        '10-13 region',
        '11-13 region',
        '14-18 region',
        '15-18 region',
        '17-18 region',
      ]);
    });

    it('leaves other files to the editor', async () => {
      assert.equal(await folded('src/chat.py'), undefined);
      assert.equal(await engine.folds('AGENTS.md', NEVER_CANCELLED), null);
    });
  });

  it('survives whatever is typed into a record', async () => {
    const pieces = [
      '---\n',
      'record: threat-model\n',
      'covers:\n',
      '  - asset: model:gpt-4o\n',
      '- { a: "',
      ' [',
      '`src/chat.py:3`',
      '\n',
      '\t- x:',
      '| a | b |\n',
      '|---|---|\n',
      '# H\n',
    ];
    const path = 'ai-security/x.md';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { maxLength: 14 }),
        fc.nat(12),
        fc.nat(30),
        async (parts, line, column) => {
          const text = parts.join('');
          const typed = await scene({ [path]: text });
          const position = { line: line + 1, column: column + 1 };
          await typed.definition(path, position, NEVER_CANCELLED);
          await typed.references(path, position, { declaration: true }, NEVER_CANCELLED);
          await typed.hover(path, position, NEVER_CANCELLED);
          await typed.complete(path, position, NEVER_CANCELLED);
          const last = text.split('\n').length;
          for (const { range } of await typed.links(path, NEVER_CANCELLED)) assert.ok(range.endLine <= last);
          for (const fold of (await typed.folds(path, NEVER_CANCELLED)) ?? []) assert.ok(fold.line < fold.endLine);
          for (const item of await typed.outline(path, NEVER_CANCELLED))
            assert.ok(item.range.line <= item.nameRange.line);
        },
      ),
      { numRuns: 60 },
    );
  });
});
