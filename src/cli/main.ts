import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { version } from '../../package.json';
import { cacheFolder } from '../node/cache-folder';
import type { CompiledModule } from '../node/compiled';
import { embeddedCatalogue } from '../node/catalogue';
import { gitPerson } from '../node/git-person';
import { createGrammars } from '../node/grammars';
import { ReaderThreads } from '../node/reader-threads';
import type { CliIo, CliStream } from './io';
import { EXIT } from './io';
import { createStream } from './stream';
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
    readers: (root) => new ReaderThreads(__dirname, root),
    cacheFolder: cacheFolder('cli'),
    person: gitPerson,
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
    server: join(__dirname, 'server.js'),
    stamp: (module as unknown as CompiledModule).digest,
  };
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

function streamOf(stream: NodeJS.WriteStream): CliStream {
  return createStream(stream, {
    gone: () => process.exit(process.exitCode ?? EXIT.clean),
    failed: (sentence) => {
      try {
        writeSync(2, `${sentence}\n`);
      } catch {
        // There is nowhere left to say it.
      }
      process.exit(EXIT.failed);
    },
  });
}

void runCli(process.argv.slice(2), processIo()).then((code) => {
  process.exitCode = code;
});
