import { commands, Disposable, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { QUESTIONNAIRE_FORMATS, type AnswersResult, type SupplierAssessmentArguments } from '../../protocol';
import type { Feature, Host } from '../context';
import { applyEdits, openAt } from '../edits';

/** Larger files are no answers to a few questions. */
const MOST = 2 * 1024 * 1024;

/** Questions to suppliers, sent out as one file, and their answers read back into the record. */
export const suppliers: Feature = (host) =>
  Disposable.from(
    commands.registerCommand('aiBaseline.exportQuestionnaire', (given?: SupplierAssessmentArguments) =>
      exportQuestionnaire(host, given),
    ),
    commands.registerCommand('aiBaseline.importAnswers', (given?: SupplierAssessmentArguments) =>
      importAnswers(host, given),
    ),
  );

async function exportQuestionnaire(host: Host, given: SupplierAssessmentArguments | undefined): Promise<void> {
  const record = await askWhich(host, given, 'Export supplier questionnaire');
  if (record === undefined) return;
  const items = QUESTIONNAIRE_FORMATS.map((format) => ({ label: format.label, detail: format.about, format }));
  const chosen = await window.showQuickPick(items, { title: 'Export supplier questionnaire', placeHolder: 'As what?' });
  if (!chosen) return;
  const { format, ending } = chosen.format;
  const text = await host.server.questionnaire({ uri: record.toString(), format });
  if (text === null) {
    void window.showErrorMessage('AI Baseline: this record cannot be read as a list of questions to a supplier.');
    return;
  }
  const path = record.path.replace(/\.ya?ml$/iu, '') + `-questionnaire.${ending}`;
  const target = await window.showSaveDialog({
    title: 'Export supplier questionnaire',
    defaultUri: record.with({ path }),
  });
  if (!target) return;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch {
    void window.showErrorMessage('AI Baseline: the file could not be written.');
    return;
  }
  await window.showTextDocument(target, { preview: false });
}

async function importAnswers(host: Host, given: SupplierAssessmentArguments | undefined): Promise<void> {
  const record = await askWhich(host, given, 'Import supplier answers');
  const file = record && (await pickFile(record));
  const text = file && (await textOf(file));
  if (record === undefined || file === undefined || text === undefined) return;
  const format = /\.csv$/iu.test(file.path) ? 'csv' : 'markdown';
  const result = await host.server.importAnswers({ uri: record.toString(), text, format });
  if (!result.possible) {
    void window.showErrorMessage('AI Baseline: this record cannot be read as a list of questions to a supplier.');
    return;
  }
  await openAt(record.toString(), null, { preview: false });
  if (result.edit.changes.length > 0 && !(await applyEdits(result.edit, { open: false }))) return;
  const words = `AI Baseline: ${wordsOf(result)}`;
  void (result.notes.length === 0 ? window.showInformationMessage(words) : window.showWarningMessage(words));
}

function wordsOf({ answered, unanswered, notes }: AnswersResult): string {
  const shown = notes.slice(0, 3);
  const rest = notes.length > shown.length ? ` (and ${String(notes.length - shown.length)} more)` : '';
  const counts = `${String(answered)} answered now, ${String(unanswered)} still open.`;
  return shown.length === 0 ? counts : `${counts} ${shown.join('. ')}${rest}`;
}

async function pickFile(record: Uri): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: 'The questionnaire that came back',
    openLabel: 'Read the answers',
    defaultUri: Uri.joinPath(record, '..'),
    filters: { Questionnaires: QUESTIONNAIRE_FORMATS.map(({ ending }) => ending), 'All files': ['*'] },
  });
  return files?.[0];
}

async function textOf(file: Uri): Promise<string | undefined> {
  try {
    if ((await workspace.fs.stat(file)).size <= MOST)
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    void window.showErrorMessage('AI Baseline: this file is too large to be read: more than 2 MB.');
  } catch {
    void window.showErrorMessage('AI Baseline: this file could not be read.');
  }
  return undefined;
}

interface Choice extends QuickPickItem {
  /** Null begins another assessment. */
  readonly uri: string | null;
}

/** The record that was asked for, the open one, or one of those that there are; where a new one is begun first, nothing. */
async function askWhich(
  { server }: Host,
  given: SupplierAssessmentArguments | undefined,
  title: string,
): Promise<Uri | undefined> {
  if (typeof given?.uri === 'string') return Uri.parse(given.uri, true);
  const there = await server.supplierAssessments();
  const open = window.activeTextEditor?.document.uri.toString();
  const own = there.find(({ uri }) => Uri.parse(uri, true).toString() === open);
  if (own) return Uri.parse(own.uri, true);
  const items: Choice[] = there.map(({ uri, supplier }) => ({
    label: supplier,
    description: workspace.asRelativePath(Uri.parse(uri, true)),
    uri,
  }));
  const fresh: Choice = { label: '$(add) New supplier assessment', description: 'holds the questions', uri: null };
  const picked = await window.showQuickPick([...items, fresh], { title, placeHolder: 'Which supplier?' });
  if (picked?.uri === null) await commands.executeCommand('aiBaseline.newDocument', 'supplier-assessment');
  return picked?.uri == null ? undefined : Uri.parse(picked.uri, true);
}
