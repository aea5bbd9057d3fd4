import { Disposable, StatusBarAlignment, window, workspace } from 'vscode';
import type { Counts } from '../../protocol';
import type { Feature } from '../context';
import { openWords, totalAssets } from '../words';

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
    const open = openWords(counts);
    item.text = `$(shield) AI Baseline: ${open === '' ? 'all documented' : open}`;
    item.tooltip = tooltip(counts);
    item.accessibilityInformation = {
      label: `AI Baseline: ${open === '' ? 'all assets documented' : open}`,
      role: 'button',
    };
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

function tooltip({ kinds, files }: Counts): string {
  const words = (count: number, one: string) => `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;
  const found = [
    words(kinds.model.total, 'model'),
    words(kinds.prompt.total, 'prompt'),
    words(kinds.dataset.total, 'dataset'),
  ];
  return `${found.join(', ')} in ${words(files, 'file')}\nDrafts of other documents, such as the threat model, stand in Problems and are not counted here.`;
}
