import { commands, Disposable, window, workspace, type QuickPickItem } from 'vscode';
import type { FixArguments, RecordKindChoice, TreeNode } from '../../protocol';
import type { Feature, Host } from '../context';
import { beginMany } from '../begin-many';
import { applyEdits } from '../edits';
import { pickProject } from '../pick-project';

/** Making documents: for assets that lack one, and new ones of any kind. */
export const documents: Feature = (host) =>
  Disposable.from(
    commands.registerCommand('aiBaseline.document', (node?: TreeNode) => documentAsset(host, node)),
    commands.registerCommand('aiBaseline.newDocument', (kind?: unknown) => newDocument(host, kind)),
    commands.registerCommand('aiBaseline.applyFix', (fix?: FixArguments) => applyFix(host, fix)),
  );

async function documentAsset({ server }: Host, node: TreeNode | undefined): Promise<void> {
  if (node?.project === undefined || node.asset === undefined) return;
  await applyEdits(await server.document({ project: node.project, assets: [node.asset] }));
}

/** A quick fix was chosen: what it changes is worked out now, and done in one step. */
async function applyFix({ server }: Host, fix: FixArguments | undefined): Promise<void> {
  if (!fix) return;
  const { many, ...wanted } = fix;
  const edit = await server.fix(wanted);
  if (edit.files.length === 0 && edit.changes.length === 0) {
    void window.showWarningMessage('AI Baseline: what this would settle is gone by now.');
    return;
  }
  await (many ? beginMany(edit, 'Document all undocumented assets') : applyEdits(edit));
}

async function newDocument(host: Host, given: unknown): Promise<void> {
  const { kinds, projects } = await host.server.choices();
  const kind = kinds.find(({ id }) => id === given) ?? (await pickKind(kinds));
  if (!kind) return;
  const project = (await pickProject(projects, 'New document'))?.uri;
  if (project === undefined) return;
  const subject = await pickSubject(host, kind, project);
  if (subject === undefined) return;
  const edit = await host.server.newRecord({ project, kind: kind.id, ...subject });
  if (kind.single && edit.files.length === 0) {
    void window.showInformationMessage(
      `AI Baseline: there is a ${kind.title.toLowerCase()} already; a project has one.`,
    );
    return;
  }
  await applyEdits(edit);
}

async function pickKind(kinds: readonly RecordKindChoice[]): Promise<RecordKindChoice | undefined> {
  const items = kinds.map((record) => ({ label: record.title, detail: record.about, record }));
  const picked = await window.showQuickPick(items, {
    title: 'New document',
    placeHolder: 'What do you want to write?',
  });
  return picked?.record;
}

interface SubjectItem extends QuickPickItem {
  readonly id: string | null;
}

/** What the document is about: for kinds that document assets one of those, else a title in words, or nothing if it is the only one. */
async function pickSubject(
  { server }: Host,
  kind: RecordKindChoice,
  project: string,
): Promise<{ title: string; assets: string[] } | undefined> {
  if (kind.single) return { title: '', assets: [] };
  if (kind.assetKind !== null) {
    const assets = await server.assets({ project, kind: kind.assetKind });
    const free: SubjectItem = { label: '$(add) Another one', description: 'not seen in this workspace', id: null };
    const items: SubjectItem[] = assets.map(({ id, name, state }) => ({
      label: name,
      description: state === 'none' ? 'no record' : state,
      id,
    }));
    const picked =
      assets.length === 0
        ? free
        : await window.showQuickPick([...items, free], { title: kind.title, placeHolder: `Which ${kind.assetKind}?` });
    if (!picked) return undefined;
    if (picked.id !== null) return { title: picked.label, assets: [picked.id] };
  }
  const title = await window.showInputBox({
    title: kind.title,
    prompt: kind.about,
    placeHolder: kind.assetKind === null ? (workspace.name ?? '') : `Name of the ${kind.assetKind}`,
    validateInput: (value) => (value.trim() === '' ? 'A few words that name it' : null),
  });
  return title === undefined ? undefined : { title: title.trim(), assets: [] };
}
