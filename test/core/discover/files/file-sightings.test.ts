import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Sighting } from '../../../../src/core/model';
import type { FileContent } from '../../../../src/core/ports';
import { fileSightings } from '../../../../src/core/discover/files';
import { testCatalogue } from '../../../support/catalogue';
import { configurationCases } from './configuration-cases';
import { jvmSettingsCases } from './jvm-settings-cases';
import { binary, POINTER, text } from './file-case';
import { modelAndDataCases } from './model-and-data-cases';
import { promptCases } from './prompt-cases';
import { scriptCases } from './script-cases';
import { serverCases } from './server-cases';

const see = (path: string, content: FileContent | string) =>
  fileSightings(path, typeof content === 'string' ? text(content) : content, testCatalogue().families);
/** `model gpt-4o 3`; a condition is written behind with `?`. */
const told = ({ kind, name, line, needs }: Sighting) =>
  `${kind} ${name} ${line}${needs === undefined ? '' : ` ?${needs}`}`;

describe('fileSightings', () => {
  for (const [title, path, content, expected] of [
    ...modelAndDataCases,
    ...promptCases,
    ...scriptCases,
    ...serverCases,
    ...configurationCases,
    ...jvmSettingsCases,
  ]) {
    it(title, () => {
      assert.deepEqual(see(path, content).sightings.map(told).sort(), [...expected].sort());
    });
  }

  it('takes digest and name of a pointer from the pointer', () => {
    assert.equal(see('zoo/face.onnx', POINTER).sightings[0]?.digest, `sha256:${'c'.repeat(64)}`);
  });

  it('points at the literal alone', () => {
    const [model] = see('a.yaml', 'llm:\n  model: "gpt-4o" # x\n').sightings;
    assert.deepEqual(model && [model.line, model.column, model.endLine, model.endColumn], [2, 10, 2, 18]);
  });

  it('drops a list of prices or of all that exists', () => {
    const list = Array.from({ length: 40 }, (_, at) => `  m${at}:\n    model: gpt-4o-${at}\n`).join('');
    assert.deepEqual(see('models.yaml', `all:\n${list}`).sightings, []);
  });

  it('tells cards, readmes and other prose apart, and prompts from all of them', () => {
    const kindOf = (path: string, content: string) => see(path, content).prose?.kind ?? null;
    assert.equal(kindOf('m/README.md', '---\nbase_model: x\nlicense: mit\n---\n# M\n'), 'card');
    assert.equal(kindOf('MODEL_CARD.md', '# M\n'), 'card');
    assert.equal(kindOf('README.rst', 'M\n'), 'readme');
    assert.equal(kindOf('docs/models.md', '# M\n'), 'prose');
    assert.equal(kindOf('AGENTS.md', '# How to work here\n'), null);
    assert.equal(kindOf('src/a.py', '"""README"""'), null);
  });

  const hostile: Record<string, [string, FileContent | string]> = {
    'deep JSON': ['a/config.json', `{"model_type": ${'['.repeat(100_000)}`],
    'deep YAML': ['a.yaml', `model: ${'{a: '.repeat(50_000)}`],
    'one long line': ['Makefile', `model ${'a='.repeat(200_000)}`],
    'many lines': ['.env', 'X_MODEL=\n'.repeat(50_000)],
    'a header without end': ['a.prompty', `---\n${'a: b\n'.repeat(50_000)}`],
    'aliases that multiply': [
      'a.yaml',
      `prompt: &a [x, x]\n${Array.from({ length: 40 }, (_, at) => `k${at}: &b${at} [*a, *a]`).join('\n')}\n`,
    ],
    'a head that claims too much': ['x.safetensors', binary(255, 255, 255, 255, 255, 255, 255, 255, '{')],
    'an empty head': ['x.bin', { kind: 'binary', head: new Uint8Array(), hash: null, size: 0 }],
  };
  for (const [title, [path, content]] of Object.entries(hostile)) {
    it(`survives ${title}`, () => assert.ok(see(path, content).sightings.length < 5000));
  }

  it('never throws, and all places lie in the text', () => {
    const name = fc.constantFrom(
      'a.yaml',
      'config.json',
      '.env',
      'Makefile',
      'x.prompty',
      'prompts/a.md',
      'a.toml',
      'm.bicep',
      'Modelfile',
      'a.dvc',
      'data/train.csv',
      'promptfooconfig.yaml',
      'a.baml',
      'x.safetensors',
      'AGENTS.md',
    );
    const piece = fc.constantFrom(
      'model',
      ': ',
      '=',
      '\n',
      '  ',
      '- ',
      '"',
      "'",
      'gpt-4o',
      '{',
      '}',
      '[',
      ']',
      '---\n',
      'prompt',
      '${',
      '|',
      'You are a clerk. ',
      '#',
      '&a ',
      '*a',
      'FROM ',
      'https://huggingface.co/a/b/resolve/x.gguf',
      '\r\n',
      '\u0000',
      '--model ',
    );
    const content = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(name, content, (path, body) => {
        const lines = body.split('\n');
        return see(path, body).sightings.every(
          ({ line, endLine, column, path: at }) =>
            at === path && line >= 1 && endLine <= lines.length && column <= (lines[line - 1]?.length ?? 0) + 1,
        );
      }),
      { numRuns: 500 },
    );
  });
});
