import { BUTTON_STYLE, type Shell } from '../../webview-shell';

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
${BUTTON_STYLE}
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
@media print { .bar { display: none; } }
`;

const buttons = BUTTONS.map(
  ([format, label, title]) => `<button type="button" data-export="${format}" title="${title}">${label}</button>`,
).join('');

/** The frame of the page: what does not change with the project. */
export const SHELL: Shell = {
  page: 'life-cycle',
  title: 'AI life cycle',
  style: STYLE,
  ownStyle: true,
  body: [
    `<div class="bar" role="region" aria-label="Export"><span aria-hidden="true">Export</span>${buttons}</div>`,
    '<div id="page"><p role="status">Reading …</p></div>',
  ],
};
