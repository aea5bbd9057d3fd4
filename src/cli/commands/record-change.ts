import type { Command } from 'commander';
import { fixTitles } from '../../core';
import type { Finding, Snapshot } from '../../core';
import { applyProjectEdit } from '../apply-edit';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { scanProject } from '../project';

interface Options {
  readonly reason: string;
  readonly by?: string;
  readonly all?: boolean;
  readonly dir: string;
  readonly date?: string;
  readonly quiet?: boolean;
}

export function registerRecordChange(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('record-change')
    .description(
      'write down in its records that something changed, or that a record was reviewed: why, who, digest and day',
    )
    .argument('[what...]', 'an asset such as model:gpt-4o, its file, or a record')
    .requiredOption('--reason <words>', 'why it changed, or what came of the review, in one line')
    .option('--by <name>', 'who says so (default: the name that Git signs commits with)')
    .option('--all', 'everything that changed and every review that is due, for the same reason')
    .option('--dir <folder>', 'a folder of the project', '.')
    .option('--date <day>', 'write this day, YYYY-MM-DD')
    .option('--quiet', 'no progress and no log')
    .action(async (what: string[], options: Options) => exit(await recordChange(io, what, options)));
}

async function recordChange(io: CliIo, what: readonly string[], options: Options): Promise<number> {
  const reason = options.reason.trim();
  if (reason === '') throw new CliError('--reason is empty: say in one line why. Nothing was written.');
  if (what.length > 0 === (options.all === true))
    throw new CliError('Name what changed (an asset, its file or a record), or say --all. Nothing was written.');
  const { engine, root } = await scanProject(io, options.dir, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const wanted =
    options.all === true ? engine.snapshot.findings.filter(isChange) : what.flatMap(named(engine.snapshot));
  if (wanted.length === 0) io.stderr.write('Nothing changed since it was reviewed, and no review is due.\n');
  const by = options.by?.trim() ?? (await io.person?.(root)) ?? '';
  const paths = new Set<string>();
  for (const { fingerprint, path } of new Set(wanted)) {
    // What was written down for one may have settled another.
    if (!engine.snapshot.findings.some((each) => each.fingerprint === fingerprint)) continue;
    const edit = await engine.recordChange(fingerprint, { reason, ...(by === '' ? {} : { by }) }, io.cancel);
    if (edit === null)
      throw new CliError(`What is reported at ${path} could not be written down: its record is broken.`);
    const written = await applyProjectEdit(root, edit);
    for (const each of written) paths.add(each);
    await engine.update(written, io.cancel);
  }
  io.stdout.write([...paths].map((path) => `${path}\n`).join(''));
  return EXIT.clean;
}

const TITLES: ReadonlySet<string> = new Set([fixTitles.recordChange, fixTitles.updateDigest, fixTitles.recordReview]);

function isChange({ fixes, suppressed }: Finding): boolean {
  return suppressed === null && fixes.some((title) => TITLES.has(title));
}

/**
 * The changes that go by a word: an asset's id or name, or the path of its place or of a record. A threat model is reviewed only
 * when it is named itself: why a prompt was changed does not say that anybody looked at the threats. Throws CliError for none.
 */
function named({ findings, assets }: Snapshot): (word: string) => Finding[] {
  return (word) => {
    const path = word.replace(/^\.\//u, '');
    const ids = new Set(assets.filter(({ id, name }) => id === word || name === word).map(({ id }) => id));
    const found = findings.filter(
      (each) =>
        isChange(each) &&
        (ids.has(each.asset ?? '') ||
          each.path === path ||
          each.record === path ||
          (each.asset !== null && each.related.some((at) => at.path === path))),
    );
    if (found.length > 0) return found;
    throw new CliError(
      `Nothing is to be written down about ${word}: it is as it was reviewed, or has no record. "ai-baseline scan" says what changed. Nothing was written.`,
    );
  };
}
