import type { Catalogue, Principle, Provision } from '../catalogue';
import { phasesOf, placedProvisions } from '../catalogue/lookup';
import { forceText, principleRolesText, rolesText, ukText } from '../catalogue/words';
import { wrap } from './text-layout';

/** What `ai-baseline catalogue --format json` prints: the standard's structure, without signatures and records. */
export interface CatalogueJson {
  readonly standard: Catalogue['standard'];
  readonly principles: readonly Principle[];
  readonly frameworks: Catalogue['frameworks'];
}

/** The catalogue in the shape that DESIGN calls a contract; keys may be added, never taken away. */
export function catalogueJson({ standard, principles, frameworks }: Catalogue): CatalogueJson {
  return { standard, principles, frameworks };
}

/** The catalogue as a listing to read: phase, principle, provision. */
export function catalogueText(catalogue: Catalogue): string {
  return [
    ...heading(catalogue),
    ...phasesOf(catalogue).flatMap((phase) => [
      '',
      `${phase.title} (clause ${phase.clause})`,
      ...phase.principles.flatMap((principle) => ['', ...principleLines(principle)]),
    ]),
    '',
  ].join('\n');
}

function heading(catalogue: Catalogue): string[] {
  const { standard, principles } = catalogue;
  const provisions = placedProvisions(catalogue).map((placed) => placed.provision);
  const required = provisions.filter((provision) => provision.force === 'shall').length;
  return [
    `${standard.id} ${standard.version}: ${String(phasesOf(catalogue).length)} phases, ${String(principles.length)} principles, ${String(provisions.length)} provisions`,
    `${String(required)} provisions require, ${String(provisions.length - required)} recommend.`,
    ...wrap(
      'The wording is ours, the standard decides. "UK" is the number in the UK Code of Practice: "derived" was worked out from the ETSI id, "quoted" was seen quoted by others. Roles "from the principle" or "inferred" are not named by the provision itself.',
    ),
  ];
}

/** One principle with a short entry for each of its provisions; also what `explain` shows of a principle. */
export function principleLines(principle: Principle): string[] {
  return [
    `  Principle ${String(principle.number)} (clause ${principle.clause}): ${principle.title}`,
    ...wrap(`Roles: ${principleRolesText(principle)}`, '  '),
    ...(principle.rolesNote === null ? [] : wrap(principle.rolesNote, '  ')),
    ...principle.provisions.flatMap((provision) => provisionLines(provision)),
  ];
}

function provisionLines(provision: Provision): string[] {
  const indent = provision.parent === null ? '    ' : '      ';
  return [
    `${indent}${provision.id}  ${forceText(provision)}  ${ukText(provision)}  ${rolesText(provision)}`,
    ...wrap(
      provision.condition === null ? provision.summary : `Applies ${provision.condition}. ${provision.summary}`,
      `${indent}  `,
    ),
  ];
}
