import { compareText, type Pin, type Settings, type Sighting } from '../../model';
import { endpointOf } from '../signatures/call-terms';
import { jsonPairs } from './json-pairs';
import { lastKey, type ConfigPair } from './pairs';
import { tomlPairs } from './line-pairs';
import { named, type Detector, type ScannedFile } from './scanned-file';

const LARGEST = 256 * 1024;
const MOST = 64;
/** Keys that let tools of a server run without asking. */
const APPROVES = /^(?:alwaysAllow|autoApprove|always_allow|auto_approve)$/u;
/** Programs that fetch what they start. */
const FETCHES = /^(?:npx|bunx|pnpx|uvx|pipx|docker|podman|pnpm|yarn|bun|deno)(?:\.cmd|\.exe)?$/u;
const IMAGE = /^[a-z0-9][\w.-]*(?:\/|:[\w.-]+$)[\w./:@-]*$/u;
const PACKAGE = /^@?[\w.-][\w./@+~^=<>:-]*$/u;
const SUBCOMMANDS = /^(?:run|dlx|exec|x|create)$/u;

/** Servers of the Model Context Protocol that a configuration names: `.mcp.json`, `.vscode/mcp.json`, Codex and others. */
export const mcpServers: Detector = (file) => {
  const pairs = pairsOf(file);
  const servers = new Map<string, ConfigPair[]>();
  for (const pair of pairs) {
    const name = serverOf(file, pair.keys);
    if (name !== null) servers.set(name, [...(servers.get(name) ?? []), pair]);
  }
  return [...servers].slice(0, MOST).flatMap(([name, own]) => sighting(file, name, own));
};

function pairsOf(file: ScannedFile): readonly ConfigPair[] {
  const { text, extension } = file;
  if (text === null || text.length > LARGEST) return [];
  if (
    /^jsonc?$/u.test(extension) &&
    (text.includes('"mcpServers"') || /^\.?mcp\.jsonc?$|^settings\.json$/u.test(file.name))
  )
    return jsonPairs(text, file.lines);
  return extension === 'toml' && text.includes('mcp_servers') ? tomlPairs(text) : [];
}

/** The name of the server that keys lead into. */
function serverOf(file: ScannedFile, keys: readonly string[]): string | null {
  if ((keys[0] === 'mcpServers' || keys[0] === 'mcp_servers') && keys.length > 2) return keys[1] ?? null;
  if (keys[0] === 'mcp' && keys[1] === 'servers' && keys.length > 3) return keys[2] ?? null;
  return /^\.?mcp\.jsonc?$/u.test(file.name) && keys[0] === 'servers' && keys.length > 2 ? (keys[1] ?? null) : null;
}

function sighting(file: ScannedFile, name: string, own: readonly ConfigPair[]): Sighting[] {
  const said = (...keys: string[]) => own.find((pair) => keys.includes(lastKey(pair)) && !pair.item);
  const [command, url] = [said('command'), said('url', 'serverUrl', 'httpUrl')];
  const place = command ?? url;
  if (!place || name === '') return [];
  const started = command ? startedBy(command.value, own) : { written: null, pin: 'none' as const };
  const endpoint = url ? endpointOf(url.value) : null;
  const settings = settingsOf(own, started.written);
  const { pin } = started;
  return [
    {
      ...named(file, place.range, {
        kind: 'mcp-server',
        name,
        signature: 'config.mcp-server',
        pin,
        confidence: 'high',
      }),
      use: 'definition',
      ...(endpoint === null ? {} : { endpoint }),
      ...(settings ? { settings } : {}),
    },
  ];
}

function settingsOf(own: readonly ConfigPair[], started: string | null): Settings | null {
  const approved = own.filter((pair) => pair.item && APPROVES.test(lastKey(pair))).map(({ value }) => value);
  if (approved.length === 0 && started === null) return null;
  return {
    ...(approved.length > 0 ? { auto_approve: `[${approved.sort(compareText).join(', ')}]` } : {}),
    ...(started === null ? {} : { package: started }),
  };
}

interface Started {
  /** The package or image, null where it is not said. */
  readonly written: string | null;
  readonly pin: Pin;
}

/** What a program fetches and starts; what lies on the machine already has no version to pin. */
function startedBy(command: string, own: readonly ConfigPair[]): Started {
  const program = programOf(command);
  if (!FETCHES.test(program)) return { written: null, pin: 'not-applicable' };
  const isImage = /^(?:docker|podman)/u.test(program);
  const words = own
    .filter((pair) => pair.item && lastKey(pair) === 'args')
    .map(({ value }) => value)
    .filter((word) => !word.startsWith('-') && !SUBCOMMANDS.test(word));
  // Behind options of a container stand their values (`-e KEY`, `-v from:to`): an image has none of their marks.
  const written = words.find((word) => (isImage ? IMAGE : PACKAGE).test(word));
  if (written === undefined || /^\./u.test(written)) return { written: null, pin: 'none' };
  return { written, pin: pinOf(written, isImage) };
}

function programOf(command: string): string {
  return command.slice(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
}

function pinOf(written: string, isImage: boolean): Pin {
  if (/@sha256:[0-9a-f]{16,}$/u.test(written)) return 'exact';
  if (isImage) return /:[\w.-]+$/u.test(written) ? 'alias' : 'none';
  if (/(?:@|==)v?\d+\.\d+\.\d+[\w.+-]*$/u.test(written)) return 'exact';
  return /.@[\w.^~*-]+$|[<>~]=/u.test(written) ? 'alias' : 'none';
}
