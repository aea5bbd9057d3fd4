import { Disposable, StatusBarAlignment, window, workspace } from 'vscode';
import type { Counts } from '../../protocol';
import type { Feature } from '../context';
import { acceptedWords, openWords, totalAssets } from '../words';

/** "AI Baseline: 2 undocumented, 7 drafts". Where there is no AI, there is no item. */
export const statusBar: Feature = ({ state }) => {
  const item = window.createStatusBarItem('aiBaseline.status', StatusBarAlignment.Left, 10);
  item.name = 'AI Baseline';
  item.command = 'aiBaseline.assets.focus';
  const show = (counts: Counts | null) => {
    const wanted = workspace.getConfiguration('aiBaseline').get<boolean>('statusBar.visible', true);
    if (!wanted || !counts || totalAssets(counts) === counts.elsewhere) {
      item.hide();
      return;
    }
    const words = stateWords(counts);
    item.text = `$(shield) AI Baseline: ${words}`;
    item.tooltip = tooltip(counts);
    item.accessibilityInformation = { label: `AI Baseline: ${words}`, role: 'button' };
    item.show();
  };
  show(state.counts);
  return Disposable.from(
    item,
    state.onCounts(show),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('aiBaseline.statusBar')) show(state.counts);
    }),
  );
};

/** What is open, and what is accepted for now. Only where nothing is set aside are all documented. */
function stateWords(counts: Counts): string {
  const accepted = acceptedWords(counts);
  const open = openWords(counts);
  const none = accepted === '' ? (counts.ignored === 0 ? 'all documented' : 'nothing open') : 'nothing new';
  return [open === '' ? none : open, ...(accepted === '' ? [] : [accepted])].join(', ');
}

function tooltip(counts: Counts): string {
  const { kinds, files, ignored } = counts;
  const words = (count: number, one: string) => `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;
  const found = [
    words(kinds.model.total, 'model'),
    words(kinds.prompt.total, 'prompt'),
    words(kinds.dataset.total, 'dataset'),
  ];
  const accepted = acceptedWords(counts);
  const aside = [
    ...(accepted === '' ? [] : [`Known gaps: ${accepted}`]),
    ...(ignored === 0 ? [] : [`${words(ignored, 'finding')} ignored with a reason`]),
  ];
  const more = aside.map((line) => `\n${line}`).join('');
  return `${found.join(', ')} in ${words(files, 'file')}${more}\nDrafts of other documents, such as the threat model, stand in Problems and are not counted here.`;
}
