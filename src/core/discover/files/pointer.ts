/** A small text that stands for a large file kept elsewhere (Git LFS). */
export interface Pointer {
  /** `sha256:…` */
  readonly digest: string | null;
  readonly size: number | null;
}

const VERSION = 'version https://git-lfs.github.com/spec/';

/** Reads a Git LFS pointer, null where the text is none. */
export function readPointer(text: string): Pointer | null {
  if (text.length > 1024 || !text.startsWith(VERSION)) return null;
  const digest = /^oid (sha256:[0-9a-f]{64})\s*$/mu.exec(text)?.[1] ?? null;
  const size = /^size (\d{1,15})\s*$/mu.exec(text)?.[1];
  return { digest, size: size === undefined ? null : Number(size) };
}
