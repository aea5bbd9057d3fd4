import { createHash } from 'node:crypto';
import { compareRange } from '../../src/core/model';
import type { ProjectEdit } from '../../src/core/model';
import type { FileContent, Listing, Selection, Workspace } from '../../src/core/ports';

/** What a file holds in tests: text, bytes, or the reason why it cannot be read. */
export type MemoryFile = string | Uint8Array | { readonly unreadable: string };

/** A workspace over a map of path → content, which tests may change at any time. */
export class MemoryWorkspace implements Workspace {
  readonly files: Map<string, MemoryFile>;
  /** How often each path was read. */
  readonly reads = new Map<string, number>();
  lists = 0;

  constructor(files: Readonly<Record<string, MemoryFile>> = {}) {
    this.files = new Map(Object.entries(files));
  }

  list(selection: Selection): Promise<Listing> {
    this.lists += 1;
    const ignored = { gitignore: 0, config: 0, default: 0 };
    const files: string[] = [];
    this.#tellRules(selection);
    const folders = new Map<string, boolean>([['', true]]);
    for (const path of [...this.files.keys()].sort()) {
      const parts = path.split('/');
      const entered = parts.slice(0, -1).every((_part, index) => {
        const folder = `${parts.slice(0, index + 1).join('/')}/`;
        const known = folders.get(folder);
        if (known !== undefined) return known;
        const decision = selection.decide(folder);
        if (decision !== 'take') ignored[decision] += 1;
        folders.set(folder, decision === 'take');
        return decision === 'take';
      });
      if (!entered) continue;
      const decision = selection.decide(path);
      if (decision === 'take') files.push(path);
      else ignored[decision] += 1;
    }
    return Promise.resolve({ files, ignored, skipped: [] });
  }

  read(path: string): Promise<FileContent> {
    this.reads.set(path, (this.reads.get(path) ?? 0) + 1);
    return Promise.resolve(contentOf(this.files.get(path)));
  }

  #tellRules(selection: Selection): void {
    for (const [path, file] of this.files) {
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
      if (typeof file !== 'string') continue;
      if (/(?:^|\/)\.gitignore$/u.test(path)) selection.addIgnoreFile(folder, file);
      if (/(?:^|\/)\.gitattributes$/u.test(path)) selection.addAttributesFile(folder, file);
    }
  }
}

function bytesOf(file: MemoryFile | undefined): Uint8Array {
  if (typeof file === 'string') return Buffer.from(file);
  return file instanceof Uint8Array ? file : new Uint8Array();
}

function contentOf(file: MemoryFile | undefined): FileContent {
  if (file === undefined) return { kind: 'skipped', reason: 'does not exist' };
  if (typeof file !== 'string' && !(file instanceof Uint8Array)) return { kind: 'skipped', reason: file.unreadable };
  const bytes = bytesOf(file);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return typeof file === 'string'
    ? { kind: 'text', text: file, hash, size: bytes.length }
    : { kind: 'binary', head: bytes.subarray(0, 65536), hash, size: bytes.length };
}

/** Applies an edit as a door would: never over a file that exists. */
export function applyEdit(workspace: MemoryWorkspace, edit: ProjectEdit): string[] {
  for (const { path, text } of edit.creations) {
    if (workspace.files.has(path)) throw new Error(`${path} exists already`);
    workspace.files.set(path, text);
  }
  // From the end, so that earlier places stay where they are.
  const replacements = [...edit.replacements].sort((a, b) => compareRange(b.range, a.range));
  for (const { path, range, text } of replacements) {
    const old = workspace.files.get(path);
    if (typeof old !== 'string') throw new Error(`${path} is no text`);
    const [start, end] = [offsetOf(old, range.line, range.column), offsetOf(old, range.endLine, range.endColumn)];
    workspace.files.set(path, old.slice(0, start) + text + old.slice(end));
  }
  return [...edit.creations, ...edit.replacements].map(({ path }) => path);
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) throw new Error(`There is no line ${line}`);
    start = next + 1;
  }
  return start + column - 1;
}
