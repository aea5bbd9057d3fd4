import type { Command } from 'commander';
import type { Asset, AssetKind, AssetRecord, Engine, ProjectEdit } from '../../core';
import { TakenError } from '../../node/write-file';
import { CliError, EXIT } from '../io';
import type { CliIo } from '../io';
import { newThreatModels, updateThreatModel } from './new-threat-model';
import { scanProject } from '../project';
import type { OpenProject } from '../project';
import { questionnaireFormat, sendQuestionnaire, SUPPLIER_KIND } from '../questionnaires';
import { writeInProject } from '../write';

interface NewOptions {
  readonly asset: readonly string[];
  readonly dir: string;
  readonly date?: string;
  readonly force?: boolean;
  readonly send?: string | true;
  readonly quiet?: boolean;
  readonly update?: string;
  readonly write?: boolean;
}

export function registerNew(program: Command, io: CliIo, exit: (code: number) => void): void {
  program
    .command('new')
    .description('write a record, filled with what is known')
    .argument('<record>', io.catalogue.records.map((kind) => kind.id).join(', '))
    .argument('[title]', 'its title; for a record of assets their name if left out')
    .option('--asset <id...>', 'what it covers, such as model:gpt-4o', [])
    .option('--dir <folder>', 'a folder of the project', '.')
    .option('--date <day>', 'write this day as the date of review, YYYY-MM-DD')
    .option('--force', 'make another record although there is one, or overwrite a file of that name')
    .option('--send [format]', 'supplier-assessment: write the questions beside it as one file to send out, md or csv')
    .option('--update <file>', 'say what a threat model that is there would take in')
    .option('--write', 'with --update: add it, and touch nothing that stands there')
    .option('--quiet', 'no progress and no log')
    .action(async (kind: string, title: string | undefined, options: NewOptions) =>
      exit(await create(io, kind, title, options)),
    );
}

async function create(io: CliIo, kind: string, title: string | undefined, options: NewOptions): Promise<number> {
  const known = kindOf(io, kind);
  const format = options.send === undefined ? null : questionnaireFormat(options.send);
  checkOptions(known, options);
  const project = await scanProject(io, options.dir, options);
  if (io.cancel.cancelled) return EXIT.interrupted;
  if (options.update !== undefined)
    return updateThreatModel(io, project, { file: options.update, write: options.write === true });
  const overwrite = options.force ?? false;
  const there = format === null ? undefined : project.engine.snapshot.records.find((each) => isAbout(each, title));
  if (format !== null && there) {
    await sendQuestionnaire(io, project, there.path, { format, overwrite });
    return EXIT.clean;
  }
  const { edit, words } = newEdit(io, project, known, { title, options });
  const [record] = edit.creations;
  if (!record) {
    const path = project.engine.namesake(known.id, '', []);
    throw new CliError(
      `There is ${withArticle(known.title)} already${path === null ? '' : `: ${path}`}; a project has one. Nothing was written.`,
    );
  }
  await write(io, project.root, edit, overwrite);
  if (format !== null) await sendQuestionnaire(io, project, record.path, { format, overwrite });
  if (words !== null && !options.quiet) io.stderr.write(`${words}\n`);
  return EXIT.clean;
}

type Kind = CliIo['catalogue']['records'][number];

function checkOptions({ id }: Kind, { send, update, write: add }: NewOptions): void {
  if (add === true && update === undefined)
    throw new CliError(
      '--write goes with --update FILE; without it, a new record is written anyway. Nothing was written.',
    );
  if (send !== undefined && id !== SUPPLIER_KIND) throw new CliError(`--send is for a ${SUPPLIER_KIND} only.`);
  if (update !== undefined && id !== 'threat-model')
    throw new CliError('--update is for threat models: what else is written by people stays theirs.');
}

function newEdit(
  io: CliIo,
  { engine, root }: OpenProject,
  known: Kind,
  { title, options }: { readonly title: string | undefined; readonly options: NewOptions },
): { readonly edit: ProjectEdit; readonly words: string | null } {
  const assets = options.asset.map((id) => {
    const asset = assetOf(engine, id);
    checkKind(io, asset, known);
    // An asset has one card, but any number of test reports, assessments and releases.
    if (known.assetKind !== null && options.force !== true) checkNoRecord(asset);
    return asset;
  });
  const isThreatModel = known.id === 'threat-model';
  if (title === undefined && assets.length === 0 && known.file === undefined && !isThreatModel)
    throw new CliError(`Give the ${known.title.toLowerCase()} a title, or name an asset with --asset.`);
  if (isThreatModel)
    return { edit: newThreatModels(engine, root, { title, force: options.force === true }), words: null };
  if (options.force !== true) checkNoNamesake(engine, known, { title, assets });
  return recordEdit(engine, known, { title, assets });
}

/** Two releases, suppliers or plans of one name are one: a second file would be filled in beside the first. */
function checkNoNamesake(
  engine: Engine,
  { id, title: kind, file }: Kind,
  { title, assets }: { readonly title: string | undefined; readonly assets: readonly Asset[] },
): void {
  if (file !== undefined) return;
  const ids = assets.map((asset) => asset.id);
  const there = engine.namesake(id, title ?? '', ids);
  if (there === null) return;
  const called = title === undefined ? '' : ` ${title}`;
  throw new CliError(
    `There is ${withArticle(kind)}${called} already: ${there}. --force makes another. Nothing was written.`,
  );
}

/** By its id, or by the beginning of it where that means one: `supplier`. */
function kindOf(io: CliIo, word: string): Kind {
  const kinds = io.catalogue.records;
  const begun = kinds.filter(({ id }) => id.startsWith(`${word}-`));
  const found = kinds.find(({ id }) => id === word) ?? (begun.length === 1 ? begun[0] : undefined);
  if (found) return found;
  throw new CliError(`There is no record "${word}". There are ${kinds.map(({ id }) => id).join(', ')}.`);
}

function isAbout({ kind, names }: AssetRecord, title: string | undefined): boolean {
  return (
    kind === SUPPLIER_KIND && title !== undefined && names.some((name) => name.toLowerCase() === title.toLowerCase())
  );
}

async function write(io: CliIo, root: string, edit: ProjectEdit, overwrite: boolean): Promise<void> {
  for (const file of edit.creations) {
    try {
      await writeInProject(root, file.path, file.text, { overwrite });
    } catch (error) {
      if (error instanceof TakenError) throw new CliError(`${file.path} exists already; --force overwrites it.`);
      throw error;
    }
    io.stdout.write(`${file.path}\n`);
  }
}

/** The record; where documents describe its asset already, it takes over what they say, and so it is said. */
function recordEdit(
  engine: Engine,
  { id: kind, assetKind }: { readonly id: string; readonly assetKind: AssetKind | null },
  { title, assets }: { readonly title: string | undefined; readonly assets: readonly Asset[] },
): { readonly edit: ProjectEdit; readonly words: string | null } {
  const [asset, ...more] = assets;
  if (title === undefined && asset?.kind === assetKind && more.length === 0) {
    const edit = asset && engine.adopt(asset.id);
    const from = /^adopted-from:(?:\n {2}-)? (.{1,400})$/mu.exec(edit?.creations[0]?.text ?? '')?.[1];
    const words = `It points to ${from ?? ''} and takes over what is said there. What else is asked for is open.`;
    if (edit && from !== undefined) return { edit, words };
  }
  const ids = assets.map(({ id }) => id);
  return { edit: engine.newRecord(kind, title ?? '', ids), words: null };
}

function assetOf(engine: Engine, id: string): Asset {
  const asset = engine.snapshot.assets.find((candidate) => candidate.id === id || candidate.name === id);
  if (!asset)
    throw new CliError(`Nothing here is called ${id}. "ai-baseline scan --format json" lists the ids of assets.`);
  return asset;
}

/** A card of one kind about an asset of another would be an error from the first day. */
function checkKind(
  io: CliIo,
  asset: Asset,
  known: { readonly id: string; readonly assetKind: AssetKind | null },
): void {
  if (known.assetKind === null || known.assetKind === asset.kind) return;
  const right = io.catalogue.records.find((kind) => kind.assetKind === asset.kind);
  const way = right ? `write a ${right.id} about it` : `no kind of card is about one`;
  throw new CliError(`${asset.id} is no ${known.assetKind}, which a ${known.id} is about: ${way}.`);
}

function checkNoRecord({ id, records: [record] }: Asset): void {
  if (record !== undefined) throw new CliError(`${id} has a record already: ${record}. --force makes another.`);
}

function withArticle(title: string): string {
  return `${/^[aeiou]/iu.test(title) ? 'an' : 'a'} ${title.toLowerCase()}`;
}
