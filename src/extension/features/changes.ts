import { commands, window } from 'vscode';
import type { RecordChangeArguments } from '../../protocol';
import type { Feature } from '../context';
import { applyEdits } from '../edits';

/** "Record this change": asks for one line, and writes it with digest and date into the record. */
export const changes: Feature = ({ server }) =>
  commands.registerCommand('aiBaseline.recordChange', async (target?: RecordChangeArguments) => {
    if (!target) {
      void window.showInformationMessage(
        'AI Baseline: place the cursor on what changed and use its quick fixes (Ctrl+.).',
      );
      return;
    }
    const { project, finding, title } = target;
    const reason = await window.showInputBox({
      title,
      prompt: 'One line: what is it about, and why? It goes into the change log of the record, with date and digest.',
      validateInput: (value) =>
        value.trim() === '' ? 'A few words are needed: the log is for those who ask why' : null,
    });
    if (reason === undefined) return;
    const done = await applyEdits(await server.recordChange({ project, finding, reason: reason.trim() }));
    if (!done) void window.showWarningMessage('AI Baseline: this finding is gone, or its record cannot be read.');
  });
