import type { Page } from '../../../scripts/host.mjs';

/** Ways through the workbench that people take, for all specs. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The shield in the activity bar; its label says what the badge says. */
  get shield() {
    return this.page.locator('.activitybar [aria-label^="AI Baseline"]').first();
  }

  get status() {
    return this.page.locator('.statusbar-item[id*="aiBaseline.status"]').first();
  }

  /** A row of one of our trees or of Problems, by the beginning of what a screen reader says of it. */
  row(start: string) {
    return this.page.locator(`.monaco-list-row[aria-label^="${start}"]`).first();
  }

  /** Waits until the badge says this. */
  async badge(words: string): Promise<void> {
    await this.page.waitForSelector(`.activitybar [aria-label^="AI Baseline"][aria-label*="${words}"]`, {
      timeout: 60_000,
    });
  }

  async badgeWords(): Promise<string> {
    return (await this.shield.getAttribute('aria-label')) ?? '';
  }

  async badgeBecomes(right: (words: string) => boolean): Promise<void> {
    for (let tries = 0; tries < 150; tries += 1) {
      if (right(await this.badgeWords())) return;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`The badge still says: ${await this.badgeWords()}`);
  }

  async openTrees(): Promise<void> {
    await this.shield.click();
    await this.page.waitForSelector('.monaco-list-row[aria-label^="Models:"]', { timeout: 30_000 });
  }

  async openProblems(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+M');
    await this.page.waitForSelector('.markers-panel', { timeout: 30_000 });
  }

  /** Rows out of sight do not exist: turns the wheel over Problems, which leaves the focus where it is, until the row comes. */
  async scrollToProblem(start: string): Promise<void> {
    await this.page.locator('.markers-panel .monaco-list').first().hover();
    for (let tries = 0; tries < 60 && (await this.row(start).count()) === 0; tries += 1) {
      // Down, and from the top again where the list was drawn anew behind us.
      await this.page.mouse.wheel(0, tries % 20 === 19 ? -10_000 : 60);
      await this.page.waitForTimeout(200);
    }
    await this.row(start).waitFor({ timeout: 10_000 });
  }

  async run(command: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.waitForSelector('.quick-input-widget', { state: 'visible' });
    await this.page.keyboard.type(command);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: command }).first().click();
  }

  /** Chooses a row of the list that a command shows. */
  async pick(label: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first().click();
  }

  /** Titles in the menu of quick fixes at the cursor; asked for again while the editor is still opening. */
  async quickFixes(): Promise<string[]> {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    for (let tries = 0; tries < 10 && (await rows.count()) === 0; tries += 1) {
      await this.page.keyboard.press('Escape');
      await this.page.waitForTimeout(1000);
      await this.page.keyboard.press('Control+.');
      await this.page.waitForTimeout(2000);
    }
    return rows.allInnerTexts();
  }

  /** Opens a file by its name with the cursor in a line; asks once more where one that was just made is not found yet. */
  async open(name: string, line: number): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
    for (let tries = 0; tries < 6 && !(await row.isVisible()); tries += 1) {
      if (tries > 0) await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+p');
      await this.page.waitForSelector('.quick-input-widget', { state: 'visible' });
      await this.page.keyboard.type(name);
      await row.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await row.waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.tabs-container .tab.active').filter({ hasText: name }).waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await this.page.keyboard.press('Control+g');
    await this.page.waitForSelector('.quick-input-widget', { state: 'visible' });
    await this.page.keyboard.type(String(line));
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  }

  /** Chooses a quick fix from the menu that is open. */
  async fix(title: string): Promise<void> {
    await this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first().click();
  }

  /** One step back in the editor that has the focus. */
  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  /**
   * Chooses a quick fix and waits for the file it opens. On a busy machine the menu may close or be drawn anew under the click:
   * then it is opened again.
   */
  async choose(title: string, opens: string): Promise<void> {
    const row = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    for (let tries = 1; ; tries += 1) {
      try {
        if ((await row.count()) === 0) await this.quickFixes();
        await row.click({ timeout: 5000 });
        await this.tab(opens).waitFor({ timeout: 20_000 });
        break;
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
    // What VS Code says of a command that was dropped together with an old list of fixes.
    const lost = this.page.locator('.notification-toast').filter({ hasText: 'command not found' });
    if ((await lost.count()) > 0) throw new Error(await lost.first().innerText());
  }

  tab(name: string) {
    return this.page.locator(`.tabs-container .tab[aria-label*="${name}"]`).first();
  }
}
