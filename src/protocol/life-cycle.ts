export interface LifeCycleParams {
  readonly project: string;
}

/**
 * The page of the life cycle, written out. `html` holds text of the repository, escaped; it needs no script. Links into files
 * have addresses such as `#place:12:src/a.py`: the line, 0 for the file as a whole, and the encoded path. Buttons with
 * `data-fix` hold such an address too.
 */
export interface LifeCyclePage {
  readonly title: string;
  readonly html: string;
  readonly style: string;
}

/** A place as pages name it: a path of the project, and a line from 1, or null for the file as a whole. */
export interface PagePlaceParams {
  readonly project: string;
  readonly path: string;
  readonly line: number | null;
}

export interface ReportParams {
  readonly project: string;
  /** One of `REPORT_CHOICES`. */
  readonly format: string;
}

/** Reports that can be saved, in the order in which they are offered. */
export const REPORT_CHOICES = [
  { format: 'html', label: 'HTML', about: 'the life cycle on one page, to mail and to print', ending: 'html' },
  { format: 'csv', label: 'CSV', about: 'one row per provision, for a spreadsheet', ending: 'csv' },
  { format: 'register-csv', label: 'Asset register', about: 'one row per asset, for a spreadsheet', ending: 'csv' },
  { format: 'statement', label: 'Statement', about: 'the statement of claims per provision, as a table', ending: 'md' },
  { format: 'markdown', label: 'Markdown', about: 'for reviews', ending: 'md' },
  { format: 'sarif', label: 'SARIF', about: 'findings, for code scanning', ending: 'sarif' },
  { format: 'cyclonedx-1.6', label: 'CycloneDX 1.6', about: 'bill of materials', ending: 'cdx.json' },
  { format: 'cyclonedx-1.7', label: 'CycloneDX 1.7', about: 'bill of materials', ending: 'cdx.json' },
  { format: 'oscal-catalog', label: 'OSCAL catalog', about: 'the provisions, in our words', ending: 'json' },
  { format: 'oscal-component', label: 'OSCAL component definition', about: 'what is claimed', ending: 'json' },
  { format: 'oscal-assessment-results', label: 'OSCAL assessment results', about: 'observations only', ending: 'json' },
  { format: 'mappings-csv', label: 'Links as CSV', about: 'provisions and other frameworks', ending: 'csv' },
  { format: 'backlog-jira-csv', label: 'Backlog for Jira', about: 'what is open, as CSV', ending: 'csv' },
  { format: 'backlog-azure-csv', label: 'Backlog for Azure DevOps', about: 'what is open, as CSV', ending: 'csv' },
  { format: 'backlog-github-csv', label: 'Backlog for GitHub', about: 'what is open, as CSV', ending: 'csv' },
] as const;

/** What the webview of the life cycle tells the extension. */
export type FromLifeCycle =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open' | 'fix'; readonly path: string; readonly line: number | null }
  /** `format` is the beginning of some of `REPORT_CHOICES`, empty for all. */
  | { readonly kind: 'export'; readonly format: string };

/** What the extension tells the webview of the life cycle; `project` is kept so that the page comes back after a restart. */
export interface ToLifeCycle extends LifeCyclePage {
  readonly project: string;
}
