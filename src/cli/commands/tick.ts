import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Snapshot } from '../../core';
import { applyProjectEdit } from '../apply-edit';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { pathIn, scanProject } from '../project';

interface Options {
  readonly by?: string;
  readonly dir: string;
  readonly date?: string;
  readonly quiet?: boolean;
}

interface Item {
  readonly path: string;
  readonly line: number;
}

export function registerTick(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('tick')
    .description('tick items of a release checklist, with who ticks them and the day behind each; nothing else changes')
    .argument('<item...>', 'places as "gate" prints them, such as ai-security/releases/2.4.0.md:37')
    .option('--by <name>', 'who ticks (default: the name that Git signs commits with)')
    .option('--dir <folder>', 'a folder of the project', '.')
    .option('--date <day>', 'write this day, YYYY-MM-DD')
    .option('--quiet', 'no progress and no log')
    .action(async (items: string[], options: Options) => exit(await tick(io, items, options)));
}

async function tick(io: CliIo, places: readonly string[], options: Options): Promise<number> {
  const { engine, root } = await scanProject(io, options.dir, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const by = (options.by ?? (await io.person?.(root)) ?? '').trim();
  if (by === '') throw new CliError('Who ticks? Say --by. Nothing was written.');
  // All of them are looked at before the first is written.
  const items = places.map((place) => itemAt(engine.snapshot, place, (path) => pathIn(root, resolve(io.cwd, path))));
  const written = new Set<string>();
  for (const { path, line } of items) {
    const edit = await engine.tick(path, line, by, io.cancel);
    // Named twice, it is ticked by now.
    if (edit === null) continue;
    for (const each of await applyProjectEdit(root, edit)) written.add(each);
    await engine.update([path], io.cancel);
  }
  io.stdout.write([...written].map((path) => `${path}\n`).join(''));
  return EXIT.clean;
}

/** The item at `path:line`, perhaps with a column behind it. Throws CliError where there is none that needs a tick. */
function itemAt({ checklists }: Snapshot, place: string, inside: (path: string) => string): Item {
  const [, written = '', number = ''] = /^(.*?):(\d+)(?::\d+)?$/su.exec(place) ?? [];
  if (written === '') throw new CliError(`${place} names no line: write FILE:LINE, as "gate" prints it. ${NOTHING}`);
  const paths = [written.replace(/^\.\//u, ''), inside(written)];
  const checklist = checklists.find(({ path }) => paths.includes(path));
  if (!checklist) throw new CliError(`${written} is no release checklist that can be read. ${NOTHING}`);
  const line = Number(number);
  const item = checklist.items.find(({ range }) => range.line === line);
  if (!item)
    throw new CliError(
      `No item of the checklist begins at ${place}; a decision is recorded with "gate --record". ${NOTHING}`,
    );
  if (item.notApplicable) throw new CliError(`${place} says that it does not apply (${item.words}). ${NOTHING}`);
  if (item.ticked && item.signed) throw new CliError(`${place} is ticked already (${item.words}). ${NOTHING}`);
  return { path: checklist.path, line };
}

const NOTHING = 'Nothing was written.';
