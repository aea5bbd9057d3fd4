import type { FileContent } from '../../../../src/core/ports';

/** One file, and what is seen in it: `model gpt-4o 3`; a condition is written behind with `?`. */
export type FileCase = [title: string, path: string, content: FileContent | string, expected: string[]];

export const text = (content: string): FileContent => ({
  kind: 'text',
  text: content,
  hash: 'a'.repeat(64),
  size: content.length,
});
export const binary = (...parts: (string | number)[]): FileContent => {
  const head = Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((mark) => mark.charCodeAt(0)))),
  );
  return { kind: 'binary', head, hash: 'b'.repeat(64), size: head.length };
};
export const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'c'.repeat(64)}\nsize 123\n`;
