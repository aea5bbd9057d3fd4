import { execFile } from 'node:child_process';
import { homedir } from 'node:os';

/** Nothing of the repository runs: no hooks, no monitor, no pager. */
const QUIET = ['--no-pager', '-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];
const PATIENCE = 2000;

/**
 * The name that Git signs commits of a folder with; null where there is none, or no Git. To be asked in trusted folders
 * only. Git is looked for from the home folder, so that a program of that name in the repository is never run.
 */
export function gitPerson(root: string): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { cwd: homedir(), timeout: PATIENCE, maxBuffer: 4096, windowsHide: true };
    execFile('git', [...QUIET, '-C', root, 'config', '--get', 'user.name'], options, (error, stdout) => {
      const name = stdout.replace(/\s+/gu, ' ').trim();
      resolve(error || name === '' || name.length > 100 ? null : name);
    });
  });
}
