import { commands, Disposable } from 'vscode';
import type { Feature, Host } from '../../context';
import { pickProject } from '../../pick-project';
import { exportReport } from './export';
import { LifeCyclePanels, type ChosenProject } from './panels';

/** The single page of the life cycle, and the reports that can be saved. */
export const lifeCycle: Feature = (host) => {
  const panels = new LifeCyclePanels(host);
  return Disposable.from(
    panels,
    commands.registerCommand('aiBaseline.showLifeCycle', async () => {
      const project = await askProject(host, 'Show life cycle');
      if (project) panels.show(project);
    }),
    commands.registerCommand('aiBaseline.exportReport', async () => {
      const project = await askProject(host, 'Export a report');
      if (project) await exportReport(host, project.uri, '');
    }),
  );
};

/** The project, with its name where it has to be told from others. */
async function askProject({ server }: Host, title: string): Promise<ChosenProject | undefined> {
  const { projects } = await server.choices();
  const project = await pickProject(projects, title, 'Of which project?');
  return project && { uri: project.uri, name: projects.length === 1 ? null : project.name };
}
