import type { HoverText, ObservationResult, Position, ProvisionStatus } from '../model';
import { TextLines } from '../records/text-lines';
import { parentKeys, yamlLine } from '../records/yaml-line';
import { keysUnder } from './complete';

const OUTCOMES: Readonly<Record<ObservationResult['outcome'], string>> = {
  seen: 'seen',
  contradicted: 'contradicted',
  'not-seen': 'not seen',
  'cannot-tell': 'cannot tell',
};

/** What to write under a key of `claims.yaml`. Null where no key of it stands. */
export function hoverClaimKey(text: string, { line: number, column }: Position): HoverText | null {
  const lines = new TextLines(text);
  const { key, keyColumn } = yamlLine(lines.lineAt(number));
  if (key === null || column < keyColumn || column > keyColumn + key.length) return null;
  const found = keysUnder(parentKeys(lines, number)).find((each) => each.key === key);
  const range = { line: number, column: keyColumn, endLine: number, endColumn: keyColumn + key.length };
  const values = found?.values === undefined ? '' : `: ${found.values.join(', ')}`;
  return found ? { markdown: `${found.help}${values}`, range } : null;
}

/** What is seen of a provision, and the most that can be: Markdown to stand below what the provision asks. */
export function observedMarkdown({ observations }: ProvisionStatus, limit: string): string {
  const rows = observations.map(
    ({ sentence, outcome, detail }) => `- *${OUTCOMES[outcome]}:* ${sentence} (${plain(detail)})`,
  );
  const seen = rows.length === 0 ? [] : [`**What is looked at**\n\n${rows.join('\n')}`];
  return [...seen, `**The most a tool can say of it:** ${limit}`].join('\n\n');
}

/** Text of the repository, so that nothing in it is read as Markdown. */
function plain(text: string): string {
  return text
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\\`*_[\]<>#|~!&]/gu, '\\$&');
}
