import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createEngine, NEVER_CANCELLED, type Asset } from '../../src/core';
import type { Workspace } from '../../src/core/ports';
import { createDiskWorkspace } from '../../src/node/disk-workspace';
import { testCatalogue } from './catalogue';
import { testGrammars } from './grammars';
import { MemoryWorkspace } from './memory-workspace';
import { memoryLogger } from './parts';

export const KINDS = ['model', 'prompt', 'dataset'] as const;
export type Kind = (typeof KINDS)[number];

/** What a person says is in a project. */
export interface Label {
  readonly kind: Kind;
  /** Name of a model or dataset; path of a prompt. */
  readonly name: string;
  /** Beginning of a prompt in code: where it stands counts, not what it is called. */
  readonly snippet: string | null;
  /** Null where a document only mentions it: either answer will do. */
  readonly documented: boolean | null;
  /** Reasonable people differ: neither found nor missed counts. */
  readonly arguable: boolean;
}

export interface LabelledProject {
  readonly name: string;
  readonly labels: readonly Label[];
  readonly workspace: Workspace;
}

/**
 * Every project in a folder. Two forms: `<name>.txt` with `--- expect` (labels) and `--- path` before each file, or
 * `<name>/labels.txt` beside `<name>/tree/`.
 */
export function labelledProjects(folder: string): LabelledProject[] {
  return readdirSync(folder)
    .sort()
    .flatMap((entry): LabelledProject[] => {
      const path = join(folder, entry);
      if (entry.endsWith('.txt')) return [written(path)];
      const labels = join(path, 'labels.txt');
      if (!statSync(path).isDirectory() || !existsSync(labels)) return [];
      const workspace = createDiskWorkspace(join(path, 'tree'));
      return [{ name: entry, labels: labelsOf(readFileSync(labels, 'utf8')), workspace }];
    });
}

function written(path: string): LabelledProject {
  const parts = readFileSync(path, 'utf8').split(/^--- /mu).slice(1);
  const files = new Map(
    parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const),
  );
  const labels = labelsOf(files.get('expect') ?? '');
  files.delete('expect');
  return { name: basename(path, '.txt'), labels, workspace: new MemoryWorkspace(Object.fromEntries(files)) };
}

/** `model gpt-4o documented`, `? dataset data/rows.csv`, `prompt src/a.py "You sort" mentioned`, one a line; `#` begins a remark. */
function labelsOf(text: string): Label[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const parts = /^(\? )?(model|prompt|dataset) (\S+)(?: "(.+)")?( documented| mentioned)?\s*$/u.exec(line);
      if (!parts) throw new Error(`not a label: ${line}`);
      const [, arguable, kind, name = '', snippet, word] = parts;
      return {
        kind: kind as Kind,
        name,
        snippet: snippet ?? null,
        documented: word === ' mentioned' ? null : word !== undefined,
        arguable: arguable !== undefined,
      };
    });
}

/** The models, prompts and datasets that the engine finds in a project. */
export async function assetsFound({ workspace }: LabelledProject): Promise<readonly Asset[]> {
  const engine = createEngine({
    workspace,
    grammars: testGrammars,
    catalogue: testCatalogue(),
    clock: { today: () => '2026-11-24' },
    logger: memoryLogger(),
  });
  const { assets } = await engine.scan(NEVER_CANCELLED);
  return assets.filter(({ kind }) => (KINDS as readonly string[]).includes(kind));
}
