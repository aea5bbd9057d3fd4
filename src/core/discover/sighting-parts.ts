import { plainRange, type Range, type Site, type Use } from '../model';
import type { SourceFile } from './resolve/source-file';

interface SeenBy {
  readonly signature: string;
  readonly provider: string | null;
}

/** The place of a sighting in a source file. Its pin is the caller's to say. */
export function siteIn(file: SourceFile, range: Range, use: Use, { signature, provider }: SeenBy): Omit<Site, 'pin'> {
  const { path, facts } = file;
  const { language } = facts;
  const { line, column, endLine, endColumn, cell, cellLine } = range;
  // Written out for all that lie in no notebook: what is spread takes many times as long to make.
  return cell === undefined && cellLine === undefined
    ? { line, column, endLine, endColumn, path, via: 'code', language, use, signature, provider }
    : { ...plainRange(range), path, via: 'code', language, use, signature, provider };
}

export function rangeKey({ line, column, endLine, endColumn }: Range): string {
  return `${line}:${column}-${endLine}:${endColumn}`;
}

export function contains(outer: Range, inner: Range): boolean {
  const starts = outer.line < inner.line || (outer.line === inner.line && outer.column <= inner.column);
  return (
    starts && (outer.endLine > inner.endLine || (outer.endLine === inner.endLine && outer.endColumn >= inner.endColumn))
  );
}
