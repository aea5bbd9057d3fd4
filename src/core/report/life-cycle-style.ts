/**
 * The look of the life-cycle page. Colours come from the editor where there is one, else from the light or dark scheme of
 * the reader; every state has a mark and a pattern too, so that nothing hangs on colour.
 */
export const LIFE_CYCLE_STYLE = `
.ab { --ab-fg: var(--vscode-foreground, #1b1f24); --ab-bg: var(--vscode-editor-background, #ffffff);
  --ab-line: var(--vscode-contrastBorder, color-mix(in srgb, var(--ab-fg) 40%, var(--ab-bg))); --ab-soft: color-mix(in srgb, var(--ab-fg) 6%, var(--ab-bg));
  --ab-link: var(--vscode-textLink-foreground, #0a4f8f); --ab-bad: #b3261e; --ab-mid: #8a5a00; --ab-good: #1b6e3c; --ab-none: #5d6570;
  color: var(--ab-fg); background: var(--ab-bg); font: 15px/1.5 var(--vscode-font-family, system-ui, sans-serif);
  max-width: 76rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .ab { --ab-fg: var(--vscode-foreground, #e6e9ed); --ab-bg: var(--vscode-editor-background, #16191d);
  --ab-link: var(--vscode-textLink-foreground, #8cc2ff); --ab-bad: #ff8a80; --ab-mid: #f0c060; --ab-good: #7fd69b; --ab-none: #a8b0ba; } }
body.vscode-dark .ab, body.vscode-high-contrast:not(.vscode-high-contrast-light) .ab { --ab-bad: #ff8a80; --ab-mid: #f0c060; --ab-good: #7fd69b; --ab-none: #a8b0ba; }
body.vscode-light .ab, body.vscode-high-contrast-light .ab { --ab-bad: #b3261e; --ab-mid: #8a5a00; --ab-good: #1b6e3c; --ab-none: #5d6570; }
.ab h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; } .ab h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } .ab h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
.ab a { color: var(--ab-link); text-decoration: underline; } .ab a:focus-visible, .ab summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.ab .lead { font-weight: 600; } .ab .quiet { color: var(--ab-none); } .ab ul { padding-left: 1.25rem; } 
.ab code { color: inherit; background: none; padding: 0; font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: .92em; }
.ab nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
.ab .scroll { overflow-x: auto; } .ab table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; } .ab caption { text-align: left; font-weight: 600; padding: .25rem 0; }
.ab th, .ab td { border: 1px solid var(--ab-line); padding: .35rem .5rem; text-align: left; vertical-align: top; } .ab thead th { background: var(--ab-soft); } .ab td > ul { margin: 0; } .ab :is(th, td) { overflow-wrap: break-word; } .ab thead th { overflow-wrap: normal; } .ab td code { overflow-wrap: anywhere; }
.ab .cells { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; margin: 0; padding: 0; }
.ab .cell { display: inline-block; min-width: 3.6rem; padding: .1rem .3rem; border: 2px solid var(--ab-none); border-radius: .2rem; background-color: var(--ab-bg); text-align: center; font-size: .85rem; }
.ab .mark { min-width: 1.1rem; } .ab .system th { width: 9rem; } .ab .map td:nth-child(3) { min-width: 9rem; } .ab .map [scope=rowgroup], .ab .map .phase td { background: var(--ab-soft); } .ab tbody th { font-weight: normal; } .ab tbody th[scope=rowgroup] { font-weight: 600; } .ab .wide table { table-layout: fixed; min-width: 60rem; }
.ab a.cell { color: var(--ab-fg); text-decoration: none; } .ab a.cell:hover { text-decoration: underline; }
.ab .s-contradicted { border-color: var(--ab-bad); background-image: repeating-linear-gradient(45deg, transparent 0 7px, color-mix(in srgb, var(--ab-bad) 18%, transparent) 7px 10px); }
.ab .s-not-supported { border-color: var(--ab-bad); border-style: dashed; }
.ab .s-partly { border-color: var(--ab-mid); background-image: linear-gradient(90deg, color-mix(in srgb, var(--ab-mid) 25%, transparent) 50%, transparent 50%); }
.ab .s-claimed-without-evidence { border-color: var(--ab-mid); border-style: dotted; }
.ab .s-claimed-with-outside-evidence { border-color: var(--ab-good); border-style: double; border-width: 3px; }
.ab .s-claimed-with-evidence { border-color: var(--ab-good); background-image: linear-gradient(color-mix(in srgb, var(--ab-good) 20%, transparent) 0 100%); }
.ab .s-not-applicable { background-image: repeating-linear-gradient(0deg, transparent 0 6px, color-mix(in srgb, var(--ab-none) 25%, transparent) 6px 7px); }
.ab .s-not-assessed { border-width: 1px; }
.ab .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.ab .fold { margin: .25rem 0; } .ab .fold .fold { margin-left: 1rem; } .ab .fold > summary { cursor: pointer; padding: .15rem 0; font-weight: 600; } .ab .fold .fold > summary { font-weight: normal; }
.ab .skip:focus { position: static; width: auto; height: auto; clip-path: none; }
.ab button { font: inherit; font-size: .9rem; margin: .25rem 0; padding: .2rem .7rem; border: 1px solid var(--vscode-contrastBorder, var(--vscode-button-border, transparent)); border-radius: 2px; cursor: pointer;
  color: var(--vscode-button-foreground, #fff); background: var(--vscode-button-background, #0a4f8f); } .ab button:hover { text-decoration: underline; background: var(--vscode-button-hoverBackground, #0a4f8f); }
.ab button:focus-visible, .ab [tabindex]:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; } .ab progress { width: 8rem; vertical-align: middle; }
.ab .outcome { font-weight: 600; border-left: 4px solid var(--ab-none); padding-left: .4rem; } .ab .o-go { border-color: var(--ab-good); } .ab .o-go-with-conditions { border-color: var(--ab-mid); border-left-style: dashed; } .ab .o-no-go { border-color: var(--ab-bad); border-left-style: double; }
@media (forced-colors: active) { .ab .cell { background-image: none; border-color: CanvasText; } .ab .s-contradicted { border-width: 4px; } }
@media print { html body { background: none; } html body .ab { --ab-fg: #000; --ab-bg: #fff; --ab-line: #767676; --ab-link: #0a4f8f; --ab-bad: #b3261e; --ab-mid: #8a5a00; --ab-good: #1b6e3c; --ab-none: #5d6570; max-width: none; padding: 0; font-size: 9.5pt; }
.ab button { display: none; } .ab .wide table { min-width: 0; } .ab details::details-content { content-visibility: visible; block-size: auto; } .ab nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
.ab .scroll { overflow: visible; } .ab nav { display: none; } .ab tr, .ab .system { break-inside: avoid; } .ab h2, .ab h3 { break-after: avoid; } .ab .cell { print-color-adjust: exact; } }
`.trim();
