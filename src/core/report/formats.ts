import { azureBacklog, githubBacklog, jiraBacklog } from './backlog';
import { csvReport } from './csv';
import { htmlReport } from './html';
import type { ReportInput } from './input';
import { mappingsCsv } from './mappings-csv';
import { markdownReport } from './markdown';
import { oscalCatalog } from './oscal-catalog';
import { oscalComponent } from './oscal-component';
import { oscalResults } from './oscal-results';
import { registerCsv } from './register-csv';
import { sarifReport } from './sarif';
import { statementReport } from './statement';

/** The library behind it takes longer to load than a small scan: only who asks for it waits. */
async function cycloneDxOf(input: ReportInput, version: '1.6' | '1.7'): Promise<string> {
  const { cycloneDx } = await import('./cyclonedx');
  return cycloneDx(input, version);
}

/** The reports by the name of their format. Each is the same bytes for the same input. */
export const REPORT_FORMATS = {
  markdown: markdownReport,
  html: htmlReport,
  statement: statementReport,
  csv: csvReport,
  'register-csv': registerCsv,
  'mappings-csv': mappingsCsv,
  'backlog-jira-csv': jiraBacklog,
  'backlog-azure-csv': azureBacklog,
  'backlog-github-csv': githubBacklog,
  sarif: sarifReport,
  'cyclonedx-1.6': (input) => cycloneDxOf(input, '1.6'),
  'cyclonedx-1.7': (input) => cycloneDxOf(input, '1.7'),
  'oscal-catalog': oscalCatalog,
  'oscal-component': oscalComponent,
  'oscal-assessment-results': oscalResults,
} satisfies Readonly<Record<string, (input: ReportInput) => string | Promise<string>>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
