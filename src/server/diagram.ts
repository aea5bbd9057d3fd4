import type { CancellationToken, CodeLens } from 'vscode-languageserver';
import { diagramSvg, IMPACTS, LIKELIHOODS, PART_WORDS, type Diagram } from '../core';
import {
  clientCommands,
  requests,
  type DiagramAnswer,
  type DiagramPage,
  type DiagramParams,
  type ShowDiagramArguments,
} from '../protocol';
import { cancellationOf } from './cancellation';
import type { ServerContext } from './context';
import { guarded } from './guard';
import { Locator } from './locator';
import type { Project } from './project';

const NOT_DRAWN: DiagramAnswer = { page: null, why: 'This cannot be drawn: the log says why.' };
const MOST_POINTS = 100;

/** The picture of a threat model as its file stands in the editor, saved or not. */
export function answerDiagrams(context: ServerContext): void {
  const { connection, logger } = context;
  const locator = new Locator(context);
  connection.onRequest(
    requests.diagram,
    guarded(logger, 'diagram', NOT_DRAWN, async ({ uri }: DiagramParams, token: CancellationToken) => {
      const at = locator.file(uri);
      if (!at) return { page: null, why: 'The file belongs to no folder that is open.' };
      const drawing = await at.project.engine.drawThreatModel(at.path, cancellationOf(token));
      if (drawing === null) return { page: null, why: 'The file cannot be read.' };
      const { diagram, broken } = drawing;
      if (diagram === null) return { page: null, why: `Line ${broken.line}: ${broken.message}` };
      return { page: pageOf(diagram, at.project, at.path), why: null };
    }),
  );
}

function pageOf(diagram: Diagram, { engine }: Project, path: string): DiagramPage {
  const types = [...new Set(diagram.nodes.map(({ type }) => type))].sort();
  const points = engine.snapshot.findings.filter((each) => each.path === path && each.suppressed === null);
  return {
    title: diagram.title,
    svg: diagramSvg(diagram),
    width: diagram.width,
    height: diagram.height,
    legend: types.map((type) => ({ type, words: PART_WORDS[type] })),
    likelihoods: LIKELIHOODS,
    impacts: IMPACTS,
    risks: diagram.matrix.cells.map(({ risk }) => risk ?? ''),
    threats: diagram.list.map(({ range: { line, column, endLine }, ...threat }) => ({
      ...threat,
      ...{ line, column, endLine },
    })),
    points: points.slice(0, MOST_POINTS).map(({ message, line, column }) => ({ message, line, column })),
    morePoints: Math.max(0, points.length - MOST_POINTS),
    left: diagram.left,
  };
}

/** "Open the diagram to the side" above a threat model. */
export function diagramLens(project: Project, path: string, uri: string): CodeLens[] {
  if (!project.engine.snapshot.threatModels.some((model) => model.path === path)) return [];
  const argument: ShowDiagramArguments = { uri };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const title = 'Open the diagram to the side';
  return [{ range, command: { title, command: clientCommands.showDiagram, arguments: [argument] } }];
}
