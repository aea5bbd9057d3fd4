import { commands, Disposable, window } from 'vscode';
import type { Feature, Host } from '../../context';
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

/** The only project, or the one that a person picks. */
async function askProject({ server }: Host, title: string): Promise<ChosenProject | undefined> {
  const { projects } = await server.choices();
  if (projects.length === 0) {
    void window.showInformationMessage('AI Baseline: open a folder first.');
    return undefined;
  }
  const [only] = projects;
  if (projects.length === 1 && only) return { uri: only.uri, name: null };
  const items = projects.map(({ uri, name }) => ({ label: name, description: uri, uri, name }));
  return window.showQuickPick(items, { title, placeHolder: 'Of which project?' });
}
