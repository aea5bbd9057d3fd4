import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import type { Asset, DocumentedKind, FileCreation } from '../../../src/core/model';
import { documentAssets, scaffold, scaffoldAll } from '../../../src/core/records';
import type { ScaffoldInput } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';
import { asset, openFields, read, site } from './support';

const KIND_OF: Readonly<Record<DocumentedKind, string>> = {
  model: 'model-card',
  dataset: 'dataset-card',
  prompt: 'prompt-record',
};

function make(kind: string, more: Partial<ScaffoldInput> = {}): FileCreation {
  const input = { assets: [], all: [], title: null, today: '2026-11-24', taken: () => false };
  const file = scaffold(kind, { ...input, catalogue: testCatalogue(), configuration: DEFAULT_CONFIGURATION, ...more });
  assert.ok(file);
  return file;
}

const gpt = asset('model', 'gpt-4o', { suppliers: ['OpenAI'], digest: 'text1:sha256:00' });

/** What is selected, with the text before it on its line. */
function selected({ text, select }: FileCreation): string {
  const line = text.split('\n')[(select?.line ?? 0) - 1] ?? '';
  return `${line.slice(0, (select?.column ?? 1) - 1)}[${line.slice((select?.column ?? 1) - 1, (select?.endColumn ?? 1) - 1)}]`;
}

describe('new records', () => {
  it('a model card holds what is known and leaves five of nine fields open', () => {
    const file = make('model-card', { assets: [gpt], all: [gpt] });
    const record = read(file.path, file.text);
    assert.equal(file.path, 'ai-security/models/gpt-4o.md');
    assert.deepEqual(openFields(record), ['owner', 'licence', 'Purpose', 'Limitations', 'Guardrails']);
    assert.equal(record?.fields, 9);
    assert.equal(selected(file), 'owner: "[]');
    assert.match(file.text, /^provider: OpenAI$/mu);
    assert.match(file.text, /^reviewed: 2026-11-24$/mu);
    assert.match(file.text, /^- `src\/chat\.py:12`$/mu);
    assert.deepEqual(
      record.covers.map(({ asset: id, digest }) => [id, digest]),
      [['model:gpt-4o', 'text1:sha256:00']],
    );
  });

  it('takes no id that another record has, of whatever kind', () => {
    const idOf = (more: Partial<ScaffoldInput>) => {
      const { path, text } = make('model-card', { assets: [gpt], ...more });
      return read(path, text)?.id;
    };
    assert.equal(idOf({ takenId: () => false }), 'gpt-4o');
    assert.equal(idOf({ takenId: (id) => id === 'gpt-4o' }), 'gpt-4o-model-card');
    const two = ['gpt-4o', 'gpt-4o-model-card', 'gpt-4o-model-card-2'];
    assert.equal(idOf({ takenId: (id) => two.includes(id) }), 'gpt-4o-model-card-3');
  });

  it('records made together have ids of their own', () => {
    const assets = [asset('model', 'support'), asset('prompt', 'support'), asset('dataset', 'support')];
    const files = scaffoldAll(assets, {
      ...{ all: assets, today: '2026-11-24', taken: () => false },
      ...{ catalogue: testCatalogue(), configuration: DEFAULT_CONFIGURATION },
    });
    assert.deepEqual(
      files.map(({ path, text }) => read(path, text)?.id),
      ['support', 'support-prompt-record', 'support-dataset-card'],
    );
  });

  it('a prompt record names the models that stand beside the prompt', () => {
    const prompt = asset('prompt', 'SYSTEM', { id: 'prompt:src/chat.py#SYSTEM' });
    const file = make('prompt-record', {
      assets: [prompt],
      all: [prompt, gpt, asset('model', 'far', { sites: [site('b.py')] })],
    });
    assert.match(file.text, /^models:\n {2}- gpt-4o\nparameters|^models:\n {2}- gpt-4o\n#/mu);
    assert.deepEqual(openFields(read(file.path, file.text)), [
      'owner',
      'Purpose',
      'Variables and their trust',
      'Tools within reach',
      'Data',
    ]);
  });

  it('a threat model lists the assets, and rates no threat', () => {
    const file = make('threat-model', { title: 'Support bot', assets: [gpt], all: [gpt] });
    assert.equal(file.path, 'ai-security/threat-models/support-bot.yaml');
    assert.match(file.text, /^system: Support bot$/mu);
    assert.match(file.text, /asset: model:gpt-4o\n {4}seen: src\/chat\.py:12/u);
    assert.deepEqual(openFields(read(file.path, file.text)), [
      'owner',
      'scope.purpose',
      'architecture.entry-points',
      'threats',
    ]);
  });

  it('a release checklist ticks nothing', () => {
    const file = make('release-checklist', { title: '2.4.0' });
    assert.equal(file.path, 'ai-security/releases/2.4.0.md');
    assert.match(file.text, /^release: 2\.4\.0$/mu);
    assert.ok(file.text.includes('- [ ] '));
    assert.doesNotMatch(file.text, /\[[xX]\]/u);
    assert.equal(openFields(read(file.path, file.text)).length, 8);
  });

  it('a record of every kind can be begun with nothing, and says which fields are open and how to fill them', () => {
    for (const kind of testCatalogue().records) {
      const file = make(kind.id);
      const record = read(file.path, file.text);
      assert.deepEqual(record?.problems, [], kind.id);
      assert.equal(record.kind, kind.id);
      for (const field of record.open) assert.ok(file.text.includes(field.help), `${kind.id}: ${field.field}`);
      assert.notEqual(file.select, null);
    }
  });

  it('an unknown kind gives nothing', () => {
    const input = { assets: [], all: [], title: null, today: '', taken: () => false };
    assert.equal(
      scaffold('song', { ...input, catalogue: testCatalogue(), configuration: DEFAULT_CONFIGURATION }),
      null,
    );
  });

  it('documenting all gives each asset a draft of its own, and nothing more', () => {
    const assets = [
      gpt,
      asset('model', 'GPT-4o', { id: 'model:GPT-4o' }),
      asset('dataset', 'data/train.csv'),
      asset('prompt', 'P'),
    ];
    const files = scaffoldAll(assets, {
      all: assets,
      today: '2026-11-24',
      taken: (path) => path === 'ai-security/models/gpt-4o.md',
      catalogue: testCatalogue(),
      configuration: DEFAULT_CONFIGURATION,
    });
    assert.deepEqual(
      files.map((file) => file.path),
      ['models/gpt-4o-2.md', 'models/gpt-4o-3.md', 'datasets/data-train.md', 'prompts/p.md'].map(
        (path) => `ai-security/${path}`,
      ),
    );
    const records = files.flatMap((file) => read(file.path, file.text) ?? []);
    const after = documentAssets(assets, records, [], testCatalogue());
    assert.deepEqual(
      after.map((each) => each.documentation.state),
      ['draft', 'draft', 'draft', 'draft'],
    );
    assert.ok(after.every((each) => !each.documented));
  });
});

describe('names of new records', () => {
  const file = (name: string) => asset('dataset', name, { sites: [site(name, { via: 'file' })] });
  const names: readonly (readonly [Asset, string])[] = [
    [asset('model', 'meta-llama/Llama-3.1-8B'), 'models/meta-llama-llama-3.1-8b.md'],
    [asset('model', '../../etc/passwd'), 'models/etc-passwd.md'],
    [asset('model', 'con'), 'models/con-record.md'],
    [asset('model', 'nul.v2'), 'models/nul-v2-record.md'],
    [asset('model', '???'), 'models/model-card.md'],
    [asset('model', 'a:b\\c<d>"e|f*g'), 'models/a-b-c-d-e-f-g.md'],
    [asset('model', 'モデル-ü'), 'models/モデル-ü.md'],
    [asset('model', 'x'.repeat(500)), `models/${'x'.repeat(60)}.md`],
    [file('data/reviews.jsonl'), 'datasets/reviews.md'],
    [file('data/faq/train.csv'), 'datasets/faq-train.md'],
    [file('.hidden'), 'datasets/hidden.md'],
  ];
  for (const [about, path] of names) {
    it(`${about.name.slice(0, 40)} is kept in ${path.slice(0, 60)}`, () => {
      assert.equal(make(KIND_OF[about.kind as DocumentedKind], { assets: [about] }).path, `ai-security/${path}`);
    });
  }
});

describe('hostile names', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '"',
            "'",
            ':',
            ': ',
            '\n',
            '\r\n---\n',
            '---',
            '#',
            ' #',
            '`',
            '``',
            '<!--',
            '-->',
            '## Purpose',
            '- [x] ',
            '\t',
            '*a',
          ],
          ...[
            '&a',
            '!!x',
            '%',
            '{',
            '[',
            '\u2028',
            '\u0085',
            '\uFEFF',
            '\ud800',
            '\\',
            '$',
            '|',
            '>',
            'a',
            'yes',
            '1.0',
            '~',
            '\0',
          ],
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((parts) => parts.join('')),
  );

  it('break out of nothing: the record reads back as a draft with the same fields open', () => {
    const kinds = fc.constantFrom<DocumentedKind>('model', 'dataset', 'prompt');
    fc.assert(
      fc.property(kinds, hostile, hostile, hostile, (kind, name, path, supplier) => {
        const calm = make(KIND_OF[kind], { assets: [asset(kind, 'calm', { suppliers: ['s'] })] });
        const about = asset(kind, `x${name}`, {
          suppliers: [`s${supplier}`],
          sites: [site(`p${path}`), site(`p${path}`, { line: 3 })],
        });
        const file = make(KIND_OF[kind], { assets: [about], all: [about] });
        const record = read(file.path, file.text);
        assert.deepEqual(record?.problems, []);
        assert.deepEqual(openFields(record), openFields(read(calm.path, calm.text)));
        assert.deepEqual(
          record.covers.map((cover) => cover.asset),
          [about.id],
        );
        assert.doesNotMatch(file.path.slice('ai-security/'.length), /\.\.|[\\:*?"<>|\n]|^\//u);
      }),
      { numRuns: 300 },
    );
  });

  it('as titles too', () => {
    fc.assert(
      fc.property(fc.constantFrom('threat-model', 'release-checklist', 'model-card'), hostile, (kind, title) => {
        const file = make(kind, { title: `x${title}` });
        const record = read(file.path, file.text);
        assert.deepEqual(record?.problems, []);
        assert.equal(record.open.filter((field) => field.required).length > 3, true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('records begun by earlier versions', () => {
  const folder = join(__dirname, 'fixtures', 'scaffolded');
  for (const version of readdirSync(folder)) {
    for (const name of readdirSync(join(folder, version))) {
      it(`${version} ${name} still reads as a draft without problems`, () => {
        const record = read(`ai-security/${name}`, readFileSync(join(folder, version, name), 'utf8'));
        assert.deepEqual(record?.problems, []);
        assert.equal(record.kind, name.replace(/\.\w+$/u, ''));
        assert.notEqual(openFields(record).length, 0);
      });
    }
  }
});
