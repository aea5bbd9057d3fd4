import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { Publisher } from '../../src/server/publisher';

describe('publishing', () => {
  const say = (message: string): Diagnostic[] => [
    { message, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } },
  ];
  const record = () => {
    const sent: [string, unknown[]][] = [];
    return { sent, publisher: new Publisher((uri, list) => sent.push([uri, list.map(({ message }) => message)])) };
  };

  it('sends what is new or different, and clears what is gone', () => {
    const { sent, publisher } = record();
    publisher.publish(
      'p',
      new Map([
        ['a', say('one')],
        ['b', say('two')],
      ]),
    );
    publisher.publish(
      'p',
      new Map([
        ['a', say('one')],
        ['b', say('three')],
      ]),
    );
    publisher.publish('p', new Map([['a', say('one')]]));
    assert.deepEqual(sent, [
      ['a', ['one']],
      ['b', ['two']],
      ['b', ['three']],
      ['b', []],
    ]);
  });

  it('keeps what another project shows in a document that passes to it', () => {
    const { sent, publisher } = record();
    publisher.publish('outer', new Map([['a', say('outer')]]));
    publisher.publish('inner', new Map([['a', say('inner')]]));
    publisher.publish('outer', new Map());
    assert.deepEqual(sent.at(-1), ['a', ['inner']]);
    publisher.clear('inner');
    assert.deepEqual(sent.at(-1), ['a', []]);
  });
});
