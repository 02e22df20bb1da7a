import type { Locator, Page } from 'playwright-core';
import { until } from './until.js';

export interface QuickItem {
  label: string;
  description: string;
  detail: string;
  checked: boolean;
}

/** The box at the top of the window in which commands, files and answers are picked. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget');
  }

  /** `limit` in milliseconds; the page's own when not given. */
  async waitUntilShown(limit?: number): Promise<void> {
    await this.#widget.waitFor({ state: 'visible', ...(limit === undefined ? {} : { timeout: limit }) });
  }

  async waitUntilHidden(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  async isShown(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  /** Without the step. */
  async title(): Promise<string> {
    return (await this.#fullTitle()).replace(stepPattern, '').trim();
  }

  /** Such as "2/5", and undefined where no step is shown. */
  async step(): Promise<string | undefined> {
    return stepPattern.exec(await this.#fullTitle())?.[1];
  }

  async waitForTitle(expected: string | RegExp): Promise<void> {
    await this.#widget.locator('.quick-input-title').filter({ hasText: expected }).waitFor();
  }

  async placeholder(): Promise<string> {
    await this.waitUntilShown();
    return (await this.#input.getAttribute('placeholder')) ?? '';
  }

  async value(): Promise<string> {
    await this.waitUntilShown();
    return this.#input.inputValue();
  }

  /** What an input box says under its field: its prompt, or what is wrong with the value. */
  async message(): Promise<string> {
    await this.waitUntilShown();
    return ((await this.#widget.locator('.quick-input-message').textContent()) ?? '').trim();
  }

  async waitForMessage(expected: string | RegExp): Promise<void> {
    await this.#widget.locator('.quick-input-message').filter({ hasText: expected }).waitFor();
  }

  /** Every item, those too that have to be scrolled to. */
  async items(): Promise<QuickItem[]> {
    await this.waitUntilShown();
    const items: QuickItem[] = [];
    await this.#eachRow(async row => {
      items.push(await readItem(row));
      return false;
    });
    return items;
  }

  async waitForItem(label: string | RegExp): Promise<void> {
    await this.#widget.locator('.quick-input-list .monaco-list-row').filter({ hasText: label }).first().waitFor();
  }

  async labels(): Promise<string[]> {
    return (await this.items()).map(item => item.label);
  }

  /** Chooses an item, and returns when the box shows something else or is gone. */
  async pick(label: string | RegExp): Promise<void> {
    const row = await this.#row(label);
    await this.#andThenChange(() => row.click());
  }

  /** Ticks or unticks an item of a list that takes several. */
  async toggle(label: string | RegExp): Promise<void> {
    const row = await this.#row(label);
    await row.locator('.quick-input-list-checkbox, .monaco-checkbox').first().click();
  }

  /** Presses the button that an item shows when the pointer is over it. */
  async pressItemButton(label: string | RegExp, button: string | RegExp): Promise<void> {
    const row = await this.#row(label);
    await row.hover();
    await row.getByRole('button', { name: button }).click();
  }

  async type(text: string): Promise<void> {
    await this.#input.fill(text);
  }

  /** Accepts the value, or what is ticked. */
  async accept(): Promise<void> {
    await this.#andThenChange(() => this.#input.press('Enter'));
  }

  /** Presses a button in the title or beside the field, such as "Back". */
  async press(button: string | RegExp): Promise<void> {
    await this.#andThenChange(() => this.pressAside(button));
  }

  /** Presses a button that does something elsewhere and leaves the box as it is, such as "Explain". */
  async pressAside(button: string | RegExp): Promise<void> {
    const found = this.#widget
      .locator('.quick-input-titlebar, .quick-input-header')
      .getByRole('button', { name: button });
    await found.first().click();
  }

  async buttons(): Promise<string[]> {
    await this.waitUntilShown();
    const labels = await this.#widget
      .locator('.quick-input-titlebar .action-label, .quick-input-inline-action-bar .action-label')
      .evaluateAll(elements => elements.map(element => element.getAttribute('aria-label') ?? ''));
    return labels.filter(label => label !== '');
  }

  async cancel(): Promise<void> {
    await this.#andThenChange(() => this.#page.keyboard.press('Escape'));
  }

  get #input(): Locator {
    return this.#widget.locator('.quick-input-box input');
  }

  async #fullTitle(): Promise<string> {
    await this.waitUntilShown();
    return ((await this.#widget.locator('.quick-input-title').textContent()) ?? '').trim();
  }

  async #row(label: string | RegExp): Promise<Locator> {
    await this.#widget.locator('.quick-input-list .monaco-list-row').first().waitFor();
    // What is listed may still be on its way, or be what was listed before.
    return until(`an item is called ${label}`, async () => {
      const seen: string[] = [];
      const row = await this.#eachRow(async row => {
        const item = await readItem(row);
        seen.push(item.label);
        return typeof label === 'string' ? item.label === label : label.test(item.label);
      });
      if (!row) throw new Error(`There are: ${seen.join(' | ')}`);
      return row;
    });
  }

  /** Visits the rows from top to bottom until `visit` says that it has found its own. Rows out of sight do not exist. */
  async #eachRow(visit: (row: Locator) => Promise<boolean>): Promise<Locator | undefined> {
    const list = this.#widget.locator('.quick-input-list .monaco-list');
    const rows = list.locator('.monaco-list-row');
    for (let index = 0; ; index++) {
      const row = list.locator(`.monaco-list-row[data-index="${index}"]`);
      if ((await row.count()) === 0) {
        const total = Number(
          (await rows
            .first()
            .getAttribute('aria-setsize', { timeout: 1000 })
            .catch(() => 0)) ?? 0,
        );
        if (index >= total) return undefined;
        await list.hover();
        await this.#page.mouse.wheel(0, index === 0 ? -100_000 : 150);
        await row.waitFor({ state: 'attached' });
      }
      if (await visit(row)) return row;
    }
  }

  /** A wizard's next question comes from the extension a moment later; whoever reads at once would read the last one. */
  async #andThenChange(act: () => Promise<void>): Promise<void> {
    const before = await this.#appearance();
    await act();
    await until('the box changes', async () => (await this.#appearance()) !== before);
  }

  async #appearance(): Promise<string> {
    return this.#page.evaluate(() => {
      const widget = document.querySelector<HTMLElement>('.quick-input-widget');
      if (!widget || widget.style.display === 'none') return 'hidden';
      return `${widget.textContent}\n${widget.querySelector('input')?.placeholder}`;
    });
  }
}

const stepPattern = /\(?(\d+\/\d+)\)?$/;

async function readItem(row: Locator): Promise<QuickItem> {
  return row.evaluate(element => {
    const text = (selector: string) => element.querySelector(selector)?.textContent?.trim() ?? '';
    const box = element.querySelector('[role="checkbox"], input[type="checkbox"]');
    return {
      label: text('.quick-input-list-rows > .quick-input-list-row:first-child .label-name'),
      description: text('.label-description'),
      detail: text('.quick-input-list-rows > .quick-input-list-row:nth-child(2)'),
      checked: box?.getAttribute('aria-checked') === 'true' || (box instanceof HTMLInputElement && box.checked),
    };
  });
}
