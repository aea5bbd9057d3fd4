import type { ClaimsFile, SystemProfile } from '../model';
import type { Report, Rule, RuleContext } from './rule';
import { enumerate, fixTitles, sentence, shown, threatModelProblems } from './wording';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  title: 'A name in a record that leads nowhere',
  severity: 'warning',
  provisions: [],
  explanation: `
A record names something that does not exist: in a threat model a component, trust boundary, entry point or threat that
the file does not have, an attack path that the catalogue does not have, an id that is not in MITRE ATLAS or in the OWASP
lists; in any record the id of a model, dataset or prompt that the project does not have; in \`claims.yaml\` a system that
\`system.yaml\` does not list. The finding stands at the name, and offers what is likely meant.

**Why.** What leads nowhere says nothing, though it looks as if it did.

**How to settle it.** Correct the name, or add what it names.
`,
  *check(context) {
    const { threatModels, claims, profile } = context;
    yield* unknownSystems(claims, profile);
    yield* unknownIds(context);
    yield* threatModelProblems(threatModels, 'unknown-reference');
  },
};

/** Ids of assets that the project does not have, once per paper. */
function* unknownIds({ unknownAssets }: RuleContext): Iterable<Report> {
  for (const { path, asset, ranges, meant } of unknownAssets) {
    const [first, ...others] = ranges;
    if (!first) continue;
    const hint = meant === null ? '' : `; did you mean ${shown(meant)}?`;
    yield {
      path,
      range: first,
      record: path,
      message: sentence(`There is no ${shown(asset)} in this project${hint}`),
      subject: `${path}|${asset}`,
      fixes: [...(meant === null ? [] : [fixTitles.changeTo(shown(meant))]), fixTitles.explain],
      related: others.slice(0, 20).map((range) => ({ ...range, path, message: 'and here' })),
    };
  }
}

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
