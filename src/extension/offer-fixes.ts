import { CodeActionKind, commands, languages, Range, Selection, Uri, window } from 'vscode';
import type { Place } from '../protocol';

/** How often a document that was just opened is asked for its quick fixes, and the rest between, in milliseconds. */
const TRIES = 10;
const REST = 300;

/**
 * Opens the menu of quick fixes once there are any: a document that was just opened is not known to the server at once, and what
 * is marked in it comes later than that. The cursor goes to the mark, since the menu is of the place where it stands.
 */
export async function offerFixes({ uri, range }: Place): Promise<void> {
  const at = Uri.parse(uri, true);
  const line = new Range(range.start.line, 0, range.start.line, Number.MAX_SAFE_INTEGER);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const actions = await commands.executeCommand<unknown[]>(
      'vscode.executeCodeActionProvider',
      at,
      line,
      CodeActionKind.QuickFix.value,
    );
    const mark = languages.getDiagnostics(at).find((each) => each.range.intersection(line) !== undefined);
    const editor = window.activeTextEditor;
    if (actions.length > 0 && mark && editor?.document.uri.toString() === at.toString()) {
      editor.selection = new Selection(mark.range.start, mark.range.start);
      break;
    }
    await new Promise((later) => setTimeout(later, REST));
  }
  await commands.executeCommand('editor.action.quickFix');
}
