import type { ThreatModelState, UnansweredPath } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { asked, count, enumerate, fixTitles, shown } from './wording';

const PROVISIONS = ['5.1.3-1'];
const MOST_SAID = 4;

export const unansweredThreat: Rule = {
  id: 'unanswered-threat',
  title: 'A threat that a threat model does not answer',
  severity: 'warning',
  provisions: PROVISIONS,
  explanation: `
A threat model has to answer the attacks that EN 304 223 names itself, and those attack paths of the catalogue for which
the code shows that they apply; the message names the place. A threat is answered once its \`treatment\` is decided, or
once it is \`not-applicable\` with a reason. It is reported once per threat model, where the threats begin. Where only
rows that stand there wait for a decision, it is information.

**Why.** An attack that nobody has decided about is neither met nor knowingly accepted.

**How to settle it.** Decide on the rows that are open, and add a row for what is missing, with its \`attack-path\`. *New
threat model for this system*, run again, adds the rows that are missing and leaves the others as they are.
`,
  *check(context) {
    for (const state of context.threatStates) if (state.unanswered.length > 0) yield reportOf(state, context);
  },
};

function reportOf({ model, unanswered }: ThreatModelState, { catalogue }: RuleContext): Report {
  const missing = unanswered.filter(({ threat }) => threat === null);
  const open = unanswered.filter(({ threat }) => threat !== null);
  const parts: string[] = [];
  if (missing.length > 0) parts.push(`does not speak of ${few(missing.map(missingWords))}`);
  if (open.length > 0) parts.push(`leaves ${few(open.map(openWords))} open`);
  return {
    path: model.path,
    range: model.threatsRange,
    message: `Threat model ${shown(model.id)} ${enumerate(parts)}. ${asked(
      catalogue,
      PROVISIONS.map((id) => [id] as const),
    )}`,
    record: model.path,
    subject: model.path,
    provisions: PROVISIONS,
    fixes: [fixTitles.ignore, fixTitles.explain],
    related: open.flatMap(({ threat }) =>
      threat === null ? [] : [{ ...threat.range, path: model.path, message: 'not decided yet' }],
    ),
    ...(missing.length === 0 ? { severity: 'info' as const } : {}),
  };
}

/** `"RAG poisoning" (src/index.py:40)`. */
function missingWords({ title, because }: UnansweredPath): string {
  const [first] = because;
  return `"${shown(title)}"${first === undefined ? '' : ` (${shown(first)})`}`;
}

function openWords({ threat, title }: UnansweredPath): string {
  const id = threat?.text ?? '';
  return id === title || id.startsWith('threat-') ? `"${shown(title)}"` : `${shown(id)} "${shown(title)}"`;
}

function few(words: readonly string[]): string {
  const rest = words.length - MOST_SAID;
  return enumerate(rest > 1 ? [...words.slice(0, MOST_SAID), count(rest, 'other')] : words);
}
