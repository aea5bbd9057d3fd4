import { join } from 'node:path';
import { accuracyTable, added, scoreOf, type Score, type Tally } from '../test/support/accuracy';
import { KINDS, labelledProjects } from '../test/support/labelled-projects';

/**
 * `npm run accuracy [folder] [--verbose]`: how many of the models, prompts and datasets of labelled projects are found, and
 * how much else. Without a folder: the project's own made-up projects.
 */
const OWN = join(__dirname, '../test/core/discover/projects/fixtures');

async function main(args: readonly string[]): Promise<void> {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? OWN;
  const projects = labelledProjects(folder);
  const scores: Score[] = [];
  for (const project of projects) scores.push(await scoreOf(project));
  if (args.includes('--verbose')) scores.forEach(details);
  process.stdout.write(`${summary(scores)}\n`);
}

function details({ project, missed, extra, misjudged }: Score): void {
  const lines = [
    ...missed.map(({ kind, name, snippet }) => `  missed ${kind} ${name}${snippet === null ? '' : ` "${snippet}"`}`),
    ...misjudged.map(
      ({ kind, name, documented }) =>
        `  ${documented ? 'documented' : 'undocumented'} ${kind} ${name} taken for the other`,
    ),
    ...extra.map(({ kind, name, sites }) => `  extra  ${kind} ${name} ${places(sites)}`),
  ];
  process.stdout.write(`${project}\n${lines.map((line) => `${line}\n`).join('')}`);
}

function places(sites: Score['extra'][number]['sites']): string {
  return sites
    .slice(0, 3)
    .map(({ path, line, signature }) => `${path}:${line} ${signature}`)
    .join(', ');
}

function summary(scores: readonly Score[]): string {
  const sum = added(scores);
  return [
    `Over ${scores.length} projects:`,
    '',
    ...accuracyTable(scores),
    '',
    documentedLine(KINDS.map((kind) => sum[kind])),
  ].join('\n');
}

/** How often the word about documents is right, of assets that were found. */
function documentedLine(tallies: readonly Tally[]): string {
  const rate = (side: 'documented' | 'undocumented') => {
    const [right, all] = [0, 1].map((at) => tallies.reduce((total, tally) => total + (tally[side][at] ?? 0), 0));
    return { text: `${right}/${all}`, rate: all ? (right ?? 0) / all : 1 };
  };
  const [yes, no] = [rate('documented'), rate('undocumented')];
  const balanced = ((yes.rate + no.rate) / 2).toFixed(3);
  return `Documented: right on ${yes.text} documented and ${no.text} undocumented assets, balanced accuracy ${balanced}.`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
