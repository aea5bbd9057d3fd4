import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json';
import { clientCommands, DEFAULT_SETTINGS } from '../../src/protocol';

const root = join(__dirname, '../..');
const code = sources(join(root, 'src/extension')).join('\n');
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flat();
const settings: Record<string, Setting> = contributes.configuration.properties;

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

describe('manifest and code', () => {
  it('have the same commands', () => {
    const registered = [...code.matchAll(/registerCommand\(\s*'([^']+)'/gu)].map(([, id]) => id);
    assert.deepEqual([...commands].sort(), [...registered].sort());
    for (const id of Object.values(clientCommands)) assert.ok(commands.includes(id), id);
  });

  it('have the same views', () => {
    const made = [...code.matchAll(/createTreeView\(\s*'([^']+)'/gu)].map(([, id]) => id);
    assert.deepEqual(views.map(({ id }) => id).sort(), made.sort());
    for (const { view } of contributes.viewsWelcome)
      assert.ok(
        views.some(({ id }) => id === view),
        view,
      );
  });

  it('name only commands that exist in menus and welcome views', () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const welcome = contributes.viewsWelcome.map(({ contents }) => contents).join('\n');
    const inWelcome = [...welcome.matchAll(/command:(aiBaseline\.[\w.]+)/gu)].map(([, id]) => id ?? '');
    for (const id of [...inMenus, ...inWelcome]) assert.ok(commands.includes(id), id);
  });

  it('set every context key that conditions ask for', () => {
    const asked = JSON.stringify(contributes).matchAll(/aiBaseline\.(state|scanning|filtered)\b/gu);
    for (const [, key = ''] of asked) assert.match(code, new RegExp(`['.]${key}'`, 'u'));
  });

  it('read every setting', () => {
    const server = sources(join(root, 'src/server')).join('\n');
    for (const id of Object.keys(settings)) {
      // The language client itself reads the last one.
      if (id === 'aiBaseline.trace.server') continue;
      const [, group = '', name = ''] = id.split('.');
      assert.ok(code.includes(`'${group}.${name}'`) || (server.includes(group) && server.includes(name)), id);
    }
  });

  it('agree on the defaults that the server falls back to', () => {
    const { diagnostics, codeLens, scan } = DEFAULT_SETTINGS;
    assert.deepEqual(settings['aiBaseline.diagnostics.enabled']?.default, diagnostics.enabled);
    assert.deepEqual(settings['aiBaseline.diagnostics.scopes']?.default, diagnostics.scopes);
    assert.deepEqual(settings['aiBaseline.diagnostics.openFields']?.default, diagnostics.openFields);
    assert.deepEqual(settings['aiBaseline.codeLens.enabled']?.default, codeLens.enabled);
    assert.deepEqual(settings['aiBaseline.scan.onChange']?.default, scan.onChange);
  });
});

describe('manifest', () => {
  it('starts the extension once the editor is up, and never on everything', () => {
    assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
  });

  it('gives every command a plain title under one category', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.match(command, /^aiBaseline\.[a-z][A-Za-z]+$/u);
      assert.equal(category, 'AI Baseline');
      assert.match(title, /^[A-Z][^.]*…?$/u, `title of ${command}`);
      assert.ok(!title.includes('AI Baseline'), `${command} says its category twice`);
    }
  });

  it('explains every setting, its scope and its values', () => {
    for (const [id, setting] of Object.entries(settings)) {
      assert.ok(id.startsWith('aiBaseline.'), id);
      assert.ok(['window', 'resource'].includes(setting.scope), `scope of ${id}`);
      assert.match(setting.markdownDescription, /\.$/u, `description of ${id}`);
      if (setting.enum && id !== 'aiBaseline.trace.server') {
        assert.equal(setting.enumDescriptions?.length, setting.enum.length, `values of ${id}`);
      }
    }
  });

  it('offers what writes only in workspaces that are trusted', () => {
    for (const id of [
      'newDocument',
      'documentAll',
      'documentKind',
      'documentFolder',
      'acceptGaps',
      'document',
      'ignoreWithReason',
      'recordChange',
      'exportQuestionnaire',
      'importAnswers',
    ]) {
      const command = contributes.commands.find((each) => each.command === `aiBaseline.${id}`);
      assert.equal(command && 'enablement' in command ? command.enablement : null, 'isWorkspaceTrusted', id);
    }
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.equal(virtualWorkspaces.supported, false);
    assert.ok(untrustedWorkspaces.description.length > 40 && virtualWorkspaces.description.length > 40);
  });

  it('keeps commands that need a row or a place out of the palette', () => {
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command);
    assert.deepEqual(
      hidden.sort(),
      [
        'applyFix',
        'copyId',
        'document',
        'documentKind',
        'ignoreWithReason',
        'openRecord',
        'openSite',
        'recordChange',
      ].map((id) => `aiBaseline.${id}`),
    );
  });

  it('gives what stands in one title bar icons that differ, in an order that is said', () => {
    const icons = new Map(contributes.commands.map((each) => [each.command, 'icon' in each ? each.icon : '']));
    for (const { id } of views) {
      const bar = contributes.menus['view/title'].filter(
        ({ when, group }) => when.includes(`view == ${id}`) && group.startsWith('navigation'),
      );
      const shown = bar.map(({ command }) => icons.get(command));
      assert.ok(bar.length > 0 && !shown.includes(''), id);
      assert.deepEqual(shown, [...new Set(shown)], id);
      // The button that stops the reading takes the place of the one that begins it.
      const places = bar.map(({ group, when }) => `${group}${/[^!]aiBaseline\.scanning/u.test(when) ? ' stop' : ''}`);
      assert.deepEqual(places, [...new Set(places)], id);
    }
  });

  it('names only files that are there', () => {
    const files = [
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...views.map(({ icon }) => icon),
      ...contributes.snippets.map(({ path }) => path),
    ];
    for (const file of files) assert.ok(existsSync(join(root, file)), file);
  });
});

describe('extension', () => {
  it('is set up in a few lines and waits for nothing', () => {
    const text = readFileSync(join(root, 'src/extension/extension.ts'), 'utf8');
    assert.ok(text.split('\n').length <= 60);
    assert.doesNotMatch(text, /\bawait\b/u);
  });

  it('reads and writes through VS Code alone', () => {
    assert.doesNotMatch(code, /from '(?:node:)?(?:fs|fs\/promises|child_process|https?|net)'/u);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
