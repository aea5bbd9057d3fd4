import type { Asset, Position, Range } from '../model';
import { findProvision } from '../catalogue/lookup';
import { assetReferences } from '../records';
import { assistContext } from '../records/assist-context';
import { provisionAt } from '../records/words-at';
import { TextLines } from '../records/text-lines';
import type { NavigationInput } from './input';
import { siteAt } from './places';

/** What stands at a position: an asset's id in a paper, an asset where it is used, or a provision's id in a paper. */
export type Subject =
  | { readonly type: 'id'; readonly id: string; readonly origin: Range }
  | { readonly type: 'site'; readonly asset: Asset; readonly origin: Range }
  | { readonly type: 'provision'; readonly id: string; readonly origin: Range };

/** Null where nothing of ours stands there. Names of variables are left to the language they are written in. */
export function subjectAt(path: string, text: string, position: Position, input: NavigationInput): Subject | null {
  const { catalogue, configuration, snapshot } = input;
  const context = assistContext(path, text, { ...snapshot, catalogue, configuration });
  return (context && inPaper(path, text, position, input)) ?? atSite(path, text, position, snapshot.assets);
}

function inPaper(path: string, text: string, position: Position, { catalogue }: NavigationInput): Subject | null {
  const reference = assetReferences(path, text).find(({ range }) => holds(range, position));
  if (reference) return { type: 'id', id: reference.asset, origin: reference.range };
  const named = provisionAt(new TextLines(text).lineAt(position.line), position);
  if (named === null || findProvision(catalogue, named.word) === null) return null;
  return { type: 'provision', id: named.word, origin: named.range };
}

function holds(range: Range, { line, column }: Position): boolean {
  return range.line === line && range.column <= column && column <= range.endColumn;
}

/** String prefixes of the languages we read, an escape of the notebook's own, and the quote. */
const LITERAL = /^\\?[A-Za-z@$]{0,3}#{0,3}\\?["'`]/u;

function atSite(path: string, text: string, position: Position, assets: readonly Asset[]): Subject | null {
  const found = siteAt(assets, path, position);
  if (found === null) return null;
  const { asset, site } = found;
  if (site.via === 'code') {
    const lines = new TextLines(text);
    const start = lines.offset(site);
    if (!LITERAL.test(text.slice(start, start + 10)) || inPlaceholder(lines.lineAt(position.line), position))
      return null;
  }
  return { type: 'site', asset, origin: site };
}

/** Inside `{…}` of a template stands code, which its own language knows better. */
function inPlaceholder(line: string, { column }: Position): boolean {
  const before = line.slice(0, column - 1);
  const open = before.lastIndexOf('{');
  return open >= 0 && open > before.lastIndexOf('}') && line.indexOf('}', column - 1) >= 0;
}
