import { isUtf8 } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { FileContent, TextContent } from '../core';
import { decodeText, decodeUtf8, looksBinary, withoutMark } from './decode';
import { isMinified } from './minified';

const HEAD = 64 * 1024;
/** Larger texts are data, not something a person writes. */
const LARGEST_TEXT = 2 * 1024 * 1024;
/** Larger files are not hashed: that is left to whoever asks for it. */
const LARGEST_HASHED = 64 * 1024 * 1024;

/** Extensions of files that people write: such a file that is too large or no text is worth a word in the coverage. */
const SOURCE =
  /\.(?:pyi?|ipynb|[cm]?[jt]sx?|java|kts?|go|cs|rs|rb|php|scala|swift|lua|sh|ps1|r|jl|cpp|cc|hpp|h|c|vue|svelte|html?|css|scss|sql|md|mdx|rst|ya?ml|toml|ini|cfg|properties)$/iu;

/**
 * Non-blocking, so that a pipe that took the file's place does not hold up the scan for ever; a link in its place is not
 * followed, where the system can be told so.
 */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Reads files of one folder, one at a time; what is small goes through one buffer. */
export class FileReader {
  readonly #buffer = Buffer.alloc(LARGEST_TEXT + 1);

  /** `path` is the name of the file inside the project. Throws what the file system throws. */
  async read(absolute: string, path: string): Promise<FileContent> {
    const size = { bytes: 0 };
    const content = this.#small(absolute, path, size);
    if (content !== null) return content;
    const file = await open(absolute, FLAGS);
    try {
      return await largeContent(file, size.bytes);
    } finally {
      await file.close();
    }
  }

  /** The content of a file of which all that is needed fits into the buffer; null for what is large and has to be hashed. */
  #small(absolute: string, path: string, told: { bytes: number }): FileContent | null {
    const file = openSync(absolute, FLAGS);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) return { kind: 'skipped', reason: 'not a regular file' };
      const { size } = stats;
      told.bytes = size;
      const head = this.#fill(file, Math.min(size, HEAD), 0);
      const binary = looksBinary(head);
      const isSource = SOURCE.test(path);
      if (isSource && binary) return { kind: 'skipped', reason: 'not text, although its name says so' };
      if (isSource && size > LARGEST_TEXT) return { kind: 'skipped', reason: 'larger than 2 MB' };
      if (size > LARGEST_TEXT) return null;
      return this.#whole(file, path, size, binary);
    } finally {
      closeSync(file);
    }
  }

  /** The head is in the buffer already. */
  #whole(file: number, path: string, size: number, binary: boolean): FileContent {
    const bytes = size <= HEAD ? this.#buffer.subarray(0, size) : this.#fill(file, size, HEAD);
    if (!binary && isMinified(path, bytes)) return { kind: 'skipped', reason: 'minified' };
    const digest = hash('sha256', bytes, 'hex');
    if (!binary && isUtf8(bytes)) return new Utf8Content(Uint8Array.from(withoutMark(bytes)), digest, bytes.length);
    const text = binary ? null : decodeText(bytes);
    return text === null
      ? { kind: 'binary', head: Uint8Array.from(bytes.subarray(0, HEAD)), hash: digest, size: bytes.length }
      : { kind: 'text', text, hash: digest, size: bytes.length };
  }

  /** Reads on from `from` up to `to`: less where the file has become shorter. Gives all that is in the buffer. */
  #fill(file: number, to: number, from: number): Buffer {
    let filled = from;
    while (filled < to) {
      const count = readSync(file, this.#buffer, filled, to - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return this.#buffer.subarray(0, filled);
  }
}

/** Text in UTF-8, decoded only where somebody asks for it: of most source files nobody does. */
class Utf8Content implements TextContent {
  readonly kind = 'text';
  #text: string | null = null;

  constructor(
    readonly bytes: Uint8Array,
    readonly hash: string,
    readonly size: number,
  ) {}

  get text(): string {
    return (this.#text ??= decodeUtf8(this.bytes));
  }
}

/** Data of any size: its first bytes, and the hash of all of it where that does not take too long. */
async function largeContent(file: FileHandle, size: number): Promise<FileContent> {
  const head = await readUpTo(file, HEAD, 0);
  return { kind: 'binary', head, hash: size > LARGEST_HASHED ? null : await hashOf(file, head, size), size };
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
  const digest = createHash('sha256').update(head);
  const chunk = Buffer.alloc(Math.min(1024 * 1024, Math.max(1, size - head.length)));
  let position = head.length;
  while (position < size) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) break;
    digest.update(chunk.subarray(0, bytesRead));
    position += bytesRead;
  }
  return digest.digest('hex');
}
