import type { Catalogue, RecordField } from '../catalogue';
import { findProvision } from '../catalogue/lookup';
import type { Placed } from '../catalogue/lookup';
import { forceText, rolesText } from '../catalogue/words';
import type { Asset, HoverText, Position, Range } from '../model';
import { assistContext, fieldNamed, inYaml, parentKeys } from './assist-context';
import { yamlLine } from './yaml-line';
import type { AssistContext, AssistInput } from './assist-context';
import { BodyFields } from './body-fields';
import { formatOf, takeApart } from './record-source';
import { bodyHover, rowHover } from './row-hover';
import { threatWord } from './threat-assist';
import { provisionAt, wordAt } from './words-at';
import type { WordAt } from './words-at';

const ASSET = /(model|dataset|prompt|tool|agent|mcp-server|vector-index):[^\s"',[\]]+/gu;

/** What a record says at a position: a provision, an asset, a key or heading explained. Null where there is nothing. */
export function hoverInRecord(path: string, text: string, position: Position, input: AssistInput): HoverText | null {
  const context = assistContext(path, text, input);
  if (context === null) return null;
  const line = context.lines.lineAt(position.line);
  return (
    explained(provisionAt(line, position), (id) => provisionHover(input.catalogue, id)) ??
    explained(wordAt(line, position, ASSET), (id) => assetHover(input.assets.find((asset) => asset.id === id))) ??
    (inYaml(context, position)
      ? (threatWord(context, line, position, input) ??
        keyHover(context, line, position) ??
        rowHover(context, line, position))
      : (headingHover(context, text, position) ?? bodyHover(context, text, position, input.catalogue)))
  );
}

function explained(found: WordAt | null, explain: (word: string) => string | null): HoverText | null {
  const markdown = found && explain(found.word);
  return found === null || markdown === null ? null : { markdown, range: found.range };
}

function provisionHover(catalogue: Catalogue, id: string): string | null {
  const placed = findProvision(catalogue, id);
  return placed && provisionSummary(catalogue, placed);
}

/** Summary, force and roles of a provision, with what to do next. */
function provisionSummary({ standard }: Catalogue, { provision, principle }: Placed): string {
  const condition = provision.condition === null ? '' : `, ${provision.condition}`;
  return [
    `**${provision.id}** · ${forceText(provision)}${condition} · ${rolesText(provision)}`,
    provision.summary,
    `**Do this next:** ${provision.guidance}`,
    `*${standard.id} ${standard.version}, principle ${principle.number}: ${principle.title}; in our words*`,
  ].join('\n\n');
}

function assetHover(asset: Asset | undefined): string | null {
  if (asset === undefined) return null;
  const places = asset.sites.slice(0, 5).map((site) => `- ${code(`${site.path}:${site.line}`)}`);
  const more = asset.sites.length - places.length;
  const rest = more > 0 ? [`- and ${more} more`] : [];
  return [`**${asset.kind}** ${code(asset.name)}`, [...places, ...rest].join('\n')].join('\n\n');
}

/** Text of the repository as code, so that nothing in it is read as Markdown. */
function code(text: string): string {
  return `\`${text.replace(/[`\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 200)}\``;
}

function keyHover(context: AssistContext, line: string, position: Position): HoverText | null {
  const { key, keyColumn } = yamlLine(line);
  if (key === null || position.column < keyColumn || position.column > keyColumn + key.length) return null;
  const range = { line: position.line, column: keyColumn, endLine: position.line, endColumn: keyColumn + key.length };
  const { kind } = context;
  if (kind === null) return null;
  if (key === 'record') return { markdown: `**${kind.title}**\n\n${kind.about}`, range };
  const parents = parentKeys(context, position.line);
  const field = fieldNamed(kind, [...parents, key].join('.'));
  if (field) return fieldHover(field, range);
  const column = fieldNamed(kind, parents.join('.'))?.columns?.find((each) => each.key === key);
  return column ? { markdown: `${column.help}${allowed(column.values)}`, range } : null;
}

function headingHover(context: AssistContext, text: string, position: Position): HoverText | null {
  const format = formatOf(context.path);
  const source = format && takeApart(context.path, text, format);
  if (!source || context.kind === null) return null;
  const section = source.sections.find((each) => context.lines.position(each.start).line === position.line);
  const field = section && new BodyFields(context.kind, source).at(section.start);
  return field ? fieldHover(field, context.lines.range(section.start, section.end)) : null;
}

function fieldHover(field: RecordField, range: Range): HoverText {
  const serves = field.provisions.length === 0 ? '' : `\n\nServes ${field.provisions.join(', ')}`;
  return { markdown: `**${field.label}** (${field.level})\n\n${field.help}${allowed(field.values)}${serves}`, range };
}

function allowed(values: readonly string[] | undefined): string {
  return values === undefined ? '' : `: ${values.join(', ')}`;
}
