import type { Uri } from 'vscode';
import { commands, Disposable, window, workspace } from 'vscode';
import type { DocumentParams, TreeNode } from '../../protocol';
import { beginMany } from '../begin-many';
import type { Feature } from '../context';

/** Records for everything that lacks one: in the workspace, of one kind (a row of the tree), or of folders (the explorer). */
export const documentingAll: Feature = ({ server, state }) => {
  const begin = async (wanted: DocumentParams, title: string, where = ''): Promise<void> => {
    const edit = await server.document(wanted);
    if (edit.files.length > 0) return beginMany(edit, title);
    void window.showInformationMessage(`AI Baseline: no asset${where} lacks a record.`);
  };
  return Disposable.from(
    state.onCounts(({ undocumented }) => {
      void commands.executeCommand('setContext', 'aiBaseline.undocumented', undocumented > 0);
    }),
    commands.registerCommand('aiBaseline.documentAll', () =>
      begin({ project: null, assets: null }, 'Document all undocumented assets'),
    ),
    commands.registerCommand('aiBaseline.documentKind', async (node?: TreeNode) => {
      if (node?.project === undefined) return;
      const kind = node.assetKind === undefined ? {} : { kind: node.assetKind };
      await begin({ project: node.project, assets: null, ...kind }, `Document: ${node.label}`);
    }),
    commands.registerCommand('aiBaseline.documentFolder', async (folder?: Uri, folders?: Uri[]) => {
      const chosen = folders && folders.length > 0 ? folders : folder ? [folder] : await askFolder();
      if (chosen.length === 0) return;
      const names = chosen.map(({ path }) => path.split('/').at(-1) ?? '').join(', ');
      const wanted = { project: null, assets: null, folders: chosen.map((each) => each.toString()) };
      await begin(wanted, `Document all undocumented assets in ${names}`, ` that ${names} uses`);
    }),
  );
};

async function askFolder(): Promise<Uri[]> {
  const title = 'Document all undocumented assets of a folder';
  const [first] = workspace.workspaceFolders ?? [];
  const from = first ? { defaultUri: first.uri } : {};
  return (await window.showOpenDialog({ title, canSelectFolders: true, canSelectFiles: false, ...from })) ?? [];
}
