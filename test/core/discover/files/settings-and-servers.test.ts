import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileSightings } from '../../../../src/core/discover/files';
import type { Sighting } from '../../../../src/core/model';
import { testCatalogue } from '../../../support/catalogue';
import { text } from './file-case';

const { families, settings } = testCatalogue();
const see = (path: string, content: string) => fileSightings(path, text(content), families, settings).sightings;

/** `prompt a.prompty: temperature=0.2`. */
const told = ({ kind, name, settings: own }: Sighting) =>
  `${kind} ${name}:${Object.entries(own ?? {})
    .map(([key, value]) => ` ${key}=${value}`)
    .join('')}`;

describe('settings in the headers of prompt files', () => {
  const prompty = `---
name: Answer
model:
  api: chat
  configuration:
    azure_deployment: gpt-4o-mini
  parameters:
    temperature: 0.2
    max_tokens: 128
sample:
  temperature: hot
---
system:
You answer questions about bread. Answer in one sentence.
`;
  const promptYaml = `name: Answer
model: openai/gpt-4o-mini
modelParameters:
  temperature: 0.5
messages:
  - role: system
    content: You answer questions about bread. Answer in one sentence.
`;
  const agent =
    '---\ndescription: Reviews code\ntools: [Read, Grep]\nmodel: gpt-4o-mini\n---\nYou review code. Name at most three problems.\n';
  const cases: [title: string, path: string, content: string, expected: string[]][] = [
    [
      'prompty',
      'a.prompty',
      prompty,
      ['prompt a.prompty: max_tokens=128 temperature=0.2', 'model gpt-4o-mini: max_tokens=128 temperature=0.2'],
    ],
    [
      'GitHub models',
      'a.prompt.yml',
      promptYaml,
      ['prompt a.prompt.yml: temperature=0.5', 'model gpt-4o-mini: temperature=0.5'],
    ],
    [
      'tools of an agent',
      '.claude/agents/review.md',
      agent,
      ['prompt .claude/agents/review.md: tools=[Read, Grep]', 'model gpt-4o-mini: tools=[Read, Grep]'],
    ],
    [
      'a header that sets nothing',
      'AGENTS.md',
      '---\ntitle: x\n---\nYou review code. Name three problems.\n',
      ['prompt AGENTS.md:'],
    ],
    ['no prompt, no settings', 'config.yaml', 'model: gpt-4o-mini\ntemperature: 0.3\n', ['model gpt-4o-mini:']],
  ];
  for (const [title, path, content, expected] of cases) {
    it(title, () => {
      assert.deepEqual(see(path, content).map(told).sort(), [...expected].sort());
    });
  }
});

describe('MCP servers in configuration', () => {
  const server = (value: unknown) => JSON.stringify({ mcpServers: { files: value } });
  const npx = (...args: string[]) => server({ command: 'npx', args: ['-y', ...args] });
  const docker = (...args: string[]) => server({ command: '/usr/bin/docker', args: ['run', '-i', '--rm', ...args] });
  const cases: [title: string, path: string, content: string, expected: string[]][] = [
    ['a package', '.mcp.json', npx('@acme/files', '/data'), ['files none package=@acme/files']],
    ['a version', '.mcp.json', npx('@acme/files@1.2.3'), ['files exact package=@acme/files@1.2.3']],
    ['a tag that moves', '.mcp.json', npx('@acme/files@latest'), ['files alias package=@acme/files@latest']],
    [
      'a Python package',
      '.mcp.json',
      server({ command: 'uvx', args: ['acme-files==0.1.0'] }),
      ['files exact package=acme-files==0.1.0'],
    ],
    [
      'an image',
      'claude_desktop_config.json',
      docker('-e', 'TOKEN', 'ghcr.io/acme/files'),
      ['files none package=ghcr.io/acme/files'],
    ],
    ['a tagged image', '.mcp.json', docker('acme/files:2'), ['files alias package=acme/files:2']],
    [
      'an image by digest',
      '.mcp.json',
      docker(`acme/files@sha256:${'a'.repeat(64)}`),
      [`files exact package=acme/files@sha256:${'a'.repeat(64)}`],
    ],
    [
      "a program of one's own",
      '.mcp.json',
      server({ command: 'python', args: ['server.py'] }),
      ['files not-applicable'],
    ],
    [
      'an address, without what is secret in it',
      '.mcp.json',
      server({ url: 'https://x:y@mcp.example.org/v1?key=z' }),
      ['files none at mcp.example.org'],
    ],
    [
      'what runs without asking',
      '.mcp.json',
      server({ command: 'node', autoApprove: ['write', 'read'] }),
      ['files not-applicable auto_approve=[read, write]'],
    ],
    [
      'VS Code',
      '.vscode/mcp.json',
      '{ // comment\n"servers": { "files": { "type": "http", "url": "https://mcp.example.org" } } }',
      ['files none at mcp.example.org'],
    ],
    [
      'settings of an editor',
      '.vscode/settings.json',
      '{ "mcp": { "servers": { "files": { "command": "node" } } } }',
      ['files not-applicable'],
    ],
    ['Codex', '.codex/config.toml', '[mcp_servers.files]\ncommand = "npx"\n', ['files none']],
    [
      'other servers',
      'nginx.json',
      '{ "servers": { "files": { "command": "node", "url": "https://example.org" } } }',
      [],
    ],
    ['servers of another file', 'mcp.json', '{ "servers": ["a"] }', []],
    ['half a file', '.mcp.json', '{ "mcpServers": { "files": { "command": "node', ['files not-applicable']],
  ];
  for (const [title, path, content, expected] of cases) {
    it(title, () => {
      const found = see(path, content).filter(({ kind }) => kind === 'mcp-server');
      const lines = found.map(({ name, pin, endpoint, settings: own }) =>
        [
          name,
          pin,
          ...(endpoint === undefined ? [] : [`at ${endpoint}`]),
          ...Object.entries(own ?? {}).map(([key, value]) => `${key}=${value}`),
        ].join(' '),
      );
      assert.deepEqual(lines, expected);
    });
  }

  it('any text is bearable, and a package is one word', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('.mcp.json', '.codex/config.toml'), (noise, path) => {
        const found = see(path, `{"mcpServers": {"a": {"command": "npx", "args": [${noise}`);
        assert.ok(found.every(({ settings: own }) => !/\s/u.test(own?.['package'] ?? '')));
      }),
    );
  });
});
