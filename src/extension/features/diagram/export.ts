import { Uri, window, workspace } from 'vscode';

/** Asks where a picture goes, beside its threat model if nowhere else, and writes it there. */
export async function savePicture(model: string, ending: 'svg' | 'png', bytes: Uint8Array): Promise<void> {
  const uri = Uri.parse(model, true);
  const target = await window.showSaveDialog({
    title: `Save the diagram as ${ending.toUpperCase()}`,
    saveLabel: 'Save',
    defaultUri: uri.with({ path: uri.path.replace(/\.ya?ml$/iu, `.${ending}`) }),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (!target) return;
  await workspace.fs.writeFile(target, bytes);
  void window.showInformationMessage(`AI Baseline: ${target.path.split('/').at(-1) ?? ''} was written.`);
}
