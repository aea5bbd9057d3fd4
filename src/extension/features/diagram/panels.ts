import { Disposable, Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import type { DiagramAnswer, DiagramPage, FromDiagram, ToDiagram } from '../../../protocol';
import type { Host } from '../../context';
import { openAt } from '../../edits';
import { savePicture } from './export';
import { FollowingPanel } from '../../following-panel';
import { SHELL } from './shell';

const TYPE = 'aiBaseline.diagram';
/** Milliseconds without a change after which the picture is asked for anew. */
const REST = 200;

/** One picture per threat model; each follows its file, saved or not, and the cursor in it. */
export class DiagramPanels implements Disposable {
  readonly #host: Host;
  readonly #open = new Map<string, DiagramPanel>();
  readonly #subscriptions: Disposable;

  constructor(host: Host) {
    this.#host = host;
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => this.#open.get(document.uri.toString())?.changed()),
      // What else moves it: a file changed on disk, and the points that are open.
      host.state.onCounts(() => this.#open.forEach((panel) => panel.changed())),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        const panel = this.#open.get(textEditor.document.uri.toString());
        panel?.cursor((selections[0]?.active.line ?? 0) + 1);
      }),
      window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: (panel, state: { readonly uri?: unknown } | undefined) => {
          if (typeof state?.uri !== 'string' || this.#open.has(state.uri)) panel.dispose();
          else this.#take(panel, state.uri);
          return Promise.resolve();
        },
      }),
    );
  }

  show(uri: string): void {
    const there = this.#open.get(uri);
    if (there) there.reveal();
    else {
      const name = Uri.parse(uri, true).path.split('/').at(-1) ?? '';
      this.#take(window.createWebviewPanel(TYPE, `Diagram: ${name}`, ViewColumn.Beside, {}), uri);
    }
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const panel of [...this.#open.values()]) panel.dispose();
  }

  #take(panel: WebviewPanel, uri: string): void {
    this.#open.set(uri, new DiagramPanel(this.#host, panel, uri));
    panel.onDidDispose(() => this.#open.delete(uri));
  }
}

class DiagramPanel extends FollowingPanel<FromDiagram> {
  readonly #uri: string;
  /** The last good picture, and what was told last. */
  #page: DiagramPage | null = null;
  #told = '';

  constructor(host: Host, panel: WebviewPanel, uri: string) {
    super(host, panel, { shell: SHELL, rest: REST });
    this.#uri = uri;
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  cursor(line: number | null): void {
    if (this.panel.visible) void this.#send({ kind: 'cursor', line });
  }

  protected async hear(message: FromDiagram): Promise<void> {
    if (message.kind === 'ready') {
      await this.tell(true);
      const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#uri);
      if (editor) this.cursor(editor.selection.active.line + 1);
    } else if (message.kind === 'open') {
      await this.#openLine(message);
    } else if (message.kind === 'svg') {
      if (this.#page) await savePicture(this.#uri, 'svg', new TextEncoder().encode(this.#page.svg));
    } else {
      await savePicture(this.#uri, 'png', Buffer.from(message.base64, 'base64'));
    }
  }

  /** Where the file is open already it stays; else it opens beside the picture, which stays in sight. */
  async #openLine({ line, column }: { readonly line: number; readonly column: number }): Promise<void> {
    const start = { line: line - 1, character: column - 1 };
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#uri);
    const other = this.panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    await openAt(this.#uri, { start, end: start }, { viewColumn: shown?.viewColumn ?? other, preview: false });
  }

  protected async tell(always: boolean): Promise<void> {
    const answer = await this.newest(this.host.server.diagram({ uri: this.#uri }));
    if (answer === null) return;
    if (answer.page) this.#page = answer.page;
    const shown: DiagramAnswer = { page: this.#page, why: answer.why };
    const text = JSON.stringify(shown);
    if (!always && text === this.#told) return;
    this.#told = text;
    await this.#send({ kind: 'page', uri: this.#uri, ...shown });
  }

  async #send(message: ToDiagram): Promise<void> {
    await this.panel.webview.postMessage(message);
  }
}
