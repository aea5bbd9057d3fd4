import type { Catalogue, RecordColumn, RecordField } from '../catalogue';
import { findProvision } from '../catalogue/lookup';
import { forceText, rolesText } from '../catalogue/words';
import type { HoverText, Position, Range } from '../model';
import { fieldNamed, parentKeys } from './assist-context';
import { yamlLine } from './yaml-line';
import type { AssistContext } from './assist-context';
import { flowRow } from './flow-row';
import { RACI_MARKS } from './raci';
import { takeApart } from './record-source';
import { taskItems } from './sections';
import type { TaskItem } from './sections';
import { fieldAt, tableCell } from './table-cell';
import { valuePlace } from './value-place';

/** Explains a cell of a row written in YAML: its column, the principle it is about, the marks of a RACI table. */
export function rowHover(context: AssistContext, line: string, position: Position): HoverText | null {
  const { kind } = context;
  if (kind === null) return null;
  const parents = parentKeys(context, position.line);
  const flow = flowRow(line, position);
  if (flow !== null) {
    const field = fieldNamed(kind, [...parents, ...(flow.owner === null ? [] : [flow.owner])].join('.'));
    const range = flow.in === 'key' ? flow.keyRange : flow.value.range;
    const word = flow.in === 'key' ? null : textIn(line, range);
    return field && flow.key !== null ? cellHover(field, flow.key, word, range) : null;
  }
  const { key, valueColumn } = yamlLine(line);
  const field = key === null || position.column < valueColumn ? undefined : fieldNamed(kind, parents.join('.'));
  if (field === undefined || key === null) return null;
  const { range } = valuePlace(line, position);
  return cellHover(field, key, textIn(line, range), range);
}

/** Explains a cell of a table, or who asks for an item of a task list. */
export function bodyHover(
  context: AssistContext,
  text: string,
  position: Position,
  catalogue: Catalogue,
): HoverText | null {
  const cell = tableCell(context, text, position);
  if (cell) return { markdown: columnText(cell.column), range: cell.range };
  if (!/^\s*(?:[-*+]|\d+[.)])\s+\[/u.test(context.lines.lineAt(position.line))) return null;
  const source = takeApart(context.path, text, context.format);
  const field = source && fieldAt(context, source, position);
  const start = context.lines.offset({ line: position.line, column: 1 });
  const [item] = field?.items ? taskItems(text, start, start + context.lines.lineAt(position.line).length) : [];
  const range = item && context.lines.range(item.start, item.end);
  return field && item && range ? { markdown: itemText(field, item, catalogue), range } : null;
}

function cellHover(field: RecordField, key: string, word: string | null, range: Range): HoverText | null {
  const column = field.columns?.find((each) => each.key === key);
  if (field.type === 'raci') {
    const markdown = raciText(field, key, word) ?? column?.help;
    return markdown === undefined ? null : { markdown, range };
  }
  return column ? { markdown: columnText(column), range } : null;
}

/** `3` → the words of principle 3; `A/R` → what the letters mean. */
function raciText({ items, columns }: RecordField, key: string, word: string | null): string | null {
  if (word === null || word === '') return null;
  if (key === columns?.[0]?.key) return items?.[Number(word) - 1]?.text ?? null;
  const meant = RACI_MARKS.filter(([mark]) => mark.length === 1 && word.toUpperCase().includes(mark));
  return meant.length === 0 ? null : meant.map(([mark, meaning]) => `**${mark}** ${meaning}`).join('\n\n');
}

function columnText({ help, values, required }: RecordColumn): string {
  return `${help}${values === undefined ? '' : `: ${values.join(', ')}`}${required ? ' (required)' : ''}`;
}

/** The provisions of the item that a line was made from, else those of the list. */
function itemText(field: RecordField, written: TaskItem, catalogue: Catalogue): string {
  const item = field.items?.find(({ text }) => plainWords(written.text).startsWith(plainWords(text)));
  const ids = item && item.provisions.length > 0 ? item.provisions : field.provisions;
  const asked = ids.flatMap((id) => {
    const provision = findProvision(catalogue, id)?.provision;
    return provision ? [`**${id}** · ${forceText(provision)} · ${rolesText(provision)}\n\n${provision.summary}`] : [];
  });
  return [`**${field.label}** (${field.level})`, item ? '' : field.help, ...asked]
    .filter((part) => part !== '')
    .join('\n\n');
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function textIn(line: string, { column, endColumn }: Range): string {
  return line.slice(column - 1, endColumn - 1).replace(/^["']|["']$/gu, '');
}
