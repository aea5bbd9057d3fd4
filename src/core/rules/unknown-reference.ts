import type { ClaimsFile, SystemProfile } from '../model';
import type { Report, Rule } from './rule';
import { enumerate, fixTitles, sentence, shown } from './wording';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  title: 'A name in a record that leads nowhere',
  severity: 'warning',
  provisions: [],
  explanation: `
A record names something that does not exist: in a threat model a component, trust boundary, entry point or threat that
the file does not have, an attack path that the catalogue does not have, an id that is not in MITRE ATLAS or in the OWASP
lists. The finding stands at the name, and offers what is likely meant. In \`claims.yaml\` it is a system that \`system.yaml\`
does not list.

**Why.** What leads nowhere says nothing, though it looks as if it did.

**How to settle it.** Correct the name, or add what it names.
`,
  *check({ threatModels, claims, profile }) {
    yield* unknownSystems(claims, profile);
    for (const { path, problems } of threatModels) {
      for (const { rule, message, range, meant } of problems) {
        if (rule !== 'unknown-reference') continue;
        const fixes = meant === null ? [] : [fixTitles.changeTo(shown(meant))];
        yield {
          path,
          range,
          record: path,
          message: sentence(shown(message, 400)),
          subject: `${path}|${message}`,
          fixes,
        };
      }
    }
  },
};

function* unknownSystems(claims: ClaimsFile | null, profile: SystemProfile | null): Iterable<Report> {
  const known = new Set(profile?.systems.map(({ id }) => id));
  const where = profile === null ? 'there is no system.yaml' : `${shown(profile.path)} lists ${listed([...known])}`;
  for (const { path, provision, systems } of claims?.claims ?? []) {
    for (const { id, range } of systems) {
      if (known.has(id)) continue;
      const message = `There is no system ${shown(id)}: ${where}.`;
      yield { path, range, record: path, message, subject: `${path}|${provision}|${id}`, fixes: [fixTitles.explain] };
    }
  }
}

function listed(ids: readonly string[]): string {
  return ids.length === 0 ? 'none' : enumerate(ids.slice(0, 10).map((id) => shown(id)));
}
