import { acceptedPath } from '../config';
import { tellingFacts, type AssetRecord, type Range } from '../model';
import type { Rule } from './rule';
import { shown } from './wording';

export const invalidRecord: Rule = {
  id: 'invalid-record',
  title: 'A record that cannot be understood',
  severity: 'error',
  provisions: [],
  explanation: `
A record (a file that begins with \`record: <kind>\`, or lies in the records folder) that is not valid: broken YAML, a
kind or key that does not exist, something that is not a date where a date belongs, a value of the wrong sort. The
finding stands at the key or value. What comes several times in one record is reported once, with the number of the
others, and a record has five such findings at most. The list of known gaps, \`accepted.yaml\`, is read in the same way.

Model and dataset cards of the Hugging Face hub and headers of prompt files are not ours to judge: where their YAML is
broken, or lacks what their own format asks for, that is information.

**Why.** What cannot be read documents nothing. Saying so at the place is better than silently counting the asset as
undocumented.

**How to settle it.** Correct the key or value. \`ai-baseline new <record>\` writes a valid one to compare with.
`,
  *check({ records, files, threatModels, configuration }) {
    const path = acceptedPath(configuration);
    for (const problem of files.get(path)?.accepted?.problems ?? []) {
      yield { path, range: problem.range, record: path, message: shown(problem.message, 400) };
    }
    for (const { path: card, describing } of tellingFacts(files)) {
      for (const { message, range } of describing?.problems ?? []) {
        yield { path: card, range, record: card, message: shown(message, 400), severity: 'info' };
      }
    }
    const models = new Map(threatModels.map((model) => [model.path, model.problems]));
    for (const { path, problems } of records) {
      const own = (models.get(path) ?? []).filter(({ rule }) => rule === 'invalid-record');
      for (const { message, range, more } of fewOf([...problems, ...own])) {
        const said = `${shown(message, 400)}${more}`;
        yield { path, range, record: path, message: said, subject: `${path}|${message}` };
      }
    }
  },
};

/** A record with more than this has one cause for most of it: more findings would only hide the others. */
const MOST_OF_ONE_RECORD = 5;

interface Told {
  readonly message: string;
  readonly range: Range;
  /** How many are not told, in words: ` (and 49 more like it)`. */
  readonly more: string;
}

/** Problems that say the same are told once, at the first place, and a record has five at most. */
function fewOf(problems: AssetRecord['problems']): Told[] {
  const groups = new Map<string, { message: string; range: Range; count: number }>();
  for (const { message, range } of problems) {
    const group = groups.get(message);
    if (group) group.count += 1;
    else groups.set(message, { message, range, count: 1 });
  }
  const told = [...groups.values()].slice(0, MOST_OF_ONE_RECORD);
  const left = problems.length - told.reduce((sum, { count }) => sum + count, 0);
  return told.map(({ message, range, count }, at) => {
    const like = count > 1 ? ` (and ${count - 1} more like it)` : '';
    const others = left > 0 && at === told.length - 1 ? ` (and ${left} more in this record)` : '';
    return { message, range, more: `${like}${others}` };
  });
}
