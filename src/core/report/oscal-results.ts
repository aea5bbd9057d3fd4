import type { ObservationResult } from '../model';
import { leftOutText } from './header';
import { projectName, provisionRows, standardName } from './input';
import type { ProvisionRow, ReportInput } from './input';
import { catalogResource, controlId, line, metadata, oscalDocument, prop, some } from './oscal-parts';
import { pathUri } from './uri';
import { timeOf, uuidOf } from './uuid';

/**
 * What the tool sees, as OSCAL assessment results that hold observations only: no findings, since those would say of a
 * control whether it is met, which a tool that reads a repository cannot.
 */
export function oscalResults(input: ReportInput): string {
  const { snapshot } = input;
  const rows = provisionRows(input).filter(({ status }) => status.observations.length > 0);
  const catalog = catalogResource(input);
  const plan = {
    uuid: uuidOf('oscal-plan'),
    title: 'Observations of the catalogue of ai-baseline',
    description: `There is no assessment plan. What is looked at stands in the catalogue of ai-baseline ${input.version}.`,
  };
  return oscalDocument('assessment-results', {
    metadata: metadata(input, `What is seen of ${projectName(input)} beside ${standardName(snapshot)}`),
    'import-ap': { href: `#${plan.uuid}` },
    results: [
      {
        uuid: uuidOf('result', snapshot.asOf, input.commit ?? ''),
        title: `Observations as of ${snapshot.asOf}`,
        description: 'What a tool saw in the files of the project. No observation answers a control by itself.',
        start: timeOf(snapshot.asOf),
        end: timeOf(snapshot.asOf),
        props: coverageProps(input),
        'reviewed-controls': { 'control-selections': [selection(rows)] },
        ...some(
          'observations',
          rows.flatMap((row) => row.status.observations.map((observed) => observation(observed, row, snapshot.asOf))),
        ),
      },
    ],
    'back-matter': { resources: [plan, catalog.resource] },
  });
}

function coverageProps({ snapshot: { coverage } }: ReportInput) {
  const leftOut = leftOutText(coverage);
  return [
    prop('files-read', String(coverage.read)),
    ...coverage.skipped.map(({ path, reason }) => prop('not-read', `${path}: ${reason}`)),
    ...(leftOut === '' ? [] : [prop('left-out', leftOut)]),
  ];
}

/** The controls that were looked at; where there are none, OSCAL still asks for a choice. */
function selection(rows: readonly ProvisionRow[]) {
  if (rows.length === 0) return { description: 'Nothing was observed of any control.', 'include-all': {} };
  return { 'include-controls': rows.map(({ provision }) => ({ 'control-id': controlId(provision.id) })) };
}

function observation(observed: ObservationResult, { provision }: ProvisionRow, asOf: string) {
  const { id, sentence, outcome, detail, places } = observed;
  return {
    uuid: uuidOf('observation', provision.id, id),
    title: line(`${provision.id}: ${id}`),
    description: detail === '' ? sentence : `${sentence}\n\n${detail}`,
    props: [prop('control-id', controlId(provision.id)), prop('outcome', outcome)],
    methods: ['EXAMINE'],
    types: ['discovery'],
    ...some(
      'relevant-evidence',
      places.map(({ path, line: at, label }) => ({ href: `${pathUri(path)}#L${at}`, description: line(label) })),
    ),
    collected: timeOf(asOf),
    remarks: `The most a tool can say: ${provision.limit}`,
  };
}
