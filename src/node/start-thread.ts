import { join } from 'node:path';
import { cacheFolder } from './cache-folder';
import { runCompiled } from './compiled';

/** What a thread of ReaderThreads runs. */
runCompiled({ file: join(__dirname, 'reader-main.js'), folder: cacheFolder('reader'), part: '' });
