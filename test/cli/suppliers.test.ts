import assert from 'node:assert/strict';
import { CliProject } from './support';

describe('cli: questions to suppliers', () => {
  const { put, read, run } = CliProject.perTest();
  const record = 'ai-security/suppliers/acme.yaml';

  it('writes the questions beside the record, and reads what comes back into it', async () => {
    const sent = 'ai-security/suppliers/acme-questionnaire.md';
    const made = await run(['new', 'supplier', 'ACME', '--send']);
    assert.deepEqual([made.code, made.out], [0, `${record}\n${sent}\n`]);
    put('acme-questionnaire (1).md', read(sent).replace(/(## Q01[^#]*?)Answer:/u, '$1Answer: yes, in Oslo'));
    const back = await run(['import', 'acme-questionnaire (1).md']);
    assert.equal(back.code, 0);
    assert.match(back.out, /^ai-security\/suppliers\/acme\.yaml: 1 answered now, \d+ unanswered\nUnanswered: Q02, /u);
    assert.match(read(record), /answer: "yes"\n {4}detail: in Oslo\n/u);
    assert.equal((await run(['scan', '--fail-on', 'error'])).code, 0);
  });

  it('sends the questions of a record that is there, as CSV too, and overwrites nothing unasked', async () => {
    await run(['new', 'supplier-assessment', 'ACME']);
    const again = await run(['new', 'supplier-assessment', 'acme', '--send', 'csv']);
    assert.deepEqual([again.code, again.out], [0, 'ai-security/suppliers/acme-questionnaire.csv\n']);
    assert.match(
      read('ai-security/suppliers/acme-questionnaire.csv'),
      /^\uFEFFid,question,why,answer,detail,evidence\r\n/u,
    );
    assert.equal((await run(['new', 'supplier-assessment', 'acme', '--send', 'csv'])).code, 2);
    assert.equal((await run(['new', 'supplier-assessment', 'acme', '--send', 'csv', '--force'])).code, 0);
  });

  it('says what it cannot do', async () => {
    for (const args of [
      ['new', 'supplier', 'ACME', '--send', 'pdf'],
      ['new', 'model-card', 'x', '--send'],
      ['new', 'model', 'x', '--send'],
      ['import', 'gone.md'],
      ['import', 'acme-questionnaire.md'],
    ]) {
      put('acme-questionnaire.md', '');
      const { code, err } = await run(args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(err.trim().split('\n').length, 1, err);
    }
  });
});
