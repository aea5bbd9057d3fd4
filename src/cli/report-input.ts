import { rules } from '../core';
import type { ReportInput } from '../core';
import { headCommit } from '../node/git-head';
import { CliError } from './io';
import type { CliIo } from './io';
import type { ScannedProject } from './project';

/** What a person may say about a report. */
export interface ReportOptions {
  readonly name?: string;
  /** Commit id to print; `none` for none. */
  readonly commit?: string;
  readonly linkBase?: string;
}

/** Everything that reports are made from. Throws CliError where an option cannot be used. */
export async function reportInput(
  io: CliIo,
  { root, folders, catalogue, snapshot }: ScannedProject,
  options: ReportOptions = {},
): Promise<ReportInput> {
  return {
    snapshot,
    catalogue,
    rules,
    version: io.version,
    commit: await commitOf(root, options.commit),
    folders,
    name: options.name?.trim() || null,
    linkBase: options.linkBase === undefined ? null : linkBase(options.linkBase),
  };
}

async function commitOf(root: string, said: string | undefined): Promise<string | null> {
  if (said === undefined) return headCommit(root);
  if (said === 'none') return null;
  if (!/^[\w.+-]{1,100}$/u.test(said)) throw new CliError('--commit takes the id of a commit, or none.');
  return said;
}

function linkBase(said: string): string {
  if (!/^https?:\/\/[^\s"'<>`\\]+$/u.test(said)) {
    throw new CliError('--link-base is no address: write one such as https://example.org/project/blob/main/.');
  }
  return said.endsWith('/') ? said : `${said}/`;
}
