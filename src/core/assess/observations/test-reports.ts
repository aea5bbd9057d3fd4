import { absent, isComplete, papers, placed, some } from './look';
import type { Look, Seen } from './look';

/** There is a complete report of security tests, and for every release that has a checklist one that names it. */
export function testReportPerRelease(look: Look): Seen {
  const reports = papers(look, ['security-test-report']).filter(isComplete);
  const releases = papers(look, ['release-checklist']).filter(({ stated }) => stated?.['release'] !== undefined);
  if (reports.length === 0) return absent(look, 'no complete report of security tests is here');
  const tested = new Set(reports.flatMap(({ stated }) => versionsIn(stated?.['release'] ?? '')));
  const open = releases.filter(({ stated }) => !versionsIn(stated?.['release'] ?? '').some((each) => tested.has(each)));
  const said =
    releases.length === 0
      ? `on file: ${reports[0]?.path ?? ''}`
      : `tested: ${some(releases.length - open.length, releases.length, 'release')}`;
  if (open.length > 0) {
    const places = open.map(({ path, range, stated }) => placed(path, range, stated?.['release'] ?? path));
    return absent(look, said, { places });
  }
  return {
    outcome: 'seen',
    detail: said,
    places: reports.map(({ path, range, id }) => placed(path, range, id ?? path)),
  };
}

/** `2.4.0` of "support assistant v2.4.0", else the words themselves. */
function versionsIn(text: string): string[] {
  const numbers = text.match(/\d+(?:\.\d+){1,4}(?:-[\w.]+)?/gu);
  return numbers ?? [text.trim().toLowerCase()];
}
