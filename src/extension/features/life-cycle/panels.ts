import { CodeActionKind, commands, Disposable, Range, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { FromLifeCycle, LifeCyclePage, Place, ToLifeCycle } from '../../../protocol';
import type { Host } from '../../context';
import { openPlace } from '../../edits';
import { exportReport } from './export';
import { shellHtml } from './shell';

const TYPE = 'aiBaseline.lifeCycle';
/** Milliseconds without a change after which the page is asked for anew. */
const REST = 300;
/** How often a document that was just opened is asked for its quick fixes. */
const TRIES = 10;

/** A project by its URI; `name` is there where it has to be told from others. */
export interface ChosenProject {
  readonly uri: string;
  readonly name: string | null;
}

/** One page per project; each follows what the server finds. */
export class LifeCyclePanels implements Disposable {
  readonly #host: Host;
  readonly #open = new Map<string, LifeCyclePanel>();
  readonly #subscriptions: Disposable;

  constructor(host: Host) {
    this.#host = host;
    this.#subscriptions = Disposable.from(
      host.state.onCounts(() => this.#open.forEach((panel) => panel.changed())),
      window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: (panel, state: { readonly project?: unknown } | undefined) =>
          this.#revive(panel, state?.project),
      }),
    );
  }

  show({ uri, name }: ChosenProject): void {
    const there = this.#open.get(uri);
    if (there) there.reveal();
    else {
      const title = name === null ? 'AI life cycle' : `AI life cycle: ${name}`;
      this.#take(window.createWebviewPanel(TYPE, title, ViewColumn.Active, { enableFindWidget: true }), uri);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const panel of this.#open.values()) panel.dispose();
  }

  /** After a restart of the editor: the project is asked for, since folders may have changed. */
  async #revive(panel: WebviewPanel, state: unknown): Promise<void> {
    const { projects } = await this.#host.server.choices();
    const project = projects.find(({ uri }) => uri === state)?.uri;
    if (project === undefined || this.#open.has(project)) panel.dispose();
    else this.#take(panel, project);
  }

  #take(panel: WebviewPanel, project: string): void {
    this.#open.set(project, new LifeCyclePanel(this.#host, panel, project));
    panel.onDidDispose(() => this.#open.delete(project));
  }
}

class LifeCyclePanel {
  readonly #host: Host;
  readonly #panel: WebviewPanel;
  readonly #project: string;
  #timer: NodeJS.Timeout | null = null;
  #asked = 0;
  #shown: LifeCyclePage | null = null;

  constructor(host: Host, panel: WebviewPanel, project: string) {
    this.#host = host;
    this.#panel = panel;
    this.#project = project;
    const { extensionUri } = host.extension;
    const icon = (name: string) => Uri.joinPath(extensionUri, 'media', name);
    panel.iconPath = { light: icon('shield.svg'), dark: icon('shield-on-dark.svg') };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview')],
    };
    panel.webview.onDidReceiveMessage((message: FromLifeCycle) => void this.#hear(message));
    panel.onDidDispose(() => {
      this.#asked += 1;
      if (this.#timer) clearTimeout(this.#timer);
    });
    panel.webview.html = shellHtml(panel.webview, extensionUri);
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** A page out of sight is not kept: it says "ready" when it comes back, and is told then. */
  changed(): void {
    if (!this.#panel.visible) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(false), REST);
  }

  async #hear(message: FromLifeCycle): Promise<void> {
    if (message.kind === 'ready') await this.#tell(true);
    else if (message.kind === 'export') await exportReport(this.#host, this.#project, message.format);
    else {
      const place = await this.#openPlace(message.path, message.line);
      if (message.kind === 'fix' && place !== null) await offerFixes(place);
    }
  }

  async #tell(always: boolean): Promise<void> {
    const asked = ++this.#asked;
    const page = await this.#host.server.lifeCycle({ project: this.#project });
    // An older answer never takes the place of a newer one.
    if (page === null || asked !== this.#asked || (!always && page.html === this.#shown?.html)) return;
    this.#shown = page;
    const message: ToLifeCycle = { ...page, project: this.#project };
    await this.#panel.webview.postMessage(message);
  }

  async #openPlace(path: string, line: number | null): Promise<Place | null> {
    const place = await this.#host.server.pagePlace({ project: this.#project, path, line });
    if (place === null) return null;
    if (path.endsWith('/')) {
      await commands.executeCommand('revealInExplorer', Uri.parse(place.uri, true));
      return null;
    }
    await openPlace(place);
    return place;
  }
}

/** Opens the menu of quick fixes once there are any: a document that was just opened is not known to the server at once. */
async function offerFixes({ uri, range }: Place): Promise<void> {
  const line = new Range(range.start.line, 0, range.start.line, Number.MAX_SAFE_INTEGER);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const actions = await commands.executeCommand<unknown[]>(
      'vscode.executeCodeActionProvider',
      Uri.parse(uri, true),
      line,
      CodeActionKind.QuickFix.value,
    );
    if (actions.length > 0) break;
    await new Promise((later) => setTimeout(later, REST));
  }
  await commands.executeCommand('editor.action.quickFix');
}
