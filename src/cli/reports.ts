import { REPORT_FORMATS, jsonReport, textReport } from '../core';
import type { ReportInput, Style } from '../core';

interface Look {
  readonly style: Style;
  /** Suppressed findings and those outside the product too. */
  readonly all: boolean;
}

/** The formats of `scan --format`: the name of each, and what turns a snapshot into its text. */
export const SCAN_FORMATS = {
  text: ({ snapshot }, look) => textReport(snapshot, look),
  json: ({ snapshot }) => jsonReport(snapshot),
  sarif: (input) => REPORT_FORMATS.sarif(input),
} satisfies Readonly<Record<string, (input: ReportInput, look: Look) => string>>;

export type ScanFormat = keyof typeof SCAN_FORMATS;
