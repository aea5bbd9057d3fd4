import { commands, Disposable, Uri, window, workspace } from 'vscode';
import { EXCHANGE_FORMATS, type ExchangeFormat } from '../../protocol';
import type { Feature, Host } from '../context';
import { applyEdits } from '../edits';
import { pickProject } from '../pick-project';

/** Larger files are no threat models. */
const MOST = 5 * 1024 * 1024;

const NAMES: Readonly<Record<ExchangeFormat, string>> = {
  'threat-dragon': 'OWASP Threat Dragon 2',
  otm: 'Open Threat Model 0.2.0',
  tmlib: 'OWASP Threat Model Library',
  markdown: 'Markdown with a diagram in Mermaid',
};

/** Threat models from and for other tools. */
export const threatExchange: Feature = (host) =>
  Disposable.from(
    commands.registerCommand('aiBaseline.importThreatModel', (file?: Uri) => importThreatModel(host, file)),
    commands.registerCommand('aiBaseline.exportThreatModel', (file?: Uri) => exportThreatModel(host, file)),
  );

async function importThreatModel(host: Host, given: Uri | undefined): Promise<void> {
  const { projects } = await host.server.choices();
  const project = await pickProject(projects, 'Import a threat model', 'Into which project?');
  if (!project) return;
  const file = given instanceof Uri ? given : await pickFile();
  const text = file && (await textOf(file));
  if (text === undefined) return;
  const { edit, problems, left } = await host.server.importThreatModel({ project: project.uri, text });
  if (edit.files.length === 0) {
    const [first = 'it could not be read', ...more] = problems;
    const rest = more.length === 0 ? '' : ` (and ${String(more.length)} more)`;
    void window.showErrorMessage(`AI Baseline: nothing was taken over. ${first}${rest}`);
    return;
  }
  if (!(await applyEdits(edit))) return;
  const words = [
    ...(left === 0 ? [] : ['What has no place here stands at the end of the file.']),
    ...(problems.length === 0 ? [] : [`In the other file: ${problems.slice(0, 3).join('; ')}`]),
  ];
  if (words.length > 0) void window.showInformationMessage(`AI Baseline: taken over. ${words.join(' ')}`);
}

async function pickFile(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: 'Threat model of Threat Dragon, Open Threat Model or the Threat Model Library',
    openLabel: 'Take over',
    filters: { 'Threat models': ['json', 'yaml', 'yml', 'otm'], 'All files': ['*'] },
  });
  return files?.[0];
}

async function textOf(file: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(file)).size <= MOST)
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    void window.showErrorMessage('AI Baseline: this file is too large to be read: more than 5 MB.');
  } catch {
    void window.showErrorMessage('AI Baseline: this file could not be read.');
  }
  return undefined;
}

async function exportThreatModel({ server }: Host, given: Uri | undefined): Promise<void> {
  const document = given instanceof Uri ? await workspace.openTextDocument(given) : window.activeTextEditor?.document;
  if (!document) {
    void window.showInformationMessage('AI Baseline: open the threat model that is to be written for another tool.');
    return;
  }
  const items = EXCHANGE_FORMATS.map((format) => ({ label: NAMES[format], format }));
  const chosen = await window.showQuickPick(items, { title: 'Export threat model', placeHolder: 'For which tool?' });
  if (!chosen) return;
  const { text, ending, left } = await server.exportThreatModel({ text: document.getText(), format: chosen.format });
  if (text === null) {
    void window.showErrorMessage('AI Baseline: this file is no threat model that can be read.');
    return;
  }
  const path = document.uri.path.replace(/\.ya?ml$/u, '') + ending;
  const target = await window.showSaveDialog({ title: 'Export threat model', defaultUri: document.uri.with({ path }) });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    void window.showErrorMessage('AI Baseline: the file could not be written.');
    return;
  }
  await window.showTextDocument(target, { preview: false });
  if (left.length > 0) {
    const words = left.slice(0, 4).map((line) => line.slice(0, 120));
    const rest = left.length > words.length ? ` and ${String(left.length - words.length)} more` : '';
    void window.showInformationMessage(`AI Baseline: ${chosen.label} has no place for ${words.join('; ')}${rest}`);
  }
}
