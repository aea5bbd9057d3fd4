import { commands, window } from 'vscode';
import type { IgnoreArguments } from '../../protocol';
import type { Feature } from '../context';
import { applyEdits } from '../edits';

/** "Ignore with a reason…": without a reason nothing is ignored. */
export const ignoring: Feature = ({ server }) =>
  commands.registerCommand('aiBaseline.ignoreWithReason', async (target?: IgnoreArguments) => {
    if (!target) {
      void window.showInformationMessage(
        'AI Baseline: place the cursor on a finding and use its quick fixes (Ctrl+.).',
      );
      return;
    }
    const reason = await window.showInputBox({
      title: 'Ignore this finding',
      prompt: 'Why does it not apply? The reason stands in the file, and in every report.',
      validateInput: (value) => (value.trim() === '' ? 'A reason is needed: without one nothing is ignored' : null),
    });
    if (reason === undefined) return;
    const done = await applyEdits(await server.ignore({ ...target, reason: reason.trim() }));
    if (!done) void window.showWarningMessage('AI Baseline: this finding is gone or cannot be ignored here.');
  });
