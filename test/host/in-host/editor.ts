import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The folder that the launcher opened: a copy of the sample. */
export function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first.uri;
}

export function uri(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), path);
}

export interface Shown {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** Everything that we show in Problems. */
export function shown(): Shown[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([at, list]) => list.map((diagnostic) => ({ uri: at, diagnostic })))
    .filter(({ diagnostic }) => diagnostic.source === 'ai-baseline');
}

export function rule({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits until `find` finds something, and gives that. */
export async function until<T>(what: string, find: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    await new Promise((rest) => setTimeout(rest, 100));
  }
  const list = shown().map(({ uri: at, diagnostic }) => `${at.path} ${rule(diagnostic)} ${diagnostic.message}`);
  throw new Error(`Waited in vain for ${what}. Shown:\n${list.join('\n')}`);
}

/** VS Code gives up where the document changes or is drawn anew meanwhile: then it is asked once more. */
export async function quickFixes({ uri: at, diagnostic }: Shown): Promise<vscode.CodeAction[]> {
  const ask = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', at, diagnostic.range);
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Canceled') throw error;
    return ask();
  }
}

export async function exists(at: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(at);
    return true;
  } catch {
    return false;
  }
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
