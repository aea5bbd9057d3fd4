import type { Range } from '../model';

/** A place where code reads a file by a literal path: supports weak evidence about that file. */
export interface FileUse extends Range {
  /** The file that reads. */
  readonly path: string;
  readonly language: string | null;
  /** The file that reads imports a library that works with models. */
  readonly inAi?: boolean;
  /** Goes through the files of a folder. */
  readonly lists?: boolean;
  /** What the code does with the content, as far as it shows. */
  readonly as: 'prompt' | 'dataset' | 'model' | 'unknown';
  /** The path as written: relative, with `..`, a folder, or a glob. */
  readonly target: string;
}
