import { acceptedPath } from '../config';
import { factsWith, type AssetRecord, type Range } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { count, enumerate, shown, standardName } from './wording';

export const invalidRecord: Rule = {
  id: 'invalid-record',
  title: 'A record that cannot be understood',
  severity: 'error',
  provisions: [],
  explanation: `
A record (a file that begins with \`record: <kind>\`, or lies in the records folder) that is not valid: broken YAML, a
kind or key that does not exist, something that is not a date where a date belongs, a value of the wrong sort. The
finding stands at the key or value. What comes several times in one record is reported once, with the number of the
others, and a record has five such findings at most, a threat model twenty more about what its parts say of each other.
The list of known gaps, \`accepted.yaml\`, and the claims, \`claims.yaml\`, are read in the same way. Claims that were
made for another edition of the standard are reported as a whole: they count as not assessed until a person has looked
at them.

Model and dataset cards of the Hugging Face hub and headers of prompt files are not ours to judge: where their YAML is
broken, or lacks what their own format asks for, that is information.

**Why.** What cannot be read documents nothing. Saying so at the place is better than silently counting the asset as
undocumented.

**How to settle it.** Correct the key or value. \`ai-baseline new <record>\` writes a valid one to compare with.
`,
  *check(context) {
    yield* inClaims(context);
    const { records, files, threatModels, configuration } = context;
    const path = acceptedPath(configuration);
    for (const problem of files.get(path)?.accepted?.problems ?? []) {
      yield { path, range: problem.range, record: path, message: shown(problem.message, 400) };
    }
    for (const { path: card, describing } of factsWith(files, 'describing').values()) {
      for (const { message, range } of describing?.problems ?? []) {
        yield { path: card, range, record: card, message: shown(message, 400), severity: 'info' };
      }
    }
    const models = new Map(threatModels.map((model) => [model.path, model.problems]));
    for (const { path, problems } of records) {
      const own = (models.get(path) ?? []).filter(({ rule }) => rule === 'invalid-record');
      for (const { message, range, more } of [
        ...fewOf(problems, MOST_OF_ONE_RECORD),
        ...fewOf(own, MOST_OF_ONE_MODEL),
      ]) {
        const said = `${shown(message, 400)}${more}`;
        yield { path, range, record: path, message: said, subject: `${path}|${message}` };
      }
    }
  },
};

/** What is wrong in `claims.yaml`, and claims that a person has to look at since they were made for another edition. */
function* inClaims({ claims, catalogue, provisions }: RuleContext): Iterable<Report> {
  if (claims === null) return;
  const { path, standard, edition } = claims;
  for (const { message, range } of claims.problems) {
    yield { path, range, record: path, message: shown(message, 400), subject: `${path}|${message}` };
  }
  if (edition !== 'other' || standard === null) return;
  const known = new Set(provisions.map(({ id }) => id));
  const gone = [...new Set(claims.claims.map(({ provision }) => provision).filter((id) => !known.has(id)))];
  const missing = gone.length === 0 ? '' : ` It has no ${enumerate(gone.slice(0, 20).map((id) => shown(id)))}.`;
  const ours = `${standardName(catalogue)} ${catalogue.standard.version}`;
  yield {
    path,
    range: standard.range,
    record: path,
    message: `${count(claims.claims.length, 'claim was', 'claims were')} made for ${shown(standard.text)}, and this is ${ours}: a person has to look at each of them, and until then they count as not assessed.${missing}`,
    subject: `${path}|edition`,
    severity: 'warning',
  };
}

/** A record with more than this has one cause for most of it: more findings would only hide the others. */
const MOST_OF_ONE_RECORD = 5;
/** The parts of a threat model are checked against each other: each of them is a cause of its own. */
const MOST_OF_ONE_MODEL = 20;

interface Told {
  readonly message: string;
  readonly range: Range;
  /** How many are not told, in words: ` (and 49 more like it)`. */
  readonly more: string;
}

/** Problems that say the same are told once, at the first place, and not more than so many. */
function fewOf(problems: AssetRecord['problems'], most: number): Told[] {
  const groups = new Map<string, { message: string; range: Range; count: number }>();
  for (const { message, range } of problems) {
    const group = groups.get(message);
    if (group) group.count += 1;
    else groups.set(message, { message, range, count: 1 });
  }
  const told = [...groups.values()].slice(0, most);
  const left = problems.length - told.reduce((sum, { count }) => sum + count, 0);
  return told.map(({ message, range, count }, at) => {
    const like = count > 1 ? ` (and ${count - 1} more like it)` : '';
    const others = left > 0 && at === told.length - 1 ? ` (and ${left} more in this record)` : '';
    return { message, range, more: `${like}${others}` };
  });
}
