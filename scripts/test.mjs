/** Everything that has to hold, in order of what it needs: `npm test`. Closes with a line of counts, and exit code 1 if any failed. */
import { spawn } from 'node:child_process';

const root = new URL('..', import.meta.url).pathname;
const suites = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'tests without an editor', command: ['npx', 'mocha'], counts: true },
  { name: 'package', command: ['npm', 'run', '--silent', 'package'] },
  {
    name: 'tests inside the extension host of a real VS Code',
    command: ['node', 'test/host/in-host.mjs'],
    counts: true,
  },
  {
    name: 'tests as a user of a real VS Code',
    command: ['npx', 'mocha', '--config', 'test/host/.mocharc.json'],
    counts: true,
  },
];

let [passed, failed] = [0, 0];
for (const { name, command, counts } of suites) {
  console.log(`\n── ${name}`);
  const { output, code } = await run(command);
  const [good, bad] = counts ? [countOf(output, 'passing'), countOf(output, 'failing')] : [0, 0];
  passed += good;
  // A suite that ended badly without naming a test, or that ran none, has failed all the same.
  failed += bad > 0 ? bad : code !== 0 || (counts && good === 0) ? 1 : 0;
  if (code !== 0 && !counts) break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function countOf(output, word) {
  return [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, 'gm'))].reduce(
    (sum, match) => sum + Number(match[1]),
    0,
  );
}

function run([command, ...args]) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('close', (code) => done({ output, code }));
  });
}
