import { acceptedPath } from '../config';
import type { Rule } from './rule';
import { shown } from './wording';

export const invalidRecord: Rule = {
  id: 'invalid-record',
  title: 'A record that cannot be understood',
  severity: 'error',
  provisions: [],
  explanation: `
A record (a file that begins with \`record: <kind>\`, or lies in the records folder) that is not valid: broken YAML, a
kind or key that does not exist, a date that is none, a value of the wrong sort. The finding stands at the offending key.
So does one about \`accepted.yaml\`, the baseline of known gaps.

Model and dataset cards of the Hugging Face hub and headers of prompt files are not ours to judge: where their YAML is
broken, or lacks what their own format asks for, that is information.

**Why.** What cannot be read documents nothing. Saying so at the place is better than silently counting the asset as
undocumented.

**How to settle it.** Correct the key or value. \`ai-baseline new <record>\` writes a valid one to compare with.
`,
  *check({ records, files, configuration }) {
    const path = acceptedPath(configuration);
    for (const problem of files.get(path)?.accepted?.problems ?? []) {
      yield { path, range: problem.range, record: path, message: shown(problem.message, 400) };
    }
    for (const { path: card, describing } of files.values()) {
      for (const { message, range } of describing?.problems ?? []) {
        yield { path: card, range, record: card, message: shown(message, 400), severity: 'info' };
      }
    }
    for (const record of records) {
      for (const problem of record.problems) {
        yield { path: record.path, range: problem.range, record: record.path, message: shown(problem.message, 400) };
      }
    }
  },
};
