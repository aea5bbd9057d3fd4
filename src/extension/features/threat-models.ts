import { commands, window, workspace, type QuickPickItem } from 'vscode';
import type { ThreatModelChoices } from '../../protocol';
import type { Feature, Host } from '../context';
import { applyEdits, openAt } from '../edits';
import { pickProject } from '../pick-project';

/** Threat models that begin with what is seen in the code, and take in what has come since. */
export const threatModels: Feature = (host) =>
  commands.registerCommand('aiBaseline.newThreatModel', () => newThreatModel(host));

interface Choice extends QuickPickItem {
  /** Path of a model that is there. */
  readonly path?: string;
  /** Name of a system that the project lists. */
  readonly system?: string;
}

async function newThreatModel(host: Host): Promise<void> {
  const { projects } = await host.server.choices();
  const project = await pickProject(projects, 'New threat model');
  if (project === undefined) return;
  const choice = await pickChoice(await host.server.threatModels({ project: project.uri }));
  if (choice === undefined) return;
  if (choice.path !== undefined) return grow(host, project.uri, choice.path);
  const title = choice.system ?? (await askTitle(project.name));
  if (title === undefined) return;
  await applyEdits(
    await host.server.newRecord({ project: project.uri, kind: 'threat-model', title: title.trim(), assets: [] }),
  );
}

/** Without systems and models there is nothing to choose. */
async function pickChoice({ systems, models }: ThreatModelChoices): Promise<Choice | undefined> {
  if (systems.length === 0 && models.length === 0) return { label: '' };
  const fresh: Choice[] =
    systems.length === 0
      ? [{ label: '$(add) New threat model', description: 'of the whole project' }]
      : systems.map((system) => ({ label: `$(add) New threat model of ${system}`, system }));
  const there = models.map(({ path, system }) => ({
    label: `$(diff-added) Take in what is new: ${system}`,
    description: path,
    path,
  }));
  return window.showQuickPick([...fresh, ...there], {
    title: 'Threat models',
    placeHolder: 'Begin one, or add to one what the code shows by now',
    matchOnDescription: true,
  });
}

function askTitle(name: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: 'New threat model',
    prompt: 'Name of the AI system. What the code shows of it is filled in; what only people can judge stays open.',
    value: workspace.name ?? name,
    validateInput: (value) => (value.trim() === '' ? 'A few words that name it' : null),
  });
}

/** Shows in the editor's own view what would be added, before it is. */
async function grow({ server }: Host, project: string, path: string): Promise<void> {
  const { edit, added, left, possible } = await server.growThreatModel({ project, path });
  if (!possible) {
    void window.showWarningMessage(`AI Baseline: ${path} cannot be added to: it is broken, or uses anchors of YAML.`);
    return;
  }
  if (added.length === 0) {
    void window.showInformationMessage(`AI Baseline: nothing is missing in ${path}: everything that is seen is in it.`);
    return;
  }
  if (!(await applyEdits(edit, { open: false, preview: true }))) return;
  const [change] = edit.changes;
  if (change) await openAt(change.uri, { start: change.range.start, end: change.range.start }, { preview: false });
  const rest = left.length === 0 ? '' : ` Words stand in place of ${left.join(', ')}: nothing was added there.`;
  void window.showInformationMessage(`AI Baseline: added ${added.join(', ')}.${rest}`);
}
