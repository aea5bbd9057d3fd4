import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

interface CompiledOptions {
  /** The program: a bundle in ASCII. */
  readonly file: string;
  /** Folder of this user for what V8 made of it. */
  readonly folder: string;
  /** Which part of the program this run uses: each has its own file. */
  readonly part: string;
}

/** What a program that was started so sees as its `module`. */
export interface CompiledModule {
  exports: unknown;
  /** SHA-1 of the program, hex: tells builds apart. */
  readonly digest: string;
}

/** Bytes of a SHA-1. */
const CHECK = 20;

/**
 * Runs a program with what V8 compiled of it in an earlier run, which saves half of the time to start. What is kept is told
 * from that of another build by the digest of the program, from a broken one by its own, and from that of another V8 by V8.
 * It is code, so nobody else may be able to write to it. Nothing that goes wrong with it keeps the program from running.
 */
export function runCompiled({ file, folder, part }: CompiledOptions): void {
  const bytes = readFileSync(file);
  const source = bytes.toString('latin1');
  const name = join(folder, `${basename(file, '.js')}${part === '' ? '' : `-${part}`}.code`);
  const digest = sha1(bytes);
  const kept = read(name, digest);
  const script = new Script(Module.wrap(source), { filename: file, ...(kept ? { cachedData: kept } : {}) });
  if (kept === null || script.cachedDataRejected === true) {
    // By then it holds the functions that were used, not only those that a start needs.
    process.on('exit', (code) => {
      if (code < 2) write(name, digest, script.createCachedData());
    });
  }
  const own: CompiledModule = { exports: {}, digest: digest.toString('hex') };
  const run = script.runInThisContext() as (this: unknown, ...given: unknown[]) => void;
  run.call(own.exports, own.exports, createRequire(file), own, file, dirname(file));
}

function read(name: string, digest: Buffer): Buffer | null {
  try {
    const file = openSync(name, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { uid, mode } = fstatSync(file);
      const isOurs = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
      const bytes = isOurs ? readFileSync(file) : Buffer.alloc(0);
      const data = bytes.subarray(2 * CHECK);
      const isGood = digest.equals(bytes.subarray(0, CHECK)) && sha1(data).equals(bytes.subarray(CHECK, 2 * CHECK));
      return isGood ? data : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function write(name: string, digest: Buffer, data: Buffer): void {
  try {
    mkdirSync(dirname(name), { recursive: true, mode: 0o700 });
    const draft = `${name}.${process.pid}`;
    writeFileSync(draft, Buffer.concat([digest, sha1(data), data]), { mode: 0o600, flag: 'wx' });
    renameSync(draft, name);
  } catch {
    // The next run compiles it once more.
  }
}

function sha1(data: Buffer): Buffer {
  return hash('sha1', data, 'buffer');
}
