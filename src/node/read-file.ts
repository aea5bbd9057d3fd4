import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { constants, open } from 'node:fs/promises';
import type { FileContent } from '../core';
import { decodeText, looksBinary } from './decode';

const HEAD = 64 * 1024;
/** Larger texts are data, not something a person writes. */
const LARGEST_TEXT = 2 * 1024 * 1024;
/** Larger files are not hashed: that is left to whoever asks for it. */
const LARGEST_HASHED = 64 * 1024 * 1024;

/** Extensions of files that people write: such a file that is too large or no text is worth a word in the coverage. */
const SOURCE =
  /\.(?:pyi?|ipynb|[cm]?[jt]sx?|java|kts?|go|cs|rs|rb|php|scala|swift|lua|sh|ps1|r|jl|cpp|cc|hpp|h|c|vue|svelte|html?|css|scss|sql|md|mdx|rst|ya?ml|toml|ini|cfg|properties)$/iu;

/** Reads one file; `path` is its name inside the project. Throws what the file system throws. */
export async function readFileContent(absolute: string, path: string): Promise<FileContent> {
  // Non-blocking, so that a pipe that took the file's place does not hold up the scan for ever.
  const file = await open(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return { kind: 'skipped', reason: 'not a regular file' };
    return await contentOf(file, stats.size, path);
  } finally {
    await file.close();
  }
}

async function contentOf(file: FileHandle, size: number, path: string): Promise<FileContent> {
  const head = await readUpTo(file, Math.min(size, HEAD), 0);
  const binary = looksBinary(head);
  const isSource = SOURCE.test(path);
  if (isSource && binary) return { kind: 'skipped', reason: 'not text, although its name says so' };
  if (isSource && size > LARGEST_TEXT) return { kind: 'skipped', reason: 'larger than 2 MB' };
  if (binary || size > LARGEST_TEXT) {
    return { kind: 'binary', head, hash: size > LARGEST_HASHED ? null : await hashOf(file, head, size), size };
  }
  const bytes = size <= HEAD ? head : Buffer.concat([head, await readUpTo(file, size - head.length, head.length)]);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const text = decodeText(bytes);
  return text === null
    ? { kind: 'binary', head, hash, size: bytes.length }
    : { kind: 'text', text, hash, size: bytes.length };
}

/** At most `length` bytes from `position`: fewer where the file has become shorter. */
async function readUpTo(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function hashOf(file: FileHandle, head: Buffer, size: number): Promise<string> {
  const hash = createHash('sha256').update(head);
  const chunk = Buffer.alloc(Math.min(1024 * 1024, Math.max(1, size - head.length)));
  let position = head.length;
  while (position < size) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    hash.update(chunk.subarray(0, bytesRead));
    position += bytesRead;
  }
  return hash.digest('hex');
}
