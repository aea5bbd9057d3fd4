import type { Principle } from '../catalogue';
import { forceText } from '../catalogue/words';
import { csvText } from './csv-text';
import { gapsOf } from './gaps';
import type { Gap } from './gaps';
import { headerText } from './header';
import { htmlText } from './html-text';
import { standardName } from './input';
import type { ReportInput } from './input';
import { STATE_WORDS } from './words';

interface Epic {
  readonly principle: Principle;
  readonly gaps: readonly Gap[];
}

const PRIORITIES = {
  high: { jira: 'High', azure: '1' },
  medium: { jira: 'Medium', azure: '2' },
  low: { jira: 'Low', azure: '3' },
} as const;

/** What is still to be done, for the import of Jira: an epic for each principle, an issue for each gap below it. */
export function jiraBacklog(input: ReportInput): string {
  const head = ['Issue ID', 'Parent', 'Issue Type', 'Epic Name', 'Summary', 'Description', 'Priority', 'Labels'];
  const rows = epicsOf(input).flatMap(({ principle, gaps }) => {
    const number = principle.number * 1000;
    const title = epicTitle(principle);
    return [
      [String(number), '', 'Epic', title, title, epicText(input, principle), '', 'ai-baseline', '', ''],
      ...gaps.map((gap, at) => [
        ...[String(number + at + 1), String(number), 'Task', '', titleOf(gap), linesOf(input, gap).join('\n')],
        ...[PRIORITIES[gap.weight].jira, labelsOf(gap).join(' '), gap.owner ?? '', gap.due ?? ''],
      ]),
    ];
  });
  return csvText([[...head, 'Assignee', 'Due Date'], ...rows]);
}

/** The same for the import of Azure DevOps (process Basic): the title of a child stands in the second column of titles. */
export function azureBacklog(input: ReportInput): string {
  const head = ['ID', 'Work Item Type', 'Title 1', 'Title 2', 'Description', 'Priority', 'Tags'];
  const rows = epicsOf(input).flatMap(({ principle, gaps }) => [
    ['', 'Epic', epicTitle(principle), '', htmlText(epicText(input, principle)), '2', 'ai-baseline'],
    ...gaps.map((gap) => [
      ...['', 'Issue', '', titleOf(gap), linesOf(input, gap).map(htmlText).join('<br>')],
      ...[PRIORITIES[gap.weight].azure, labelsOf(gap).join('; ')],
    ]),
  ]);
  return csvText([head, ...rows]);
}

/** The same for tools that make GitHub issues of a CSV file: one row each, the epic as a milestone. */
export function githubBacklog(input: ReportInput): string {
  const rows = epicsOf(input).flatMap(({ principle, gaps }) =>
    gaps.map((gap) => [
      ...[titleOf(gap), linesOf(input, gap).join('\n\n'), labelsOf(gap).join(','), ''],
      epicTitle(principle),
    ]),
  );
  return csvText([['title', 'body', 'labels', 'assignees', 'milestone'], ...rows]);
}

function epicsOf(input: ReportInput): Epic[] {
  const gaps = gapsOf(input);
  return input.catalogue.principles
    .map((principle) => ({ principle, gaps: gaps.filter(({ row }) => row.principle === principle) }))
    .filter((epic) => epic.gaps.length > 0);
}

function epicTitle({ number, title }: Principle): string {
  return `Principle ${number}: ${title}`;
}

function epicText(input: ReportInput, { clause, phase, summary }: Principle): string {
  return `${standardName(input.snapshot)}, clause ${clause} (${phase}). ${summary}\n${headerText(input)}`;
}

function titleOf({ row, title }: Gap): string {
  return `${row.provision.id} ${title}`;
}

function linesOf(input: ReportInput, { row, missing, owner, due, places }: Gap): string[] {
  const { provision, status } = row;
  return [
    `Provision ${provision.id} of ${standardName(input.snapshot)} (${forceText(provision)}): ${provision.summary}`,
    ...(provision.condition === null ? [] : [`Applies ${provision.condition}.`]),
    `Status as of ${input.snapshot.asOf}: ${STATE_WORDS[status.status]}.`,
    ...missing,
    `Do this next: ${provision.guidance}`,
    `Evidence a reader would accept: ${provision.evidence.join('; ')}.`,
    ...(owner === null ? [`Roles: ${provision.roles.join(', ')}.`] : [`Owner: ${owner}.`]),
    ...(due === null ? [] : [`Due: ${due}.`]),
    ...(places.length === 0 ? [] : [`Places: ${places.join(', ')}`]),
    'The sentences are ours; the text of the standard decides.',
  ];
}

function labelsOf({ row, weight }: Gap): string[] {
  const { provision } = row;
  return ['ai-baseline', `en304223-${provision.id}`, provision.force, ...(weight === 'high' ? ['contradicted'] : [])];
}
