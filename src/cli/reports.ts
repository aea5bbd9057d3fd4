import { REPORT_FORMATS, jsonReport, textReport } from '../core';
import type { ReportInput, Snapshot, Style } from '../core';

interface Asked {
  readonly style: Style;
  /** Suppressed findings and those outside the product too. */
  readonly all: boolean;
  /** All that reports are made from: takes a moment, and not every format needs it. */
  readonly input: () => Promise<ReportInput>;
}

/** The formats of `scan --format`: the name of each, and what turns a snapshot into its text. */
export const SCAN_FORMATS = {
  text: (snapshot, { style, all }) => textReport(snapshot, { style, all }),
  json: (snapshot) => jsonReport(snapshot),
  sarif: async (_snapshot, { input }) => REPORT_FORMATS.sarif(await input()),
} satisfies Readonly<Record<string, (snapshot: Snapshot, asked: Asked) => string | Promise<string>>>;

export type ScanFormat = keyof typeof SCAN_FORMATS;
