import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { cacheFolder } from '../node/cache-folder';
import { embeddedCatalogue } from '../node/catalogue';
import { createClock } from '../node/clock';
import { createDiskWorkspace } from '../node/disk-workspace';
import { openFactsCache } from '../node/facts-cache';
import { headCommit } from '../node/git-head';
import { gitPerson } from '../node/git-person';
import { createGrammars } from '../node/grammars';
import { projectRoot } from '../node/project-root';
import { keepHeapSmall } from '../node/small-heap';
import { createServer } from './server';

keepHeapSmall();
const stamp = createHash('sha256').update(readFileSync(__filename)).digest('hex').slice(0, 16);

/** The language server as a process: `--node-ipc` from VS Code, `--stdio` from any other editor. */
const connection = createConnection(ProposedFeatures.all);

createServer(connection, {
  catalogue: embeddedCatalogue(),
  grammars: createGrammars(__dirname),
  clock: createClock(undefined, process.env['SOURCE_DATE_EPOCH']) ?? {
    today: () => new Date().toISOString().slice(0, 10),
  },
  openDisk: createDiskWorkspace,
  openCache: (root) => openFactsCache(cacheFolder('server'), root, stamp, { info() {}, warn() {}, error() {} }),
  findRoot: projectRoot,
  person: gitPerson,
  commit: headCommit,
  version,
});
connection.listen();
