import type { Coverage } from '../model';
import { isOfStandard, provisionRows, standardName } from './input';
import type { ReportInput } from './input';
import { counted, thousands } from './words';

/**
 * What stands at the top of every report: whose claims these are and for how many provisions, as of when and of which
 * commit, and how much could not be read. Worked out, never written by hand.
 */
export function headerText(input: ReportInput): string {
  const { snapshot, commit } = input;
  const all = provisionRows(input);
  const rows = all.filter(isOfStandard);
  const ours = snapshot.claims?.edition !== 'other';
  const claimed = ours
    ? rows.filter(({ status }) => status.claims.some(({ state }) => state !== 'not-assessed')).length
    : 0;
  const said = `Claims made by the project itself for ${claimed} of ${rows.length} provisions of ${standardName(snapshot)}; ${rows.length - claimed} not assessed.`;
  const when = `As of ${snapshot.asOf}${commit === null ? '' : `, commit ${shortCommit(commit)}`}; ${readText(snapshot.coverage)}.`;
  const own = all.filter((row) => !isOfStandard(row));
  const ownClaimed = own.filter(({ status }) => status.claims.length > 0).length;
  const beside = own.length === 0 ? '' : ` Beside them ${ownClaimed} of ${counted(own.length, 'own provision')}.`;
  return `${said}${beside} ${when}${partText(input)}`;
}

/** Says that it is about a part of the project alone; empty where it is not. */
function partText({ folders }: ReportInput): string {
  return folders.length === 0 ? '' : ` Only what concerns ${folders.join(', ')} is shown.`;
}

/** The first twelve digits of a commit's id, as people quote it; other names as they are. */
function shortCommit(commit: string): string {
  return /^[0-9a-f]{40,64}$/u.test(commit) ? commit.slice(0, 12) : commit;
}

/** `of 1,204 files 3 could not be read`, or `1,204 files read`. */
function readText(coverage: Coverage): string {
  const { files, folders } = skippedParts(coverage);
  const total = coverage.read + files.length;
  const read =
    files.length === 0
      ? `${counted(total, 'file')} read`
      : `of ${counted(total, 'file')} ${thousands(files.length)} could not be read`;
  return folders.length === 0 ? read : `${read}, ${counted(folders.length, 'folder was', 'folders were')} not entered`;
}

/** What was left out, by whom; empty where nothing was. */
export function leftOutText({ ignored }: Coverage): string {
  const parts = [
    [ignored.gitignore, '.gitignore'],
    [ignored.config, 'ai-baseline.yaml'],
    [ignored.default, 'default (dependencies, build output)'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, by]) => `${thousands(amount)} by ${by}`);
  return said.length === 0 ? '' : `Left out: ${said.join(', ')}.`;
}

/** Files that could not be read, and folders that were not entered. */
export function skippedParts({ skipped }: Coverage) {
  return {
    files: skipped.filter(({ path }) => !path.endsWith('/')),
    folders: skipped.filter(({ path }) => path.endsWith('/')),
  };
}

/** What every report says of itself, in sentences that stand alone. */
export function cautionTexts({ snapshot, commit }: ReportInput): string[] {
  const standard = standardName(snapshot);
  const { claims } = snapshot;
  return [
    ...(claims?.edition === 'other'
      ? [`The claims name another edition (${claims.standard?.text ?? ''}): they are shown, and count as not assessed.`]
      : []),
    `Claims, the evidence they name, and what the tool sees are three things, and none stands for another. A tool that reads a repository cannot say that a provision is met.`,
    `The sentences about provisions are our own words; the text of ETSI ${standard} decides.`,
    ...(commit === null
      ? []
      : ['The commit is the one checked out; changes that are not committed yet were read too.']),
  ];
}
