import { jsonReport, textReport } from '../core';
import type { Snapshot, Style } from '../core';

interface Look {
  readonly style: Style;
  /** Suppressed findings and those outside the product too. */
  readonly all: boolean;
}

/** The formats of `scan --format`: the name of each, and what turns a snapshot into its text. */
export const REPORTS = {
  text: textReport,
  json: (snapshot) => jsonReport(snapshot),
} satisfies Readonly<Record<string, (snapshot: Snapshot, look: Look) => string>>;

export type ReportFormat = keyof typeof REPORTS;
