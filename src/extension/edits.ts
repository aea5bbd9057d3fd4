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
import type { EditResult, Place, PlaceRange } from '../protocol';

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
