import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** Buttons as the editor has them: in high contrast by their border. */
export const BUTTON_STYLE = `
button { font: inherit; color: var(--vscode-button-secondaryForeground, var(--vscode-foreground)); background: var(--vscode-button-secondaryBackground, transparent);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent)); border-radius: 2px; padding: .2rem .6rem; cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground, transparent); text-decoration: underline; }
`;

/** What stands in the frame of a page. */
export interface Shell {
  /** Folder of `src/webview`, and name of the script made from it. */
  readonly page: string;
  readonly title: string;
  readonly style: string;
  /** Lines of the body, the script aside. */
  readonly body: readonly string[];
  /** Pictures that the page makes itself. */
  readonly ownImages?: boolean;
  /** The page brings a style of its own, into `#style`. */
  readonly ownStyle?: boolean;
}

/** The frame of a page: nothing but our own script and styles runs in it, and nothing is loaded from anywhere. */
export function shellHtml(webview: Webview, extension: Uri, shell: Shell): string {
  const nonce = randomBytes(18).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview', `${shell.page}.js`)).toString();
  const images = shell.ownImages === true ? ' img-src data:;' : '';
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none';${images} style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const ownStyle = shell.ownStyle === true ? `<style nonce="${nonce}" id="style"></style>` : '';
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${shell.title}</title><style nonce="${nonce}">${shell.style}</style>${ownStyle}</head><body>`,
    ...shell.body,
    `<script nonce="${nonce}" src="${script}"></script></body></html>`,
  ].join('\n');
}
