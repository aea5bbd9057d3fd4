import type { Asset } from '../../model';
import { absent, cannotTell, holds, ofKinds, placed, sitesOf, some } from './look';
import type { Look, Seen } from './look';
import { completeModels } from './threat-model';

/** What every tool that a model may use is allowed to do is written down. */
export function permissionsStated(look: Look): Seen {
  const tools = ofKinds(look, ['tool', 'mcp-server']);
  const [first] = tools;
  if (first === undefined) return cannotTell('no tool that a model may use was found');
  const condition = `the tool ${first.name} is within reach of a model`;
  const listed = new Set(
    completeModels(look).flatMap(({ permissions }) =>
      permissions.flatMap(({ tool, scope }) => (scope === null ? [] : [plain(tool)])),
    ),
  );
  const open = tools.filter((tool) => !namesOf(tool).some((name) => listed.has(name)));
  const said = `permissions stated: ${some(tools.length - open.length, tools.length, 'tool')}`;
  if (open.length > 0) return absent(look, said, { places: sitesOf(open), condition });
  return holds(look, said, { condition });
}

function namesOf({ id, name, aliases }: Asset): string[] {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'), name.lastIndexOf('.')) + 1);
  return [id, name, last, ...aliases].map(plain);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What the system could do and nobody needs is listed, and switched off. */
export function functionsLimited(look: Look): Seen {
  const rows = completeModels(look).flatMap(({ path, superfluous }) => superfluous.map((row) => ({ path, row })));
  if (rows.length === 0) return absent(look, 'no threat model lists functions that nobody needs');
  const open = rows.filter(({ row }) => row.disabled === null || /^no\b/iu.test(row.disabled));
  const [first] = rows;
  const condition = `${first?.row.capability ?? ''} is listed as not needed`;
  const said = `switched off: ${some(rows.length - open.length, rows.length, 'function')}`;
  const places = open.map(({ path, row }) => placed(path, row.range, row.capability));
  return { outcome: open.length > 0 ? 'contradicted' : 'seen', detail: said, places, condition };
}
