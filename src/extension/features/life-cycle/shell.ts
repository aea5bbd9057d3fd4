import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';

/** Beginnings of formats, and what their button says. */
const BUTTONS = [
  ['html', 'HTML', 'One file to mail and to print'],
  ['csv', 'CSV', 'One row per provision'],
  ['statement', 'Statement', 'Statement of claims per provision'],
  ['sarif', 'SARIF', 'Findings'],
  ['cyclonedx', 'CycloneDX…', 'Bill of materials'],
  ['oscal', 'OSCAL…', 'For tools of governance and risk'],
  ['', 'More…', 'All reports'],
] as const;

const STYLE = `
body { padding: 0; background: var(--vscode-editor-background); color: var(--vscode-foreground); }
.bar { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; max-width: 76rem; margin: 0 auto; padding: .75rem 1rem 0; font-size: 13px; }
button { font: inherit; color: var(--vscode-button-secondaryForeground, var(--vscode-foreground)); background: var(--vscode-button-secondaryBackground, transparent);
  border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent)); border-radius: 2px; padding: .2rem .6rem; cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground, transparent); text-decoration: underline; }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
@media print { .bar { display: none; } }
`;

/** The frame of the page: nothing but our own script and styles runs in it, and nothing is loaded from anywhere. */
export function shellHtml(webview: Webview, extension: Uri): string {
  const nonce = randomBytes(18).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview', 'life-cycle.js')).toString();
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  const buttons = BUTTONS.map(
    ([format, label, title]) => `<button type="button" data-export="${format}" title="${title}">${label}</button>`,
  ).join('');
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>AI life cycle</title><style nonce="${nonce}">${STYLE}</style><style nonce="${nonce}" id="style"></style></head><body>`,
    `<div class="bar" role="region" aria-label="Export"><span aria-hidden="true">Export</span>${buttons}</div>`,
    `<div id="page"><p role="status">Reading …</p></div><script nonce="${nonce}" src="${script}"></script></body></html>`,
  ].join('\n');
}
