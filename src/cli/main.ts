import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { embeddedCatalogue } from '../node/catalogue';
import { createGrammars } from '../node/grammars';
import type { CliIo, CliStream } from './io';
import { EXIT } from './io';
import { runCli } from './run-cli';

/** The only place that knows the process. */
function processIo(): CliIo {
  let cancelled = false;
  process.on('SIGINT', () => {
    if (cancelled) process.exit(EXIT.interrupted);
    cancelled = true;
  });
  return {
    stdout: streamOf(process.stdout),
    stderr: streamOf(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    cancel: {
      get cancelled() {
        return cancelled;
      },
    },
    version,
    catalogue: embeddedCatalogue(),
    grammars: createGrammars(__dirname),
    cacheFolder: cacheFolder(),
    stamp: createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 16),
  };
}

/** A reader that went away (`| head`) is no failure. */
function streamOf(stream: NodeJS.WriteStream): CliStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? EXIT.clean);
  });
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY === true };
}

function cacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (process.platform === 'win32' && local) return join(local, 'ai-baseline', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ai-baseline');
  return join(xdg && xdg.startsWith('/') ? xdg : join(homedir(), '.cache'), 'ai-baseline');
}

void runCli(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
