import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import { TakenError } from '../../node/write-file';
import { CliError } from '../io';
import type { CliIo } from '../io';
import { scanProject } from '../project';
import { CONFIGURATION_TEMPLATE, RECORDS_README } from '../templates';
import { writeInProject } from '../write';

const ROLES: Readonly<Record<string, string>> = {
  developer: 'Developer',
  operator: 'System Operator',
  custodian: 'Data Custodian',
};

interface InitOptions {
  readonly role?: readonly string[];
  readonly deployed?: string;
}

interface Answers {
  readonly roles: readonly string[];
  readonly deployed: string | null;
}

export function registerInit(program: Command, io: CliIo): void {
  program
    .command('init')
    .description('write a commented ai-baseline.yaml and a folder for records; nothing is overwritten')
    .argument('[folder]', 'the root of the project', '.')
    .addOption(
      new Option('--role <role...>', 'roles you hold; writes a page about the systems too').choices(Object.keys(ROLES)),
    )
    .addOption(
      new Option(
        '--deployed <word>',
        'whether the system is in use; research that never is lies outside the standard',
      ).choices(['yes', 'planned', 'no', 'retired']),
    )
    .action(async (folder: string, options: InitOptions) => {
      if (folder === '') throw new CliError('The name of the folder is empty: write . for the folder you are in.');
      const root = resolve(io.cwd, folder);
      if (!(await stat(root).catch(() => null))?.isDirectory()) throw new CliError(`${folder} is not a folder.`);
      await make(io, root, 'ai-baseline.yaml', CONFIGURATION_TEMPLATE);
      await make(io, root, 'ai-security/README.md', RECORDS_README);
      const answers = await asked(io, options);
      if (answers.roles.length > 0 || answers.deployed !== null) await makeProfile(io, root, answers);
    });
}

/** What was said on the command line; in a terminal the rest is asked, and an empty answer leaves it open. */
async function asked(io: CliIo, { role, deployed }: InitOptions): Promise<Answers> {
  const ask = role === undefined && deployed === undefined ? io.ask : undefined;
  const held = role ?? wordsIn(await ask?.(`Which roles do you hold (${Object.keys(ROLES).join(', ')})? `));
  const [word] =
    deployed === undefined ? wordsIn(await ask?.('Is the system in use (yes, planned, no, retired)? ')) : [deployed];
  return {
    roles: Object.entries(ROLES).flatMap(([key, name]) => (held.includes(key) ? [name] : [])),
    deployed: word !== undefined && ['yes', 'planned', 'no', 'retired'].includes(word) ? word : null,
  };
}

function wordsIn(answer: string | undefined): string[] {
  return (answer ?? '')
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
}

/** The page about the systems with these answers; the rest of it is open. */
async function makeProfile(io: CliIo, root: string, { roles, deployed }: Answers): Promise<void> {
  const { engine } = await scanProject(io, root, { quiet: true });
  const [page] = engine.newRecord('system-profile', '', []).creations;
  if (page === undefined) {
    io.stdout.write('There is a page about the systems already; it was left as it is.\n');
    return;
  }
  const text = page.text
    .replace(/^roles: ""$/mu, roles.length === 0 ? '$&' : `roles: [${roles.join(', ')}]`)
    .replace(/^( +deployed:) ""$/mu, deployed === null ? '$&' : `$1 ${deployed}`);
  await make(io, root, page.path, text);
  if (deployed === 'no') {
    io.stdout.write('Research that is never deployed lies outside EN 304 223; its provisions are shown as such.\n');
  }
}

async function make(io: CliIo, root: string, path: string, text: string): Promise<void> {
  try {
    await writeInProject(root, path, text, { overwrite: false });
    io.stdout.write(`Wrote ${path}.\n`);
  } catch (error) {
    if (!(error instanceof TakenError)) throw error;
    io.stdout.write(`${path} exists already and was left as it is.\n`);
  }
}
