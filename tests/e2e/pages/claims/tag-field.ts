import type { Locator, Page } from '@playwright/test';
import { isolate } from '../../../../shared/text/format/wording';
import { dialog } from '../dialog';

/** The tags on the card, of one claim or of the selected ones, and the dialog that manages them. */
export class TagField {
  /** The button that shows the field. */
  readonly addButton: Locator;
  readonly input: Locator;
  readonly chips: Locator;
  readonly colors: Locator;
  /** The button that makes the typed tag, in the chosen colour. */
  readonly create: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    const panel = page.getByRole('complementary', { name: 'Claim panel' });
    this.addButton = panel.getByRole('button', { name: 'Add a tag' });
    this.input = panel.getByRole('combobox', { name: 'Add a tag' });
    this.chips = panel.getByRole('list', { name: 'Tags' }).getByRole('listitem');
    this.colors = panel.getByRole('radiogroup', { name: 'Colour of the new tag' });
    this.create = panel.getByRole('button', { name: 'Create tag' });
    this.dialog = dialog(page, 'Tags');
  }

  /** Types the name of a tag and presses Enter. */
  async add(name: string): Promise<void> {
    if (await this.addButton.isVisible()) await this.addButton.click();
    await this.input.fill(name);
    await this.page.keyboard.press('Enter');
  }

  /** Closes the list, which hides the rest of the page from screen readers, then leaves the field. */
  async leave(): Promise<void> {
    const isFocused = async () =>
      (await this.input.isVisible()) &&
      (await this.input.evaluate((input) => document.activeElement === input));
    for (let press = 0; press < 3 && (await isFocused()); press += 1)
      await this.page.keyboard.press('Escape');
  }

  async remove(name: string): Promise<void> {
    await this.chips.getByRole('button', { name: `Remove tag ${isolate(name)}` }).click();
  }

  /** The row of a tag in the dialog. */
  row(name: string): Locator {
    return this.dialog.getByRole('listitem').filter({ has: this.deleteButton(name, this.page) });
  }

  /** The button that deletes a tag. A name that is read from right to left is isolated in its label. */
  deleteButton(name: string, within: Page | Locator = this.dialog): Locator {
    return within.getByRole('button', { name: `Delete tag ${isolate(name)}` });
  }
}
