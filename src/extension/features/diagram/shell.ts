import { BUTTON_STYLE, type Shell } from '../../webview-shell';

const STYLE = `
html, body { height: 100%; }
body { margin: 0; padding: 0; display: flex; flex-direction: column; background: var(--vscode-editor-background); color: var(--vscode-foreground); font-size: 13px; }
.bar { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; padding: .5rem .75rem; }
.bar h1 { font-size: 1em; font-weight: 600; margin: 0; flex: 1; min-width: 8rem; }
${BUTTON_STYLE}
button { min-height: 24px; min-width: 24px; }
button:disabled { background: transparent; color: var(--vscode-foreground); cursor: default; text-decoration: none; border-color: transparent; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
#why { margin: 0 .75rem .5rem; padding: .4rem .6rem; border: 1px solid var(--vscode-inputValidation-warningBorder, var(--vscode-editorWarning-foreground)); }
#why[hidden], [hidden] { display: none; }
#view { flex: 1 1 58%; min-height: 180px; overflow: auto; border-block: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
#view:focus-visible { outline-offset: -2px; }
#view svg { display: block; margin: auto; }
#view .ab-here .ab-shape, #view .ab-here .ab-edge, #view .ab-here > rect { stroke: var(--vscode-focusBorder); stroke-width: 3.5; }
#view .ab-here .ab-line { stroke: var(--vscode-focusBorder); stroke-width: 4; }
#more { flex: 1 1 42%; min-height: 120px; overflow: auto; padding: 0 .75rem .75rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); grid-auto-rows: max-content; gap: 0 1.5rem; align-items: start; }

h2 { font-size: 1em; font-weight: 600; margin: .75rem 0 .4rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 .15rem; }
.go { background: transparent; border-color: transparent; color: var(--vscode-textLink-foreground); text-align: start; padding: .1rem .2rem; }
table { border-collapse: collapse; }
th { font-weight: 400; text-align: start; padding: .15rem .35rem; }
td { border: 1px solid var(--vscode-descriptionForeground); text-align: center; padding: 1px; min-width: 2.6rem; }
td.high, td.very-high { border-width: 2px; border-color: var(--vscode-editorWarning-foreground); }
td small { display: block; font-size: .8em; }
td button { padding: 0 .5rem; font-weight: 700; }
.keys { color: var(--vscode-foreground); }
`;

const BUTTONS = [
  ['out', '−', 'Zoom out (-)'],
  ['in', '+', 'Zoom in (+)'],
  ['actual', '100 %', 'Actual size (0)'],
  ['fit', 'Fit', 'Fit to the view, as far as it can be read then'],
  ['svg', 'SVG…', 'Save as SVG'],
  ['png', 'PNG…', 'Save as PNG'],
] as const;

const buttons = BUTTONS.map(
  ([does, label, title]) =>
    `<button type="button" data-do="${does}"${/\w/u.test(label) ? '' : ` aria-label="${title}"`} title="${title}">${label}</button>`,
).join('');

/** The frame of the page: what does not change with the model. */
export const SHELL: Shell = {
  page: 'diagram',
  title: 'Threat model',
  style: STYLE,
  ownImages: true,
  body: [
    `<header class="bar"><h1 id="title">Reading …</h1>${buttons}</header>`,
    '<p id="why" role="status" hidden></p>',
    '<main id="view" tabindex="0" aria-label="Diagram: arrow keys scroll, plus, minus and 0 zoom"></main>',
    '<aside id="more" tabindex="0" aria-label="Risks, threats, open points and legend">',
    '<section aria-labelledby="h-matrix"><h2 id="h-matrix">Remaining risk: threats by likelihood and impact</h2><div id="matrix"></div></section>',
    '<section aria-labelledby="h-threats"><h2 id="h-threats" tabindex="-1">Threats</h2><ul id="threats"></ul></section>',
    '<section aria-labelledby="h-points"><h2 id="h-points">Open points</h2><ul id="points"></ul></section>',
    '<section aria-labelledby="h-legend"><h2 id="h-legend">Legend</h2><ul id="legend"></ul></section>',
    '</aside>',
  ],
};
