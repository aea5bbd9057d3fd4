import type { GateReason, GateResult } from '../model';
import { code, inline } from './markdown-text';
import { wrap } from './text-layout';
import type { Style } from './text';
import { counted } from './words';

/** How the outcome is said. */
const OUTCOMES = {
  go: 'Go',
  'go-with-conditions': 'Go with conditions',
  'no-go': 'No go',
  undecided: 'Undecided',
} as const;

/** The decision in one line: `No go: 2 reasons` or `Go with 1 condition, due 2026-12-12`. */
export function gateLine(result: GateResult): string {
  const of = (weight: GateReason['weight']) => result.reasons.filter((each) => each.weight === weight);
  const [blocks, unread, conditions] = [of('blocks'), of('unread'), of('condition')];
  if (result.outcome === 'no-go') return `${OUTCOMES['no-go']}: ${counted(blocks.length, 'reason')}`;
  if (result.outcome === 'undecided')
    return `${OUTCOMES.undecided}: ${counted(unread.length, 'thing')} could not be read`;
  if (result.outcome === 'go') return OUTCOMES.go;
  const days = conditions.flatMap(({ due }) => due ?? []).sort();
  const due = days[0] === undefined ? '' : `, ${days.length > 1 ? 'first ' : ''}due ${days[0]}`;
  return `Go with ${counted(conditions.length, 'condition')}${due}`;
}

/** The decision with every reason and its way out, for a terminal and a log. */
export function gateText(result: GateResult, { style }: { readonly style: Style }): string {
  const { subject, gate, environment, policy, asOf, digest, items } = result;
  const where = environment === null ? '' : ` for ${environment}`;
  // Items that are reasons say it there.
  const said = new Set(result.reasons.filter(({ about }) => about === 'checklist').map(({ range }) => range.line));
  const notes = items.filter(({ note, range }) => note !== null && !said.has(range.line));
  return [
    style(result.outcome === 'go' ? 'good' : 'error', `${gateLine(result)}`),
    `Gate ${gate}${where}: ${subject}, as of ${asOf}, by ${policy === null ? 'the built-in policy' : `the policy of ${policy}`}.`,
    ...result.reasons.flatMap((each, index, all) => ['', ...reasonLines(each, index + 1, all[index - 1])]),
    ...(result.reasons.some(({ about, weight }) => about === 'finding' && weight === 'blocks') ? ACCEPTING : []),
    ...(said.size > 0 && items.some(({ ticked, signed }) => !(ticked && signed)) ? TICKING : []),
    ...(notes.length === 0 ? [] : ['', 'What the repository shows beside the checklist (only people tick):']),
    ...notes.flatMap(({ text, ticked, note }) => wrap(`${ticked ? '[x]' : '[ ]'} ${text}: ${note ?? ''}`, '  ')),
    '',
    `Decided on ${digest}`,
    '',
  ].join('\n');
}

/** The same as data, for pipelines. */
export function gateJson(result: GateResult): string {
  return `${JSON.stringify({ schema: 'ai-baseline-gate/1', ...result, line: gateLine(result) }, null, 2)}\n`;
}

/** The same as Markdown, for a page or a comment. */
export function gateMarkdown(result: GateResult): string {
  const rows = result.reasons.map((each, index) => {
    const place = each.path === null ? '' : ` (${code(`${each.path}:${String(each.range.line)}`)})`;
    return `${String(index + 1)}. **${WEIGHTS[each.weight]}**${place}: ${inline(each.message)} *${inline(each.wayOut)}*${each.command === null ? '' : ` ${code(each.command)}`}`;
  });
  return [
    `# ${gateLine(result)}`,
    `${result.subject}, as of ${result.asOf}.`,
    rows.join('\n'),
    `Decided on \`${result.digest}\`.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const ACCEPTING = ['', 'To accept findings until a day: ai-baseline accept --rule … --reason "…" --until YYYY-MM-DD'];
const TICKING = ['', 'To tick an item of the checklist: ai-baseline tick FILE:LINE --by "…"'];
const WEIGHTS = { blocks: 'Blocks', unread: 'Not read', condition: 'Condition' } as const;

function reasonLines(each: GateReason, number: number, before: GateReason | undefined): string[] {
  const { weight, path, range, message, wayOut, command, provisions, due } = each;
  const place = path === null ? [] : [`   ${path}:${String(range.line)}:${String(range.column)}`];
  const said = new Set(message.split(/[\s(),;]+/u).map((word) => word.replace(/[.:]+$/u, '')));
  const more = provisions.filter((id) => !said.has(id));
  const about = more.length === 0 ? '' : ` (${more.join(', ')})`;
  const until = due === null ? '' : ` [due ${due}]`;
  return [
    ...wrap(`${String(number)}. ${WEIGHTS[weight]}${until}: ${message}${about}`),
    ...place,
    ...wrap(`Way out: ${wayOut === before?.wayOut ? 'as above.' : wayOut}`, '   '),
    // On one line, to be copied.
    ...(command === null ? [] : [`   ${command}`]),
  ];
}
