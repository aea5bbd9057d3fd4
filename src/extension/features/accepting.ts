import { commands, window } from 'vscode';
import type { Feature } from '../context';
import { applyEdits, openAt } from '../edits';
import { shortDay } from '../words';

/** "Accept the known gaps as a baseline…": from then on only new findings count, until a day that is chosen here. */
export const accepting: Feature = ({ server, state }) =>
  commands.registerCommand('aiBaseline.acceptGaps', async () => {
    const { gaps = 0, asOf = '' } = state.counts ?? {};
    if (gaps === 0) {
      void window.showInformationMessage('AI Baseline: nothing is open, so there is nothing to accept.');
      return;
    }
    const amount = gaps === 1 ? '1 finding' : `${gaps.toLocaleString('en-US')} findings`;
    const title = `Accept ${amount} as known gaps`;
    const reason = await window.showInputBox({
      title: `${title} (1 of 2)`,
      prompt: 'Why may they stay for now? The reason stands in accepted.yaml and in every report.',
      placeHolder: 'for example: known before we began, will be worked off team by team',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? 'A reason is needed: without one nothing is accepted' : null),
    });
    if (reason === undefined) return;
    const until = await pickDay(`${title} (2 of 2)`, asOf);
    if (until === undefined) return;
    const edit = await server.accept({ project: null, reason: reason.trim(), until });
    if (!(await applyEdits(edit, { open: false }))) {
      void window.showWarningMessage(
        'AI Baseline: nothing was accepted. Is accepted.yaml broken? Problems says where.',
      );
      return;
    }
    const words = `AI Baseline: ${amount} accepted until ${shortDay(until)}. From now on only new ones count.`;
    const file = edit.files[0]?.uri ?? edit.changes[0]?.uri;
    if ((await window.showInformationMessage(words, 'Show')) === 'Show' && file !== undefined) await openAt(file, null);
  });

/** The end of one of the next quarters, or another day. */
async function pickDay(title: string, today: string): Promise<string | undefined> {
  const ends = quarterEnds(today).map((day) => ({ label: shortDay(day), description: day, day }));
  const other = { label: 'Another day…', description: '', day: '' };
  const picked = await window.showQuickPick([...ends, other], {
    title,
    placeHolder: 'Until when? After that day they count again.',
    ignoreFocusOut: true,
  });
  if (!picked || picked.day !== '') return picked?.day;
  return window.showInputBox({
    title,
    prompt: 'The last day on which they do not count, YYYY-MM-DD',
    value: ends[0]?.day ?? '',
    ignoreFocusOut: true,
    validateInput: (value) =>
      isDay(value) && value >= today ? null : 'A day that is still to come, such as 2027-03-31',
  });
}

/** The last days of the four quarters that end at least a month from now. */
function quarterEnds(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = Math.floor(month / 3) + 1;
  return [0, 1, 2, 3].map((ahead) => new Date(Date.UTC(year, (first + ahead) * 3, 0)).toISOString().slice(0, 10));
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
