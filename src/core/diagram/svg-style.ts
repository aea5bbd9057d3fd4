/**
 * The look of the diagram. Inside the editor its colours win; elsewhere the picture follows the system, light or dark. In
 * forced colours lines and words carry everything.
 */
export const SVG_STYLE = `
.ab-diagram{--ink:var(--vscode-editor-foreground,#1f2328);--paper:var(--vscode-editor-background,#fff);--soft:var(--vscode-descriptionForeground,#57606a);--line:var(--vscode-descriptionForeground,#6e7781);--alert:var(--vscode-editorWarning-foreground,#9a6700);--focus:var(--vscode-focusBorder,#0969da);font:13px system-ui,'Segoe UI',sans-serif}
@media (prefers-color-scheme:dark){.ab-diagram{--ink:var(--vscode-editor-foreground,#e6edf3);--paper:var(--vscode-editor-background,#0d1117);--soft:var(--vscode-descriptionForeground,#9198a1);--line:var(--vscode-descriptionForeground,#8b949e);--alert:var(--vscode-editorWarning-foreground,#d29922);--focus:var(--vscode-focusBorder,#4493f8)}}
.ab-paper{fill:var(--paper)}
.ab-diagram text{fill:var(--ink);text-anchor:middle;dominant-baseline:middle}
.ab-boundary rect{fill:none;stroke:var(--line);stroke-width:1.5;stroke-dasharray:8 5}
.ab-words,.ab-label{pointer-events:none}
.ab-diagram .ab-name{text-anchor:start;fill:var(--soft);font-weight:600;paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.ab-line{fill:none;stroke:var(--line);stroke-width:1.4}
.ab-crosses .ab-line{stroke-width:2.4;stroke:var(--ink)}
.ab-hit{fill:none;stroke:transparent;stroke-width:12}
.ab-head{fill:var(--line)}
.ab-label{font-size:11px;fill:var(--soft);paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.ab-shape{fill:var(--paper);stroke:var(--ink);stroke-width:1.4}
.ab-open{stroke:none}
.ab-edge{fill:none;stroke:var(--ink);stroke-width:1.4}
.ab-model .ab-shape{stroke-width:2.4}
.ab-external .ab-shape{stroke-dasharray:5 3}
.ab-unknown .ab-shape{stroke:var(--alert);stroke-dasharray:2 3}
.ab-type{font-size:10px;fill:var(--soft)!important}
.ab-badge rect{fill:var(--paper);stroke:var(--ink);stroke-width:1.2}
.ab-badge text{font-size:11px;font-weight:700}
.ab-risk-open rect,.ab-risk-high rect,.ab-risk-very-high rect{stroke:var(--alert);stroke-width:2}
.ab-diagram [tabindex]{cursor:pointer;outline:none}
.ab-diagram [tabindex]:focus-visible .ab-shape,.ab-diagram [tabindex]:focus-visible>rect,.ab-diagram [tabindex]:focus-visible .ab-edge{stroke:var(--focus);stroke-width:3}
.ab-diagram [tabindex]:focus-visible .ab-line{stroke:var(--focus);stroke-width:4}
@media (forced-colors:active){.ab-shape,.ab-edge,.ab-line,.ab-boundary rect,.ab-badge rect{stroke:CanvasText}.ab-shape,.ab-badge rect,.ab-paper{fill:Canvas}.ab-diagram text{fill:CanvasText!important;stroke:none}}
`.trim();
