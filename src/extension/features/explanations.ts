import { commands, Disposable, env, EventEmitter, Uri, window, workspace } from 'vscode';
import type { ExplainResult, TreeNode } from '../../protocol';
import type { Feature, Host } from '../context';

const SCHEME = 'ai-baseline';
const COVERAGE = 'coverage';

/** Pages about provisions, rules and what was looked at: read-only Markdown, shown rendered. */
export const explanations: Feature = (host) => {
  const changed = new EventEmitter<Uri>();
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await page(host, uri)).markdown,
    }),
    commands.registerCommand('aiBaseline.explain', async (about?: string | TreeNode) => {
      const id = typeof about === 'string' ? about : (about?.provision ?? (await askProvision(host)));
      if (id !== undefined && id !== '') await show(uriFor('explain', id), changed);
    }),
    commands.registerCommand('aiBaseline.showCoverage', () => show(uriFor(COVERAGE, 'What was looked at'), changed)),
    commands.registerCommand('aiBaseline.copyId', async (node?: TreeNode) => {
      const id = node?.provision ?? node?.asset;
      if (id !== undefined) await env.clipboard.writeText(id);
    }),
    window.registerUriHandler({
      handleUri: async ({ path }) => {
        const [kind, id] = path.split('/').filter((part) => part !== '');
        if ((kind === 'rules' || kind === 'provisions') && id !== undefined) await show(uriFor('explain', id), changed);
      },
    }),
  );
};

/** The path ends in a name that makes a good title of the tab. */
function uriFor(kind: string, about: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${kind}/${about}.md` });
}

function page({ server }: Host, { path }: Uri): Promise<ExplainResult> {
  const [, kind, file = ''] = path.split('/');
  return kind === COVERAGE ? server.coverage() : server.explain({ about: file.replace(/\.md$/u, '') });
}

async function show(uri: Uri, changed: EventEmitter<Uri>): Promise<void> {
  changed.fire(uri);
  await commands.executeCommand('markdown.showPreview', uri);
}

async function askProvision({ server }: Host): Promise<string | undefined> {
  const { provisions } = await server.choices();
  const items = provisions.map(({ id, force, summary }) => ({ label: id, description: force, detail: summary }));
  const picked = await window.showQuickPick(items, {
    title: 'Explain a provision of EN 304 223',
    placeHolder: 'Number or words',
    matchOnDetail: true,
  });
  return picked?.label;
}
