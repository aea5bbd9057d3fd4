import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { EVIDENCE_KINDS, SUPPORTS } from '../../core';
import type { ClaimWords, Engine, EvidenceKind, EvidenceWords, Support } from '../../core';
import { applyProjectEdit } from '../apply-edit';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { scanProject } from '../project';

interface ClaimOptions {
  readonly system: readonly string[];
  readonly support?: Support;
  readonly notApplicable?: string;
  readonly detail?: string;
  readonly owner?: string;
  readonly due?: string;
  readonly evidence: readonly string[];
  readonly kind?: EvidenceKind;
  readonly dir: string;
  readonly date?: string;
  readonly quiet?: boolean;
}

export function registerClaim(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('claim')
    .description('write down in claims.yaml what you claim about provisions, and what shows it')
    .argument('<provision...>', 'such as 5.2.1-1')
    .option('--system <id...>', 'only for these systems of system.yaml', [])
    .addOption(new Option('--support <support>', 'how far it is supported').choices([...SUPPORTS]))
    .option('--not-applicable <reason>', 'that it does not apply, and why')
    .option('--detail <words>', 'the measure that does it, or what is missing')
    .option('--owner <name>', 'who answers for it')
    .option('--due <day>', 'by when what is missing will be done, YYYY-MM-DD')
    .option('--evidence <place...>', 'paths (docs/a.md#Heading), addresses or tickets', [])
    .addOption(new Option('--kind <kind>', 'kind of the evidence').choices([...EVIDENCE_KINDS]))
    .option('--dir <folder>', 'a folder of the project', '.')
    .option('--date <day>', 'write this day as the date of the evidence, YYYY-MM-DD')
    .option('--quiet', 'no progress and no log')
    .action(async (provisions: string[], options: ClaimOptions) => exit(await claim(io, provisions, options)));
}

async function claim(io: CliIo, provisions: readonly string[], options: ClaimOptions): Promise<number> {
  const words = wordsOf(options);
  if (Object.keys(words).length === 0 && options.evidence.length === 0) {
    throw new CliError('Nothing is claimed: say --support, --not-applicable, --evidence, --owner, --detail or --due.');
  }
  if (options.support !== undefined && options.notApplicable !== undefined)
    throw new CliError(
      'Say --support or --not-applicable: what does not apply is not supported either. Nothing was written.',
    );
  const { engine, root } = await scanProject(io, options.dir, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  const known = new Set(engine.snapshot.provisions.map(({ id }) => id));
  const unknown = provisions.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new CliError(`There is no provision ${unknown}. "ai-baseline catalogue" lists them.`);
  const about = provisions.map((provision) => ({ provision, systems: options.system }));
  const evidence = await Promise.all(options.evidence.map((place) => evidenceOf(root, place, options.kind ?? null)));
  const paths = new Set<string>();
  if (Object.keys(words).length > 0) {
    await write(
      engine.claim(
        about.map((each) => ({ ...each, ...words })),
        io.cancel,
      ),
      { engine, root, io, paths },
    );
  }
  for (const each of evidence) {
    await write(engine.attachEvidence(about, each, io.cancel), { engine, root, io, paths });
  }
  sayMissing(io, engine, new Set(provisions));
  io.stdout.write([...paths].map((path) => `${path}\n`).join(''));
  return EXIT.clean;
}

interface Writing {
  readonly engine: Engine;
  readonly root: string;
  readonly io: CliIo;
  readonly paths: Set<string>;
}

async function write(made: ReturnType<Engine['claim']>, { engine, root, io, paths }: Writing): Promise<void> {
  const edit = await made;
  if (edit === null) {
    throw new CliError(
      'Nothing was written: days are YYYY-MM-DD, evidence is a path of the project, an address or a ticket, and claims.yaml has to be readable and written in lines.',
    );
  }
  const written = await applyProjectEdit(root, edit);
  for (const path of written) paths.add(path);
  await engine.update(written, io.cancel);
}

function wordsOf({ support, notApplicable, detail, owner, due }: ClaimOptions): Omit<ClaimWords, 'provision'> {
  return {
    ...(support === undefined ? {} : { support }),
    ...(notApplicable === undefined ? {} : { applies: false, reason: notApplicable }),
    ...(detail === undefined ? {} : { detail }),
    ...(owner === undefined ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
  };
}

/**
 * An address, a file of the project with or without a heading, or else what it is called in another tool. Throws CliError
 * for what looks like a file and is none: a slip of the hand would stand there as evidence.
 */
async function evidenceOf(root: string, place: string, kind: EvidenceKind | null): Promise<EvidenceWords> {
  if (/^https?:\/\//iu.test(place)) return { kind, place: { url: place } };
  const [path = '', heading] = place.split(/#(.*)/su);
  const isThere = path !== '' && (await stat(join(root, path)).catch(() => null)) !== null;
  if (!isThere && !/[/.]/u.test(place)) return { kind, place: { ticket: place } };
  // Where a path leads out of the project, that is what has to be said.
  if (!isThere && !/^[/\\~]|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/iu.test(path))
    throw new CliError(`There is no ${path}: paths count from the top of the project. Nothing was written.`);
  return { kind, place: { path }, ...(heading === undefined || heading === '' ? {} : { heading }) };
}

/** Evidence of these provisions that leads nowhere, such as a heading that the file does not have. */
function sayMissing(io: CliIo, { snapshot }: Engine, provisions: ReadonlySet<string>): void {
  const claims = snapshot.provisions.filter(({ id }) => provisions.has(id)).flatMap((each) => each.claims);
  const lost = claims.flatMap(({ evidence }) => evidence).filter(({ state }) => state === 'missing');
  const lines = lost.map(({ reference, why }) => `Look at ${reference} again: ${why ?? 'it is not there'}.\n`);
  io.stderr.write([...new Set(lines)].join(''));
}
