import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame } from '../../../scripts/host.mjs';
import type { openVsCode } from '../session';

type Page = Awaited<ReturnType<typeof openVsCode>>['page'];

/** The themes in which every page is looked at, by the name of the picture. */
export const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
  ['high-contrast', 'Default High Contrast'],
] as const;

const POLL = 200;

/** The frame of a webview, once an expression holds in it. */
export async function frameWhere(page: Page, holds: string): Promise<Frame> {
  for (let tries = 0; tries < 150; tries += 1) {
    for (const frame of page.frames()) {
      if (await frame.evaluate<boolean>(holds).catch(() => false)) return frame;
    }
    await page.waitForTimeout(POLL);
  }
  throw new Error(`No webview came in which this holds: ${holds}`);
}

/** Waits until an expression holds in a frame. */
export async function until(page: Page, frame: Frame, holds: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await frame.evaluate<boolean>(holds)) return;
    await page.waitForTimeout(POLL);
  }
  throw new Error(`This did not come: ${holds}`);
}

/** Axe finds nothing to complain of in a frame. */
export async function axeFindsNothing(frame: Frame): Promise<void> {
  await frame.evaluate(readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await frame.evaluate<string>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary])))',
  );
  assert.deepEqual(JSON.parse(found), []);
}

/** Answers the editor's own dialog for a file to save, and waits until it is said to be written. */
export async function saveAs(page: Page, folder: string, name: string): Promise<string> {
  const input = page.locator('.quick-input-box input');
  await input.waitFor({ timeout: 30_000 });
  await page.waitForTimeout(1500);
  await input.fill(join(folder, name));
  // The dialog looks at what is typed before it takes it.
  await page.waitForTimeout(1500);
  await page.keyboard.press('Enter');
  await page.getByText(`${name} was written`).first().waitFor({ timeout: 30_000 });
  return readFileSync(join(folder, name), 'utf8');
}
