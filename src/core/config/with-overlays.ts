import type { Catalogue, Framework, Principle, Provision } from '../catalogue';
import type { Configuration, ConfigurationProblem } from './configuration';
import { readOverlay } from './overlay';
import type { Overlay, OwnProvision, ReadOverlay } from './overlay';

/** The catalogue with what an organisation adds to it, and the configuration with what is wrong about that. */
export interface Overlaid {
  readonly catalogue: Catalogue;
  readonly configuration: Configuration;
}

/**
 * Lays the overlays of `ai-baseline.yaml` over the catalogue: own provisions, provisions that count as required, owners,
 * further links. Nothing of the standard is changed or hidden: what an overlay says stands beside it, with its name.
 */
export function withOverlays(catalogue: Catalogue, configuration: Configuration): Overlaid {
  const problems: ConfigurationProblem[] = [];
  let laid = catalogue;
  const taken = new Set(catalogue.principles.flatMap(({ provisions }) => provisions.map(({ id }) => id)));
  for (const { path, text, range } of configuration.overlays) {
    if (text === null) {
      problems.push({ message: `overlays: ${path} is not there or cannot be read`, range });
      continue;
    }
    const read = readOverlay(path, text);
    const wrong = read.overlay === null ? read.problems : misfits(read, read.overlay, taken);
    problems.push(...wrong);
    if (read.overlay === null || wrong.length > 0) continue;
    for (const { id } of read.overlay.provisions) taken.add(id);
    laid = lay(laid, read.overlay);
  }
  if (configuration.overlays.length === 0) return { catalogue, configuration };
  return { catalogue: laid, configuration: { ...configuration, problems: [...configuration.problems, ...problems] } };
}

/** What does not fit the standard. An overlay with a misfit counts for nothing, so that none is half in force. */
function misfits(read: ReadOverlay, overlay: Overlay, taken: ReadonlySet<string>): ConfigurationProblem[] {
  const own = new Set(overlay.provisions.map(({ id }) => id));
  const twice = overlay.provisions.flatMap(({ id }, index) =>
    taken.has(id) || overlay.provisions.findIndex((each) => each.id === id) < index
      ? [read.problemAt(['provisions', index, 'id'], `${id} is taken`)]
      : [],
  );
  const unknown = (['stricter', 'owners'] as const).flatMap((key) =>
    overlay[key].flatMap(({ provision }, index) =>
      taken.has(provision) || (key === 'owners' && own.has(provision))
        ? []
        : [read.problemAt([key, index, 'provision'], `${key}: there is no provision ${provision}`)],
    ),
  );
  const lost = overlay.mappings.flatMap(({ provisions }, index) =>
    provisions.flatMap((id, at) =>
      taken.has(id) || own.has(id)
        ? []
        : [read.problemAt(['mappings', index, 'provisions', at], `mappings: there is no provision ${id}`)],
    ),
  );
  return [...twice, ...unknown, ...lost];
}

function lay(catalogue: Catalogue, overlay: Overlay): Catalogue {
  const owners = new Map(overlay.owners.map(({ provision, owner }) => [provision, owner]));
  const stricter = new Map(overlay.stricter.map(({ provision, reason }) => [provision, reason]));
  const principles = catalogue.principles.map((principle): Principle => {
    const own = overlay.provisions.filter((provision) => provision.principle === principle.number);
    const provisions = [...principle.provisions, ...own.map((provision) => asProvision(provision, overlay))];
    return { ...principle, provisions: provisions.map((provision) => tightened(provision, overlay, stricter, owners)) };
  });
  const framework = frameworkOf(overlay, principles);
  return { ...catalogue, principles, frameworks: [...catalogue.frameworks, ...(framework ? [framework] : [])] };
}

function tightened(
  provision: Provision,
  { title }: Overlay,
  stricter: ReadonlyMap<string, string>,
  owners: ReadonlyMap<string, string>,
): Provision {
  const reason = stricter.get(provision.id);
  const owner = owners.get(provision.id);
  return {
    ...provision,
    ...(reason === undefined || provision.force === 'shall' ? {} : { required: { by: title, reason } }),
    ...(owner === undefined ? {} : { owner: { by: title, owner } }),
  };
}

function asProvision(own: OwnProvision, { namespace, title, edition, path }: Overlay): Provision {
  const { id, force, roles, condition, asks, summary, guidance, evidence } = own;
  return {
    ...{ id, force, roles, condition, asks, summary },
    ...{ uk: '', ukBasis: 'derived', also: [], alsoFor: null, roleBasis: 'stated', recipients: [], involves: [] },
    parent: null,
    observations: [],
    guidance: guidance ?? summary,
    evidence: evidence.length > 0 ? evidence : ['What its owner names'],
    limit: 'This provision is the organisation’s own; the tool looks at nothing for it.',
    note: null,
    own: { namespace, title, edition, path },
  };
}

function frameworkOf(
  { namespace, title, edition, mappings }: Overlay,
  principles: readonly Principle[],
): Framework | null {
  if (mappings.length === 0) return null;
  return {
    id: namespace,
    title,
    short: title.slice(0, 20),
    edition,
    publisher: title,
    note: `Links stated by ${title} in this project.`,
    items: mappings.map(({ item, name }) => ({ id: item, name: name ?? item })),
    links: mappings.flatMap(({ item, provisions }) =>
      principles.flatMap((principle) => {
        const inside = provisions.filter((id) => principle.provisions.some((provision) => provision.id === id));
        if (inside.length === 0) return [];
        return [
          {
            item,
            principle: principle.number,
            provisions: inside,
            strength: 'supporting' as const,
            basis: 'ours' as const,
          },
        ];
      }),
    ),
    gaps: [],
  };
}
