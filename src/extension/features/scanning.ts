import { commands, Disposable, ProgressLocation, window } from 'vscode';
import type { Feature } from '../context';

/** Reading the workspace: says that it goes on, lets people stop it or begin again. */
export const scanning: Feature = ({ server, state, log }) => {
  const context = (key: string, value: unknown) =>
    void commands.executeCommand('setContext', `aiBaseline.${key}`, value);
  let finish: (() => void) | null = null;
  context('state', 'scanning');
  return Disposable.from(
    state.onCounts((counts) => context('state', counts.state)),
    state.onProgress(({ scanning: running }) => {
      if (running === (finish !== null)) return;
      context('scanning', running);
      if (!running) {
        finish?.();
        finish = null;
        return;
      }
      // The thin bar above the tree; the count stands in the status bar, where the server shows it.
      const done = new Promise<void>((resolve) => (finish = resolve));
      void window.withProgress({ location: { viewId: 'aiBaseline.assets' } }, () => done);
    }),
    new Disposable(() => finish?.()),
    commands.registerCommand('aiBaseline.rescan', () =>
      window.withProgress({ location: ProgressLocation.Window, title: 'AI Baseline' }, () => server.rescan()),
    ),
    commands.registerCommand('aiBaseline.cancelScan', () => server.cancelScan()),
    commands.registerCommand('aiBaseline.showLog', () => log.show()),
  );
};
