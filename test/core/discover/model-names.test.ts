import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Families } from '../../../src/core/discover/signatures/families';
import { pinWith, readModelName } from '../../../src/core/discover/signatures/model-names';
import { testCatalogue } from '../../support/catalogue';

const families = new Families(testCatalogue().families);

describe('names of models', () => {
  const cases: [written: string, as: 'id' | 'router' | 'file', read: string | null][] = [
    ['gpt-4o', 'id', 'gpt-4o | OpenAI | alias'],
    ['gpt-4o-2024-08-06', 'id', 'gpt-4o-2024-08-06 | OpenAI | exact'],
    ['gpt-4-0613', 'id', 'gpt-4-0613 | OpenAI | exact'],
    ['claude-3-opus-20240229', 'id', 'claude-3-opus-20240229 | Anthropic | exact'],
    ['openai/gpt-4o', 'id', 'gpt-4o | OpenAI | alias'],
    ['openai:gpt-4o', 'router', 'gpt-4o | OpenAI | alias'],
    ['anthropic:messages:claude-3-5-sonnet-20241022', 'id', 'claude-3-5-sonnet-20241022 | Anthropic | exact'],
    ['models/gemini-1.5-pro', 'id', 'gemini-1.5-pro | Google | alias'],
    ['ollama_chat/llama3:8b', 'router', 'llama3:8b | Meta | alias'],
    ['openrouter/openai/gpt-4o', 'router', 'gpt-4o | OpenAI | alias'],
    [
      'bedrock/anthropic.claude-3-sonnet-20240229-v1:0',
      'id',
      'anthropic.claude-3-sonnet-20240229-v1:0 | Anthropic | exact',
    ],
    [
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2',
      'id',
      'anthropic.claude-v2 | Anthropic | alias',
    ],
    ['qwen:7b', 'id', 'qwen:7b | Alibaba | alias'],
    ['BAAI/bge-base-en-v1.5', 'id', 'BAAI/bge-base-en-v1.5 | BAAI | none'],
    ['openai/whisper-large-v3', 'id', 'openai/whisper-large-v3 | OpenAI | none'],
    ['acme/own-model', 'id', 'acme/own-model | acme | none'],
    // A date in the name of a hub's repository fixes nothing; a commit behind it does.
    ['acme/own-model-2507', 'id', 'acme/own-model-2507 | acme | none'],
    ['acme/own-model@1dbc166cf876', 'id', 'acme/own-model@1dbc166cf876 | acme | exact'],
    ['llama3:latest', 'id', 'llama3:latest | Meta | alias'],
    ['command-r-08-2024', 'id', 'command-r-08-2024 | Cohere | exact'],
    ['gemini-2.5-pro-preview-05-06', 'id', 'gemini-2.5-pro-preview-05-06 | Google | exact'],
    ['gemini-1.5-flash-002', 'id', 'gemini-1.5-flash-002 | Google | exact'],
    ['claude-3-5-sonnet-latest', 'id', 'claude-3-5-sonnet-latest | Anthropic | alias'],
    ['claude-sonnet-4@20250514', 'id', 'claude-sonnet-4@20250514 | Anthropic | exact'],
    ['https://huggingface.co/acme/own-model', 'id', 'acme/own-model | acme | none'],
    ['https://example.org/files/net.onnx?x=1', 'file', 'net.onnx | null | none'],
    ['azure://deployment/chat/model/gpt-4o', 'id', 'gpt-4o | OpenAI | alias'],
    ['./out/model.safetensors', 'id', 'out/model.safetensors | null | not-applicable'],
    ['my_housing_model.pkl', 'file', 'my_housing_model.pkl | null | not-applicable'],
    ['my-model', 'id', null],
    ['{0}/ckpt.pt', 'file', 'ckpt.pt | null | not-applicable'],
    ['/home/ada/net.pt', 'file', null],
    ['model_{0}.pt', 'file', null],
    ['<your-deployment>', 'id', null],
    ['your-model-name', 'id', null],
    ['a model with spaces', 'id', null],
    ['https://api.example.org/v1', 'id', null],
    ['', 'id', null],
  ];
  for (const [written, as, expected] of cases) {
    it(`${written} as ${as}`, () => {
      const read = readModelName(written, as, families);
      assert.equal(read && `${read.name} | ${String(read.provider)} | ${read.pin}`, expected);
      if (read && read.name !== written && !written.startsWith('{')) assert.deepEqual(read.aliases, [written]);
    });
  }

  it('a revision pins when it is a hash', () => {
    assert.equal(pinWith('none', '1dbc166cf8765166998eff31ade2eb64c8a40076'), 'exact');
    assert.equal(pinWith('none', 'main'), 'alias');
    assert.equal(pinWith('none', null), 'none');
  });

  it('any text is read or refused, and what was read is read the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '/', ':', '.', '-', '4', '{0}') })),
        (text) => {
          const read = readModelName(text, 'router', families);
          if (read) assert.ok(read.name.length > 0 && read.name.length <= text.length);
        },
      ),
    );
  });
});
