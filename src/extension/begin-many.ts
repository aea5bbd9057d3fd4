import { commands, ThemeIcon, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { EditResult, NewFile } from '../protocol';
import { applyEdits, removeUntouched } from './edits';

interface FileItem extends QuickPickItem {
  readonly file: NewFile;
}

/** Many files at once: shows them first, makes those that stay picked in one step, and leaves people where they are. */
export async function beginMany(edit: EditResult, title: string): Promise<void> {
  const answer = await pickFiles(edit.files, title);
  if (!answer || answer.files.length === 0) return;
  const { files, preview } = answer;
  if (!(await applyEdits({ files, changes: edit.changes }, { open: false, preview }))) return;
  const amount = files.length === 1 ? '1 record' : `${files.length.toLocaleString('en-US')} records`;
  const words = `AI Baseline: ${amount} begun, all drafts. They count once their open fields are filled.`;
  const chosen = await window.showInformationMessage(words, 'Show', 'Undo');
  if (chosen === 'Show') await commands.executeCommand('aiBaseline.assets.focus');
  if (chosen === 'Undo') await takeBack(files);
}

async function takeBack(files: readonly NewFile[]): Promise<void> {
  const kept = await removeUntouched(files);
  if (kept === 0) return;
  const stay = kept === 1 ? '1 record stays' : `${kept.toLocaleString('en-US')} records stay`;
  void window.showInformationMessage(`AI Baseline: ${stay}, because somebody has written there since.`);
}

interface Picked {
  readonly files: readonly NewFile[];
  /** Their text is to be shown before they are made. */
  readonly preview: boolean;
}

function pickFiles(files: readonly NewFile[], title: string): Promise<Picked | undefined> {
  const pick = window.createQuickPick<FileItem>();
  const look = {
    iconPath: new ThemeIcon('open-preview'),
    tooltip: 'Show what would stand in them, before they are made',
  };
  pick.title = title;
  pick.placeholder = 'Enter makes the ticked files, all drafts';
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.buttons = [look];
  pick.items = files.map(itemOf);
  pick.selectedItems = pick.items;
  return new Promise((resolve) => {
    const done = (preview: boolean) => {
      resolve({ files: pick.selectedItems.map(({ file }) => file), preview });
      pick.hide();
    };
    pick.onDidAccept(() => done(false));
    pick.onDidTriggerButton(() => done(true));
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The file by its name, with the folder it lies in and the documents that it points to. */
function itemOf(file: NewFile): FileItem {
  const uri = Uri.parse(file.uri, true);
  const name = uri.path.split('/').at(-1) ?? '';
  // Where several folders are open, their name stands before it.
  const folder = workspace.asRelativePath(Uri.joinPath(uri, '..'));
  const from = file.from.length === 0 ? '' : `takes over what ${file.from.slice(0, 2).join(' and ')} says`;
  return { label: name, description: [folder, ...(from === '' ? [] : [from])].join(' · '), file };
}
