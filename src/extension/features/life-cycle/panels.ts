import { commands, Disposable, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import type { FromLifeCycle, LifeCyclePage, Place, ToLifeCycle } from '../../../protocol';
import type { Host } from '../../context';
import { openPlace } from '../../edits';
import { offerFixes } from '../../offer-fixes';
import { exportReport } from './export';
import { FollowingPanel } from '../../following-panel';
import { SHELL } from './shell';

const TYPE = 'aiBaseline.lifeCycle';
/** Milliseconds without a change after which the page is asked for anew. */
const REST = 300;

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

class LifeCyclePanel extends FollowingPanel<FromLifeCycle> {
  readonly #project: string;
  #shown: LifeCyclePage | null = null;

  constructor(host: Host, panel: WebviewPanel, project: string) {
    super(host, panel, { shell: SHELL, rest: REST });
    this.#project = project;
  }

  reveal(): void {
    this.panel.reveal();
  }

  protected async hear(message: FromLifeCycle): Promise<void> {
    if (message.kind === 'ready') await this.tell(true);
    else if (message.kind === 'export') await exportReport(this.host, this.#project, message.format);
    else {
      const place = await this.#openPlace(message.path, message.line);
      if (message.kind === 'fix' && place !== null) await offerFixes(place);
    }
  }

  protected async tell(always: boolean): Promise<void> {
    const page = await this.newest(this.host.server.lifeCycle({ project: this.#project }));
    if (page === null || (!always && page.html === this.#shown?.html)) return;
    this.#shown = page;
    const message: ToLifeCycle = { ...page, project: this.#project };
    await this.panel.webview.postMessage(message);
  }

  async #openPlace(path: string, line: number | null): Promise<Place | null> {
    const place = await this.host.server.pagePlace({ project: this.#project, path, line });
    if (place === null) return null;
    if (path.endsWith('/')) {
      await commands.executeCommand('revealInExplorer', Uri.parse(place.uri, true));
      return null;
    }
    await openPlace(place);
    return place;
  }
}
