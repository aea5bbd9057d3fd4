import { join } from 'node:path';
import { cacheFolder } from '../node/cache-folder';
import { runCompiled } from '../node/compiled';
import { keepHeapSmall } from '../node/small-heap';

/** What `ai-baseline` runs: the command line, compiled already where it ran before. */
// First of all: what is compiled depends on such settings.
keepHeapSmall();
const [, , command = ''] = process.argv;
runCompiled({
  file: join(__dirname, 'cli-main.js'),
  folder: cacheFolder('cli'),
  part: /^[a-z][a-z-]{0,20}$/u.test(command) ? command : '',
});
