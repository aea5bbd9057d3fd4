import type { JudgedClaim, System } from '../model';
import { projectName, provisionRows, standardName } from './input';
import type { ProvisionRow, ReportInput } from './input';
import { catalogResource, controlId, line, metadata, oscalDocument, prop, some } from './oscal-parts';
import { evidenceUri } from './uri';
import { uuidOf } from './uuid';
import { STATE_WORDS, evidenceName, evidenceStateWords } from './words';

/** A system, or the project as a whole where none is listed. */
interface Subject {
  /** Null for the project as a whole. */
  readonly id: string | null;
  readonly name: string;
  readonly system: System | null;
}

/** What the project claims of itself, as an OSCAL component definition: one component for each system. */
export function oscalComponent(input: ReportInput): string {
  const catalog = catalogResource(input);
  const rows = provisionRows(input);
  return oscalDocument('component-definition', {
    metadata: metadata(input, `Claims of ${projectName(input)} on ${standardName(input.snapshot)}`),
    components: subjectsOf(input, rows).map((subject) => component(input, subject, rows, catalog.href)),
    'back-matter': { resources: [catalog.resource] },
  });
}

/** Systems of the profile, then those that only claims name. */
function subjectsOf(input: ReportInput, rows: readonly ProvisionRow[]): Subject[] {
  const listed = input.snapshot.profile?.systems ?? [];
  const subjects: Subject[] = listed.map((system) => ({ id: system.id, name: system.name, system }));
  const known = new Set(listed.map(({ id }) => id));
  for (const { status } of rows) {
    for (const { id } of status.claims.flatMap(({ systems }) => systems)) {
      if (known.has(id)) continue;
      known.add(id);
      subjects.push({ id, name: id, system: null });
    }
  }
  const whole = { id: null, name: projectName(input), system: null };
  return listed.length === 0 ? [whole, ...subjects] : subjects;
}

function component(input: ReportInput, { id, name, system }: Subject, rows: readonly ProvisionRow[], source: string) {
  const uuid = uuidOf('component', id ?? '');
  const listed = (input.snapshot.profile?.systems ?? []).length > 0;
  const requirements = rows.flatMap((row) =>
    row.status.claims
      .filter(({ systems }) => (systems.length === 0 ? id === null || listed : systems.some((each) => each.id === id)))
      .map((claim, at) => requirement(claim, row, `${uuid}/${at}`)),
  );
  return {
    uuid,
    type: 'software',
    title: line(name),
    description: system?.purpose ?? 'No purpose is stated.',
    ...some('props', factsOf(system)),
    ...some(
      'control-implementations',
      requirements.length === 0
        ? []
        : [
            {
              uuid: uuidOf('control-implementation', id ?? ''),
              source,
              description: 'Claims that the project makes of itself; nobody else has looked at them.',
              'implemented-requirements': requirements,
            },
          ],
    ),
  };
}

function factsOf(system: System | null) {
  if (system === null) return [];
  const facts = [
    ['deployed', system.deployed],
    ['runs', system.runs],
    ['data', system.data],
    ['exposure', system.exposure],
    ['owner', system.owner],
    ['data-custodian', system.custodian],
  ] as const;
  return facts.flatMap(([name, value]) => (value === null ? [] : [prop(name, value)]));
}

function requirement(claim: JudgedClaim, { provision }: ProvisionRow, seed: string) {
  const { applies, reason, detail, support, owner, due, evidence, state } = claim;
  return {
    uuid: uuidOf('implemented-requirement', seed, provision.id),
    'control-id': controlId(provision.id),
    description: (applies ? detail : reason) ?? 'No detail is given.',
    props: [
      prop('applicability', applies ? 'applicable' : 'not-applicable'),
      ...(support === null ? [] : [prop('support', support)]),
      prop('status', STATE_WORDS[state]),
      ...(owner === null ? [] : [prop('owner', owner)]),
      ...(due === null ? [] : [prop('due', due.date)]),
      ...evidence.map((each) => prop('evidence', `${evidenceName(each)} (${evidenceStateWords(each)})`)),
    ],
    ...some(
      'links',
      evidence.flatMap((each) => {
        const href = evidenceUri(each.target);
        return href === null ? [] : [{ href, rel: 'evidence', text: line(evidenceName(each)) }];
      }),
    ),
  };
}
