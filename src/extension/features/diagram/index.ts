import { commands, Disposable, Uri, window, workspace, type TextDocument } from 'vscode';
import type { ShowDiagramArguments } from '../../../protocol';
import type { Feature, Host } from '../../context';
import { DiagramPanels } from './panels';

/** So far into a file its kind is looked for. */
const HEAD = 2000;

/** The picture of a threat model beside its file. */
export const diagram: Feature = (host) => {
  const panels = new DiagramPanels(host);
  const note = () => {
    const document = window.activeTextEditor?.document;
    const open = document !== undefined && isThreatModel(document);
    void commands.executeCommand('setContext', 'aiBaseline.threatModelOpen', open);
  };
  note();
  return Disposable.from(
    panels,
    window.onDidChangeActiveTextEditor(note),
    commands.registerCommand('aiBaseline.showDiagram', async (given?: ShowDiagramArguments) => {
      const uri = typeof given?.uri === 'string' ? given.uri : await askWhich(host);
      if (uri !== undefined) panels.show(uri);
    }),
  );
};

function isThreatModel(document: TextDocument): boolean {
  if (!/\.ya?ml$/iu.test(document.uri.path)) return false;
  return /^record:[ \t]*["']?threat-model\b/mu.test(document.getText().slice(0, HEAD));
}

/** The open one, else one of those that the projects hold. */
async function askWhich({ server }: Host): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  if (document && isThreatModel(document)) return document.uri.toString();
  const { projects } = await server.choices();
  const lists = await Promise.all(
    projects.map(async ({ uri }) => {
      const { models } = await server.threatModels({ project: uri });
      return models.map(({ path, system }) => {
        const file = Uri.joinPath(Uri.parse(uri, true), path);
        return { label: system, description: workspace.asRelativePath(file), uri: file.toString() };
      });
    }),
  );
  const items = lists.flat();
  if (items.length === 0) {
    void window.showInformationMessage('AI Baseline: there is no threat model yet. "New threat model" begins one.');
    return undefined;
  }
  if (items.length === 1) return items[0]?.uri;
  return (await window.showQuickPick(items, { title: 'Open the diagram', placeHolder: 'Of which threat model?' }))?.uri;
}
