import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { embeddedCatalogue } from '../node/catalogue';
import { createClock } from '../node/clock';
import { createDiskWorkspace } from '../node/disk-workspace';
import { gitPerson } from '../node/git-person';
import { createGrammars } from '../node/grammars';
import { projectRoot } from '../node/project-root';
import { createServer } from './server';

/** The language server as a process: `--node-ipc` from VS Code, `--stdio` from any other editor. */
const connection = createConnection(ProposedFeatures.all);

createServer(connection, {
  catalogue: embeddedCatalogue(),
  grammars: createGrammars(__dirname),
  clock: createClock(undefined, process.env['SOURCE_DATE_EPOCH']) ?? {
    today: () => new Date().toISOString().slice(0, 10),
  },
  openDisk: createDiskWorkspace,
  findRoot: projectRoot,
  person: gitPerson,
});
connection.listen();
