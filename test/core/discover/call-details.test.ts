import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_CONFIGURATION } from '../../../src/core/config/configuration';
import { assetsOf } from '../../../src/core/discover/assets';
import { CodeResults } from '../../../src/core/discover/code-results';
import { CallTerms, endpointOf } from '../../../src/core/discover/signatures/call-terms';
import { SignatureLibrary } from '../../../src/core/discover/signatures/library';
import type { Asset, FileFacts } from '../../../src/core/model';
import { testCatalogue } from '../../support/catalogue';
import { factsOf, readCases } from './support/cases';

const { signatures, families, settings } = testCatalogue();

async function assetsIn(files: ReadonlyMap<string, string>): Promise<readonly Asset[]> {
  const facts = new Map<string, FileFacts>();
  for (const [path, text] of files) facts.set(path, await factsOf(path, text));
  const found = new CodeResults(() => new SignatureLibrary(signatures, families, settings)).update(facts);
  return assetsOf(found.sightings, DEFAULT_CONFIGURATION);
}

/** Id, pin, suppliers and dependencies; below it each site that says something. */
function linesOf({ id, pin, suppliers, dependsOn, sites }: Asset): string[] {
  const head = [
    id,
    pin,
    ...(suppliers.length > 0 ? [suppliers.join('+')] : []),
    ...dependsOn.map((on, at) => (at === 0 ? `-> ${on}` : on)),
  ];
  const rows = sites.flatMap((site) => {
    const said = [
      ...(site.endpoint === undefined ? [] : [`at ${site.endpoint} by ${String(site.provider)}`]),
      ...Object.entries(site.settings ?? {}).map(([name, value]) => `${name}=${value}`),
    ];
    return said.length === 0 ? [] : [`  ${site.path}:${String(site.line)} ${said.join(' ')}`];
  });
  return [head.join(' '), ...rows];
}

describe('what calls say besides their assets', () => {
  const text = readFileSync(join(__dirname, 'fixtures/details/calls.txt'), 'utf8');
  for (const { title, files, expected } of readCases(text)) {
    it(title, async () => {
      const assets = await assetsIn(files);
      assert.deepEqual(assets.flatMap(linesOf), expected);
      for (const { configDigest, sites } of assets)
        assert.equal(
          typeof configDigest === 'string',
          sites.some((site) => site.settings !== undefined),
        );
    });
  }

  it('the digest of settings changes with them alone', async () => {
    const digests = async (call: string) => {
      const code = `from openai import OpenAI\n${call}`;
      return (await assetsIn(new Map([['a.py', code]]))).map(({ configDigest }) => configDigest);
    };
    const base = await digests('OpenAI().chat.completions.create(model="gpt-4o", temperature=0, top_p=1)');
    assert.deepEqual(await digests('\nOpenAI().chat.completions.create(top_p=1, temperature=0, model="gpt-4o")'), base);
    assert.notDeepEqual(
      await digests('OpenAI().chat.completions.create(model="gpt-4o", temperature=1, top_p=1)'),
      base,
    );
    assert.deepEqual(await digests('OpenAI().chat.completions.create(model="gpt-4o")'), [null]);
  });
});

describe('addresses', () => {
  const cases: [string, string | null][] = [
    ['https://api.groq.com/openai/v1', 'api.groq.com'],
    ['http://localhost:11434', 'localhost:11434'],
    ['HTTPS://User:Pass@Example.org:8080/x?y#z', 'example.org:8080'],
    ['https://a@b@c.org/', 'c.org'],
    ['https://{0}/v1', null],
    ['localhost:11434', null],
    ['data/train.csv', null],
    ['', null],
  ];
  for (const [address, expected] of cases) {
    it(address === '' ? 'none' : address, () => {
      assert.equal(endpointOf(address), expected);
    });
  }

  it('never carry what stands in front of the @', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9:]{1,12}$/u), (secret) => {
        assert.equal(endpointOf(`https://${secret}@api.example.org/v1`), 'api.example.org');
      }),
    );
  });

  it('are known by what their host ends in, at a dot', () => {
    const terms = new CallTerms(settings);
    assert.equal(terms.providerAt('acme.openai.azure.com'), 'Microsoft');
    assert.equal(terms.providerAt('notopenrouter.ai'), null);
    assert.equal(terms.providerAt('openrouter.ai.example.org'), null);
    assert.equal(terms.providerAt('127.0.0.1:8000'), 'local');
  });
});
