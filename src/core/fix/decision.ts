import type { ChecklistItem, GateResult, ProjectEdit } from '../model';
import { DECISION_LOG } from '../records/checklist';
import { formatOf, takeApart } from '../records/record-source';
import { TextLines } from '../records/text-lines';
import { asReplacements, lineEndAt, oneLine } from './text-edit';

/** How an outcome is called. */
const OUTCOME_WORDS = {
  go: 'go',
  'go-with-conditions': 'go with conditions',
  'no-go': 'no go',
  undecided: 'undecided',
} as const;

/**
 * Writes a decision under "Decision log" of the checklist: day, outcome, who, and the digest of what was decided on.
 * Every other byte stays. Nothing is written where the last line says the same already. Null without a name, where nothing was decided, and where the checklist is broken.
 */
export function decisionEdit(result: GateResult, text: string, approver: string): ProjectEdit | null {
  const by = oneLine(approver).replaceAll('·', '-');
  const path = result.checklist;
  if (by === '' || path === null || result.outcome === 'undecided') return null;
  const format = formatOf(path);
  const source = format === 'markdown' ? takeApart(path, text, format) : null;
  if (!source || source.trouble.length > 0) return null;
  const line = `- ${result.asOf} · ${OUTCOME_WORDS[result.outcome]} · ${by} · ${result.digest}`;
  const end = lineEndAt(text, text.length);
  const section = source.sections.findLast(({ title }) => title.toLowerCase() === DECISION_LOG.toLowerCase());
  const stop = section?.contentEnd ?? text.length;
  const written = text.slice(0, stop).trimEnd();
  const at = written.length;
  const lastLine = written.slice(written.lastIndexOf('\n') + 1);
  if (section && lastLine.replace(/^[*+]/u, '-') === line) return { creations: [], replacements: [] };
  const gap = section && /^[-*+] /u.test(lastLine) ? end : `${end}${end}`;
  const heading = section ? '' : `## ${DECISION_LOG}${end}${end}`;
  const tail = text.slice(at) === '' ? end : '';
  const edits = [{ start: at, end: at, text: `${gap}${heading}${line}${tail}` }];
  return { creations: [], replacements: asReplacements(path, text, edits) };
}

/**
 * Ticks an item for the person who asks for it, with name and day behind it. Null without a name, and where it is ticked or said
 * not to apply.
 */
export function tickEdit(
  path: string,
  text: string,
  item: ChecklistItem,
  { by, day }: { readonly by: string; readonly day: string },
): ProjectEdit | null {
  const who = oneLine(by);
  if (who === '') return null;
  const lines = new TextLines(text);
  const start = lines.offset({ line: item.range.line, column: 1 });
  const line = lines.lineAt(item.range.line);
  const box = /\[[ xX]\]/u.exec(line);
  if (!box || item.notApplicable || (item.ticked && item.signed)) return null;
  const end = start + line.trimEnd().length;
  const edits = [
    { start: start + box.index, end: start + box.index + box[0].length, text: '[x]' },
    { start: end, end, text: ` — ${who}, ${day}` },
  ];
  return { creations: [], replacements: asReplacements(path, text, edits) };
}
