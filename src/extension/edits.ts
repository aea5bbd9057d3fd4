import {
  commands,
  Range,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocumentShowOptions,
  type TextEditor,
} from 'vscode';
import type { EditResult, NewFile, Place, PlaceRange } from '../protocol';

function toRange({ start, end }: PlaceRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/**
 * Applies what the server has worked out as one step that can be undone. A file that exists by now stops the whole of it: nothing
 * is ever overwritten. Opens the first new file with its first open field selected, if asked to `open` it. `preview` shows all
 * of it first, in the editor's own view for that. False where nothing was done.
 */
export async function applyEdits(
  { files, changes }: EditResult,
  { open = true, preview = false }: { open?: boolean; preview?: boolean } = {},
): Promise<boolean> {
  if (files.length === 0 && changes.length === 0) return false;
  const edit = new WorkspaceEdit();
  const metadata = { needsConfirmation: preview, label: 'New records' };
  for (const { uri, text } of files) {
    const contents = new TextEncoder().encode(text);
    edit.createFile(
      Uri.parse(uri, true),
      { overwrite: false, ignoreIfExists: false, contents },
      ...(preview ? [metadata] : []),
    );
  }
  for (const { uri, range, text } of changes) {
    edit.replace(Uri.parse(uri, true), toRange(range), text, ...(preview ? [metadata] : []));
  }
  if (!(await workspace.applyEdit(edit))) {
    // Whoever looked first and put it away wanted nothing.
    if (preview) return false;
    void window.showErrorMessage(
      'AI Baseline: nothing was changed, because a file is there already or cannot be written.',
    );
    return false;
  }
  const [first] = files;
  // Somebody is about to write there: the next file must not take its place, as it would that of a preview.
  if (first && open) await openAt(first.uri, first.select, { preview: false });
  return true;
}

/**
 * Takes new files away again as one step, those alone that still hold what was put there, saved or not: what somebody has written
 * since stays. How many do.
 */
export async function removeUntouched(files: readonly NewFile[]): Promise<number> {
  const edit = new WorkspaceEdit();
  let kept = 0;
  for (const { uri, text } of files) {
    const at = Uri.parse(uri, true);
    const now = await textNow(at);
    if (now === text) edit.deleteFile(at, { ignoreIfNotExists: true });
    else if (now !== null) kept += 1;
  }
  await workspace.applyEdit(edit);
  return kept;
}

/** What an editor holds of a file, else what is on the disk; null where it is gone. */
async function textNow(uri: Uri): Promise<string | null> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    () => null,
  );
}

/** Opens a document with a range selected. */
export async function openAt(
  uri: string,
  select: PlaceRange | null,
  options: TextDocumentShowOptions = {},
): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  return window.showTextDocument(document, { ...options, ...(select ? { selection: toRange(select) } : {}) });
}

/** Opens what a row of a tree stands for; VS Code itself knows that a cell opens in its notebook. */
export async function openPlace({ uri, range }: Place): Promise<void> {
  await commands.executeCommand('vscode.open', Uri.parse(uri, true), { selection: toRange(range) });
}
