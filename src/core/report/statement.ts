import type { Provision } from '../catalogue';
import type { JudgedClaim } from '../model';
import { cautionTexts, headerText, leftOutText } from './header';
import { projectName, provisionRows, standardName } from './input';
import type { ProvisionRow, ReportInput } from './input';
import { code, inline, table } from './markdown-text';
import { OBSERVATION_WORDS, claimFor, evidenceName, evidenceStateWords } from './words';

/**
 * A statement of claims per provision in the layout of Table B.1 of EN 303 645 (Reference, Status, Support, Detail), as
 * Markdown. It says itself that it is no proforma of ETSI and whose claims these are.
 */
export function statementReport(input: ReportInput): string {
  const rows = provisionRows(input);
  const conditions = conditionsOf(rows);
  const principles = input.catalogue.principles.flatMap((principle) => {
    const own = rows.filter((row) => row.principle === principle);
    return [
      `## Clause ${principle.clause}: ${inline(principle.title)}`,
      '',
      ...table(
        ['Reference', 'Status', 'Support', 'Detail'],
        own.map((row) => cells(row, conditions)),
      ),
      '',
    ];
  });
  return [
    `# Statement of claims: ${inline(projectName(input))}`,
    '',
    inline(headerText(input)),
    '',
    ...notes(input).map((note) => `- ${note}`),
    '',
    ...principles,
    '## Conditions',
    '',
    ...[...conditions].map(([condition, number]) => `- (${number}) applies ${inline(condition)}`),
    '',
  ].join('\n');
}

function notes(input: ReportInput): string[] {
  const { snapshot } = input;
  const leftOut = leftOutText(snapshot.coverage);
  return [
    `The layout follows Table B.1 of ETSI EN 303 645. This is no proforma of ETSI TS 104 216, which was a draft when last seen: it is a list of what the project claims of itself, provision by provision.`,
    `**Status** is derived from the verb of ${standardName(snapshot)}, which prints no such mark: M where it requires ("shall"), R where it recommends ("should"), C with a number where a condition decides whether it applies (conditions at the end).`,
    `**Support**: Y claimed as supported, partly, N claimed as not supported, N/A claimed not to apply, – nothing claimed. These are the project's own words; nobody else has looked at them.`,
    ...cautionTexts(input).map(inline),
    ...(leftOut === '' ? [] : [inline(leftOut)]),
  ];
}

/** Conditions in the order in which they are first needed, with their numbers. */
function conditionsOf(rows: readonly ProvisionRow[]): Map<string, number> {
  const conditions = new Map<string, number>();
  for (const { provision } of rows) {
    if (provision.condition !== null && !conditions.has(provision.condition)) {
      conditions.set(provision.condition, conditions.size + 1);
    }
  }
  return conditions;
}

function statusOf({ force, condition }: Provision, conditions: ReadonlyMap<string, number>): string {
  const mark = force === 'shall' ? 'M' : 'R';
  return condition === null ? mark : `${mark}C (${conditions.get(condition) ?? 0})`;
}

function cells({ provision, status }: ProvisionRow, conditions: ReadonlyMap<string, number>): string[] {
  const { claims } = status;
  const several = claims.length > 1 || claims.some(({ systems }) => systems.length > 0);
  const forWhom = (claim: JudgedClaim) => (several ? `${inline(claimFor(claim))}: ` : '');
  const contradicted = status.observations.filter(({ outcome }) => outcome === 'contradicted');
  return [
    provision.own === undefined
      ? `Provision ${provision.id}`
      : `${inline(provision.id)} (${inline(provision.own.title)})`,
    statusOf(provision, conditions),
    claims.length === 0 ? '–' : claims.map((claim) => `${forWhom(claim)}${supportOf(claim)}`).join('<br>'),
    [
      ...(claims.length === 0 ? [`Not assessed. Asks for ${inline(provision.asks)}.`] : []),
      ...(provision.required === undefined
        ? []
        : [`${inline(provision.required.by)} requires it: ${inline(provision.required.reason)}`]),
      ...claims.flatMap((claim) => [
        `${forWhom(claim)}${inline(detailOf(claim))}`,
        ...claim.evidence.map((each) => `Evidence: ${code(evidenceName(each))} (${inline(evidenceStateWords(each))})`),
      ]),
      ...contradicted.map(
        ({ outcome, sentence, detail }) =>
          `Tool: ${OBSERVATION_WORDS[outcome]}: ${inline(sentence)}${detail === '' ? '' : ` (${inline(detail)})`}`,
      ),
    ].join('<br>'),
  ];
}

function supportOf({ applies, support }: JudgedClaim): string {
  if (!applies) return 'N/A';
  return support === null ? '–' : { yes: 'Y', partly: 'partly', no: 'N' }[support];
}

function detailOf({ applies, reason, detail, owner, due }: JudgedClaim): string {
  const said = (applies ? detail : reason) ?? (applies ? 'No detail given.' : 'No reason given.');
  const more = [owner === null ? '' : `Owner: ${owner}.`, due === null ? '' : `Due: ${due.date}.`].filter(Boolean);
  return [said, ...more].join(' ');
}
