import { commands, Disposable, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { ClaimParams, EvidenceParams, TreeNode } from '../../protocol';
import type { Feature, Host } from '../context';
import { applyEdits } from '../edits';
import { pickProject } from '../pick-project';

const LAST_OWNER = 'claims.owner';

/** What people state about provisions, from the tree or the palette: claims, "does not apply", evidence, owners. */
export const claims: Feature = (host) =>
  Disposable.from(
    commands.registerCommand('aiBaseline.recordClaim', (node?: TreeNode, nodes?: TreeNode[]) =>
      recordClaim(host, node, nodes),
    ),
    commands.registerCommand('aiBaseline.markNotApplicable', (node?: TreeNode, nodes?: TreeNode[]) =>
      markNotApplicable(host, node, nodes),
    ),
    commands.registerCommand('aiBaseline.attachEvidence', (node?: TreeNode, nodes?: TreeNode[], file?: string) =>
      attachEvidence(host, node, nodes, file),
    ),
    commands.registerCommand('aiBaseline.assignProvision', (node?: TreeNode, nodes?: TreeNode[]) =>
      assign(host, node, nodes),
    ),
  );

interface Chosen {
  readonly project: string;
  readonly provisions: readonly string[];
}

/** The rows that are selected in the tree; without one the provision is asked for. */
async function chosen(host: Host, node?: TreeNode, nodes?: readonly TreeNode[]): Promise<Chosen | null> {
  const rows = nodes !== undefined && nodes.length > 0 ? nodes : node ? [node] : [];
  const ids = [...new Set(rows.flatMap(({ provision }) => provision ?? []))];
  const { projects, provisions } = await host.server.choices();
  const project = (await pickProject(projects, 'Provisions'))?.uri;
  if (project === undefined) return null;
  if (ids.length > 0) return { project, provisions: ids };
  const items = provisions.map(({ id, force, summary }) => ({ label: id, description: force, detail: summary }));
  const picked = await window.showQuickPick(items, {
    title: 'Which provision of EN 304 223?',
    placeHolder: 'Number or words',
    matchOnDetail: true,
  });
  return picked ? { project, provisions: [picked.label] } : null;
}

function named({ provisions }: Chosen): string {
  return provisions.length > 2 ? `${provisions.length} provisions` : provisions.join(' and ');
}

const SUPPORTS: readonly (QuickPickItem & { readonly value: 'yes' | 'partly' | 'no' })[] = [
  { label: 'Yes', description: 'all that it asks is done', value: 'yes' },
  { label: 'Partly', description: 'some of it is done', value: 'partly' },
  { label: 'No', description: 'it applies and is not done yet', value: 'no' },
];

async function recordClaim(host: Host, node?: TreeNode, nodes?: TreeNode[]): Promise<void> {
  const about = await chosen(host, node, nodes);
  if (!about) return;
  const title = `Claim about ${named(about)}`;
  const support = await window.showQuickPick(SUPPORTS, { title: `${title} (1 of 3)`, placeHolder: 'Is it supported?' });
  if (!support) return;
  const detail = await window.showInputBox({
    title: `${title} (2 of 3)`,
    prompt: support.value === 'no' ? 'What is missing? Empty leaves it open.' : 'How is it done? Empty leaves it open.',
    ignoreFocusOut: true,
  });
  if (detail === undefined) return;
  const owner = await askOwner(host, `${title} (3 of 3)`);
  if (owner === undefined) return;
  await write(host, {
    ...about,
    support: support.value,
    ...(detail.trim() === '' ? {} : { detail: detail.trim() }),
    ...(owner === '' ? {} : { owner }),
  });
}

async function markNotApplicable(host: Host, node?: TreeNode, nodes?: TreeNode[]): Promise<void> {
  const about = await chosen(host, node, nodes);
  if (!about) return;
  const reason = await window.showInputBox({
    title: `${named(about)} does not apply`,
    prompt: 'Why not? The reason stands in claims.yaml and in every report.',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'A reason is needed: without one it is not assessed' : null),
  });
  if (reason !== undefined) await write(host, { ...about, applies: false, reason: reason.trim() });
}

async function assign(host: Host, node?: TreeNode, nodes?: TreeNode[]): Promise<void> {
  const about = await chosen(host, node, nodes);
  if (!about) return;
  const owner = await askOwner(host, `Who answers for ${named(about)}?`);
  if (owner !== undefined && owner !== '') await write(host, { ...about, owner });
}

/** People named before are offered; another one can be typed. */
async function askOwner({ server, extension }: Host, title: string): Promise<string | undefined> {
  const last = extension.workspaceState.get<string>(LAST_OWNER, '');
  const { owners } = await server.filterChoices();
  const name = await window.showInputBox({
    title,
    prompt: `Owner: a person or team. Empty leaves it open.${owners.length === 0 ? '' : ` Named before: ${owners.slice(0, 8).join(', ')}.`}`,
    value: last,
    ignoreFocusOut: true,
  });
  if (name !== undefined) await extension.workspaceState.update(LAST_OWNER, name.trim());
  return name?.trim();
}

async function write({ server }: Host, params: ClaimParams): Promise<void> {
  if (!(await applyEdits(await server.claim(params)))) failed();
}

type Source = QuickPickItem & { readonly ask: () => Promise<Partial<EvidenceParams> | null> };

/** `file`: one that was dropped on the row. */
async function attachEvidence(host: Host, node?: TreeNode, nodes?: TreeNode[], file?: string): Promise<void> {
  const about = await chosen(host, node, nodes);
  if (!about) return;
  const title = `Evidence for ${named(about)}`;
  if (file !== undefined) {
    await attach(host, about, title, { file });
    return;
  }
  const source = await window.showQuickPick(sources(title), {
    title: `${title} (1 of 2)`,
    placeHolder: 'Where is it?',
  });
  const place = await source?.ask();
  if (place) await attach(host, about, title, place);
}

function sources(title: string): Source[] {
  const editor = window.activeTextEditor;
  const open = editor?.document.uri.scheme === 'file' ? editor : undefined;
  const file = open?.document.uri.toString() ?? '';
  const lines = open && { from: open.selection.start.line + 1, to: open.selection.end.line + 1 };
  return [
    ...(open && lines && !open.selection.isEmpty
      ? [
          {
            label: '$(selection) The selected lines',
            description: `${lines.from} to ${lines.to}`,
            ask: () => Promise.resolve({ file, lines }),
          },
        ]
      : []),
    ...(open
      ? [{ label: '$(file) The open file', description: open.document.fileName, ask: () => Promise.resolve({ file }) }]
      : []),
    { label: '$(folder-opened) Another file…', ask: askFile },
    { label: '$(link) An address…', ask: () => askText(title, 'https://…', /^https?:\/\/\S+$/u, 'url') },
    { label: '$(tag) A ticket or document elsewhere…', ask: () => askText(title, 'SEC-123', /\S/u, 'ticket') },
  ];
}

async function askFile(): Promise<Partial<EvidenceParams> | null> {
  const [picked] = (await window.showOpenDialog({ title: 'Evidence', canSelectMany: false })) ?? [];
  return picked ? { file: picked.toString() } : null;
}

async function askText(
  title: string,
  placeHolder: string,
  pattern: RegExp,
  key: 'url' | 'ticket',
): Promise<Partial<EvidenceParams> | null> {
  const value = await window.showInputBox({
    ...{ title, placeHolder, ignoreFocusOut: true },
    validateInput: (text) => (pattern.test(text.trim()) ? null : `Such as ${placeHolder}`),
  });
  return value === undefined ? null : { [key]: value.trim() };
}

const KINDS: readonly (QuickPickItem & { readonly value: EvidenceParams['kind'] })[] = [
  { label: 'Implementation', description: 'code, configuration, a record', value: 'implementation' },
  { label: 'Procedure', description: 'how it is done', value: 'procedure' },
  { label: 'Policy', description: 'what was decided', value: 'policy' },
  { label: 'Monitoring', description: 'logs, reviews, test results', value: 'monitoring' },
];

async function attach(host: Host, about: Chosen, title: string, place: Partial<EvidenceParams>): Promise<void> {
  const kind = await window.showQuickPick(KINDS, {
    title: `${title} (2 of 2)`,
    placeHolder: 'What kind of evidence is it?',
  });
  if (!kind) return;
  const done = await applyEdits(await host.server.attachEvidence({ ...about, ...place, kind: kind.value }));
  if (!done) failed();
}

function failed(): void {
  void window.showWarningMessage(
    'AI Baseline: nothing was written. Evidence has to lie in this project, and claims.yaml must be readable: Problems says where it is broken.',
  );
}
