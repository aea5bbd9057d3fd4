import { Uri, type WebviewPanel } from 'vscode';
import type { Host } from './context';
import { shellHtml } from './webview-shell';
import type { Shell } from './webview-shell';

/** A webview that follows what the server knows: asked anew after a rest, and never told by an older answer. */
export abstract class FollowingPanel<Heard> {
  protected readonly host: Host;
  protected readonly panel: WebviewPanel;
  readonly #rest: number;
  #timer: NodeJS.Timeout | null = null;
  #asked = 0;

  /** `rest`: milliseconds without a change after which the page is asked for anew. */
  constructor(host: Host, panel: WebviewPanel, { shell, rest }: { readonly shell: Shell; readonly rest: number }) {
    this.host = host;
    this.panel = panel;
    this.#rest = rest;
    const { extensionUri } = host.extension;
    const icon = (name: string) => Uri.joinPath(extensionUri, 'media', name);
    panel.iconPath = { light: icon('shield.svg'), dark: icon('shield-on-dark.svg') };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extensionUri, 'dist', 'webview')],
    };
    panel.webview.onDidReceiveMessage((message: Heard) => void this.hear(message));
    panel.onDidDispose(() => {
      this.#asked += 1;
      if (this.#timer) clearTimeout(this.#timer);
    });
    panel.webview.html = shellHtml(panel.webview, extensionUri, shell);
  }

  protected abstract hear(message: Heard): Promise<void>;
  /** Asks the server and tells the page; where nothing is new only if `always`. */
  protected abstract tell(always: boolean): Promise<void>;

  dispose(): void {
    this.panel.dispose();
  }

  /** A page out of sight is not kept: it says "ready" when it comes back, and is told then. */
  changed(): void {
    if (!this.panel.visible) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.tell(false), this.#rest);
  }

  /** The answer, unless something was asked after it or the page is gone: then null. */
  protected async newest<Answer>(question: Promise<Answer>): Promise<Answer | null> {
    const asked = ++this.#asked;
    const answer = await question;
    return asked === this.#asked ? answer : null;
  }
}
