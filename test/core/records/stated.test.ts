import assert from 'node:assert/strict';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config';
import { readRecord } from '../../../src/core/records';
import { testCatalogue } from '../../support/catalogue';

const PATH = 'ai-security/models/m.md';

function stated(text: string) {
  return readRecord(PATH, text, testCatalogue(), DEFAULT_CONFIGURATION)?.stated;
}

describe('what a record states', () => {
  it('is every filled field, by key or heading, also under its other names, without comments and open ones', () => {
    const text = [
      '---',
      'record: model-card',
      'owner: Ada',
      'license: [MIT, Apache-2.0]',
      'covers:',
      '  - asset: model:gpt-4o',
      '    digest: text1:sha256:0',
      'provider: TODO',
      '---',
      '# Card',
      '## Intended use',
      '<!-- what is it for? -->',
      'Answers mail.',
      '### Not meant for',
      'Advice.',
      '## Limitations',
      '<!-- nothing yet -->',
      '',
    ].join('\n');
    assert.deepEqual(stated(text), {
      covers: 'asset: model:gpt-4o, digest: text1:sha256:0',
      owner: 'Ada',
      licence: 'MIT; Apache-2.0',
      Purpose: 'Answers mail.\n\nAdvice.',
    });
  });

  it('is cut where somebody writes a book', () => {
    assert.equal(stated(`---\nrecord: model-card\nowner: ${'a'.repeat(9000)}\n---\n`)?.['owner']?.length, 2000);
  });
});
