import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import {
  forceWord,
  findProvision,
  type Catalogue,
  type Finding,
  type OpenField,
  type Range,
  type Severity,
} from '../core';
import { uriOfPath } from './paths';
import type { Place } from '../protocol';
import type { Project } from './project';
import { join } from 'node:path';

export const SOURCE = 'ai-baseline';

export interface DiagnosticOptions {
  readonly catalogue: Catalogue;
  /** Link to a rule's page with `{rule}` for its id; null where the client has none. */
  readonly rulePage: string | null;
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What the editor shows of a project, by URI; documents without any are absent. */
export function diagnosticsOf(project: Project, options: DiagnosticOptions): Map<string, Diagnostic[]> {
  const { settings, engine } = project;
  const shown = new Map<string, Diagnostic[]>();
  const show = ({ uri, diagnostic }: Shown) => {
    const list = shown.get(uri);
    if (list) list.push(diagnostic);
    else shown.set(uri, [diagnostic]);
  };
  if (!settings.diagnostics.enabled) return shown;
  for (const finding of engine.snapshot.findings) {
    if (finding.suppressed || !project.shows(finding.path) || !settings.diagnostics.scopes.includes(finding.scope))
      continue;
    show(shownFinding(project, finding, options));
  }
  if (!settings.diagnostics.openFields) return shown;
  for (const record of engine.snapshot.records) {
    if (!project.shows(record.path)) continue;
    for (const field of record.open)
      show(placed(project.place(record.path, field.range), openFieldDiagnostic(field, options)));
  }
  return shown;
}

/** A diagnostic, and the document that it is shown in. */
interface Shown {
  readonly uri: string;
  readonly diagnostic: Diagnostic;
}

function placed({ uri, range }: Place, diagnostic: Omit<Diagnostic, 'range' | 'source'>): Shown {
  return { uri, diagnostic: { ...diagnostic, range, source: SOURCE } };
}

const known = new WeakMap<Finding, Shown & { readonly rulePage: string | null }>();

/** How a finding is shown: made once, since most findings are those of before; but for places in cells, which move. */
function shownFinding(project: Project, finding: Finding, options: DiagnosticOptions): Shown {
  const made = known.get(finding);
  const moves = project.showsCells && [finding, ...finding.related].some(({ path }) => project.isShownInCells(path));
  if (made !== undefined && !moves && made.rulePage === options.rulePage) return made;
  const place = project.place(finding.path, visible(finding));
  const now = placed(place, findingDiagnostic(project, finding, options));
  if (moves) known.delete(finding);
  else known.set(finding, { ...now, rulePage: options.rulePage });
  return now;
}

/** Editors clamp a column to its line: more than any line that people read. */
const LINE_END = 1000;

/** A finding on a whole file has no width, and an editor would underline nothing: here it is the first line. */
function visible(range: Range): Range {
  const empty = range.line === range.endLine && range.column === range.endColumn;
  return empty ? { ...range, endColumn: range.column + LINE_END } : range;
}

function findingDiagnostic(
  project: Project,
  finding: Finding,
  options: DiagnosticOptions,
): Omit<Diagnostic, 'range' | 'source'> {
  const inCell = project.place(finding.path, finding).uri !== uriOfPath(join(project.root, finding.path));
  const related = finding.related.map((place) => ({
    location: project.place(place.path, place),
    message: place.message,
  }));
  return {
    severity: severities[finding.severity],
    message: inCell ? finding.message : `${finding.message}${cellWords(finding)}`,
    ...ruleCode(finding.rule, options),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** "Guardrails: what keeps the output in bounds? Recommended by 5.2.4-1.1." */
function openFieldDiagnostic(field: OpenField, options: DiagnosticOptions): Omit<Diagnostic, 'range' | 'source'> {
  const [id] = field.provisions;
  const placed = id === undefined ? null : findProvision(options.catalogue, id);
  const words = placed && forceWord(placed.provision) === 'requires' ? 'Required' : 'Recommended';
  const why = placed ? ` ${words} by ${placed.provision.id}.` : '';
  return {
    severity: DiagnosticSeverity.Hint,
    message: `${field.label}: ${field.help}${why}`,
    ...ruleCode('incomplete-record', options),
  };
}

function ruleCode(rule: string, { rulePage }: DiagnosticOptions): Pick<Diagnostic, 'code' | 'codeDescription'> {
  if (rulePage === null) return { code: rule };
  return { code: rule, codeDescription: { href: rulePage.replace('{rule}', rule) } };
}

/** A notebook that is not open shows its findings on the file, where raw line numbers help nobody. */
function cellWords(range: Range): string {
  if (range.cell === undefined) return '';
  return ` (cell ${String(range.cell)}${range.cellLine === undefined ? '' : `, line ${String(range.cellLine)}`})`;
}
