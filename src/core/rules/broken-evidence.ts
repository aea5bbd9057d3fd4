import type { Rule } from './rule';
import { fixTitles, shown } from './wording';

export const brokenEvidence: Rule = {
  id: 'broken-evidence',
  title: 'A record that leads to a file that is not there',
  severity: 'warning',
  provisions: [],
  explanation: `
A link in a record, or a path under \`evidence\`, leads to a file of the project that does not exist. A link is looked
up from the folder of the record, evidence from there and from the top of the project. Addresses on the web are not
checked.

**Why.** Evidence that cannot be opened shows nothing, and without this finding nobody notices until somebody asks for
it.

**How to settle it.** Correct the path, or take it out. A file that \`.gitignore\` leaves out is not there for others
either.
`,
  *check({ records, files, coverage }) {
    if (records.every(({ links }) => links.length === 0)) return;
    const there = new Set<string>();
    for (const path of [...files.keys(), ...coverage.skipped.map((entry) => entry.path.replace(/\/$/u, ''))]) {
      there.add(path);
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) there.add(path.slice(0, at));
    }
    const closed = coverage.skipped.flatMap(({ path }) => (path.endsWith('/') ? [path] : []));
    for (const record of records) {
      for (const { written, paths, range } of record.links) {
        if (paths.some((path) => there.has(path) || closed.some((folder) => path.startsWith(folder)))) continue;
        yield {
          path: record.path,
          range,
          message: `${shown(written)} is not there.`,
          record: record.path,
          subject: `${record.path}|${written}`,
          fixes: [fixTitles.explain],
        };
      }
    }
  },
};
