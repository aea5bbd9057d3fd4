import assert from 'node:assert/strict';
import { Families } from '../../../../src/core/discover/signatures/families';
import { idOfConstant } from '../../../../src/core/discover/signatures/constant-names';
import { testCatalogue } from '../../../support/catalogue';

const CASES: Readonly<Record<string, string | null>> = {
  GPT_4_O_MINI: 'gpt-4o-mini',
  GPT4oMini: 'gpt-4o-mini',
  ChatModelGPT4o: 'gpt-4o',
  GPT4_1: 'gpt-4.1',
  GPT_3_5_TURBO: 'gpt-3.5-turbo',
  GPT35Turbo: 'gpt-3.5-turbo',
  GPT3Dot5Turbo: 'gpt-3.5-turbo',
  GPT3_5Turbo16k: 'gpt-3.5-turbo-16k',
  ModelClaude3_5HaikuLatest: 'claude-3-5-haiku-latest',
  CLAUDE_3_HAIKU_20240307: 'claude-3-haiku-20240307',
  gemini20Flash: 'gemini-2.0-flash',
  GEMINI_2_5_PRO: 'gemini-2.5-pro',
  textEmbedding004: 'text-embedding-004',
  TEXT_EMBEDDING_ADA_002: 'text-embedding-ada-002',
  O3_MINI: 'o3-mini',
  MAX_TOKENS: null,
  Model: null,
  MODEL_2: null,
  T5_LARGE: null,
  DEFAULT_TIMEOUT_30: null,
};

describe('ids told from the names of constants', () => {
  const families = new Families(testCatalogue().families);
  for (const [constant, id] of Object.entries(CASES)) {
    it(`${constant}: ${id ?? 'nothing'}`, () => {
      assert.equal(idOfConstant(constant, families), id);
    });
  }
});
