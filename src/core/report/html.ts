import { htmlText } from './html-text';
import type { ReportInput } from './input';
import { lifeCycleView } from './life-cycle';
import { lifeCycleHtml } from './life-cycle-html';
import { LIFE_CYCLE_STYLE } from './life-cycle-style';
import { placeUri } from './uri';

/** The life-cycle page as one file: no script, nothing loaded, so that it can be mailed and printed. */
export function htmlReport(input: ReportInput): string {
  const view = lifeCycleView(input);
  const { linkBase } = input;
  const link = linkBase === null ? () => null : placeUri(linkBase);
  return [
    '<!DOCTYPE html>',
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${htmlText(view.title)}</title>`,
    `<style>\nbody { margin: 0; background: Canvas; } @media (prefers-color-scheme: dark) { body { background: #16191d; } }\n${LIFE_CYCLE_STYLE}\n</style>`,
    '</head><body>',
    lifeCycleHtml(view, { link }),
    '</body></html>',
    '',
  ].join('\n');
}
