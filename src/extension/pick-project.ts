import { Uri, window, workspace } from 'vscode';

/** A project of the workspace, as the server names it. */
export interface ProjectChoice {
  readonly uri: string;
  readonly name: string;
}

/** The only project, or the one that a person picks; nothing, and said so, where no folder is open. */
export async function pickProject(
  projects: readonly ProjectChoice[],
  title: string,
  placeHolder = 'In which project?',
): Promise<ProjectChoice | undefined> {
  if (projects.length === 0) void window.showInformationMessage('AI Baseline: open a folder first.');
  if (projects.length <= 1) return projects[0];
  const items = projects.map((project) => ({
    label: project.name,
    description: workspace.asRelativePath(Uri.parse(project.uri, true)),
    project,
  }));
  return (await window.showQuickPick(items, { title, placeHolder }))?.project;
}
