const COULD_NOT = ['2  could not run, said on the standard error', '130  interrupted'];

const CODES: Readonly<Record<string, readonly string[]>> = {
  scan: ['0  clean', '1  findings at or over the threshold of --fail-on', ...COULD_NOT],
  accept: ['0  accepted', ...COULD_NOT],
  gate: ['0  go, or go with conditions that are not over', '1  no go', '2  could not decide', '130  interrupted'],
  new: ['0  written', '2  nothing written, said on the standard error', '130  interrupted'],
  'record-change': ['0  written down', '2  not written down, said on the standard error', '130  interrupted'],
  'threat-model': ['0  taken over or written', '2  nothing written, said on the standard error', '130  interrupted'],
  import: ['0  read back', '2  not read back, said on the standard error', '130  interrupted'],
  tick: ['0  ticked', '2  nothing written, said on the standard error', '130  interrupted'],
  claim: ['0  written', '2  nothing written, said on the standard error', '130  interrupted'],
  init: ['0  the files are there', '2  not written, said on the standard error'],
  report: ['0  written', '2  not written, said on the standard error', '130  interrupted'],
  explain: ['0  explained', '2  nothing has that name'],
  catalogue: ['0  printed', '2  not printed, said on the standard error'],
  lsp: ['the exit code of the server'],
};

/** What `--help` says of the exit codes of a command; for the program as a whole, what they mean in common. */
export function exitCodeHelp(command: string): string {
  const lines = CODES[command] ?? ['0  done, and clean', '1  scan: findings at or over its threshold', ...COULD_NOT];
  return `\nExit codes:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
