import { commands, env, Uri, window, workspace } from 'vscode';
import { REPORT_CHOICES } from '../../../protocol';
import type { Host } from '../../context';

type Choice = (typeof REPORT_CHOICES)[number];

/** Asks which report where more than one fits, and where to save it; `format` is the beginning of the ones in question. */
export async function exportReport(host: Host, project: string, format: string): Promise<void> {
  const choice = await askFormat(format);
  if (!choice) return;
  const target = await window.showSaveDialog({
    title: `Export: ${choice.label}`,
    saveLabel: 'Export',
    defaultUri: Uri.joinPath(Uri.parse(project, true), `ai-baseline-${choice.format}.${choice.ending}`),
    filters: { [choice.label]: [choice.ending] },
  });
  if (!target) return;
  const text = await host.server.report({ project, format: choice.format });
  if (text === null) {
    void window.showErrorMessage('AI Baseline: this report could not be written. The log says why.');
    return;
  }
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  void offerToOpen(target, choice);
}

async function askFormat(format: string): Promise<Choice | undefined> {
  const fitting = REPORT_CHOICES.filter((choice) => choice.format.startsWith(format));
  if (fitting.length === 1) return fitting[0];
  const items = fitting.map((choice) => ({ label: choice.label, description: choice.about, choice }));
  const picked = await window.showQuickPick(items, { title: 'Export a report', placeHolder: 'Which one?' });
  return picked?.choice;
}

/** A page belongs into a browser, which also prints it; that one knows only files of this machine. */
async function offerToOpen(target: Uri, { format }: Choice): Promise<void> {
  const name = target.path.split('/').at(-1) ?? '';
  const inBrowser = format === 'html' && target.scheme === 'file' && env.remoteName === undefined;
  const open = inBrowser ? 'Open in browser' : 'Open';
  const chosen = await window.showInformationMessage(`AI Baseline: ${name} was written.`, open);
  if (chosen === undefined) return;
  if (inBrowser) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}
