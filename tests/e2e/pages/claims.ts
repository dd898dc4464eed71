import type { Locator, Page } from '@playwright/test';
import { isolate } from '#shared/text/format/wording.ts';
import { dialog } from './import-dialogs.ts';
import { PageObject } from './page-object.ts';

/** The list on the left with all claims in reading order. */
export class ClaimList extends PageObject {
  readonly nav = this.page.getByRole('navigation', { name: 'Claims' });
  readonly rows = this.nav.getByRole('row').getByRole('button');
  readonly current = this.nav.locator('[aria-current="true"]');
  readonly filters = this.nav.getByRole('group', { name: 'Show' });
  /** The button of the menu with more filters, which shows how many are on. */
  readonly moreFilters = this.filters.getByRole('button', { name: /^Filter( \d+)?$/ });
  readonly clearFilters = this.filters.getByRole('button', { name: 'Clear' });
  /** The bar above the list while claims are selected. */
  readonly selectedBar = this.nav.getByRole('region', { name: 'Selected claims' });

  row(words: string): Locator {
    return this.rows.filter({ hasText: words });
  }

  /** A filter by verdict, such as "Open". */
  filter(label: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label} \\d+$`) });
  }

  /** Turns a filter of the menu on or off, such as "No source" in "Evidence". */
  async toggleFilter(label: string, facet = 'Evidence'): Promise<void> {
    await this.moreFilters.click();
    await this.page.getByRole('menuitem', { name: facet }).click();
    await this.page.getByRole('menuitemcheckbox', { name: new RegExp(`^${label} \\d+$`) }).click();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  /** The rows that are selected together. */
  get selected(): Locator {
    return this.nav.getByRole('row', { selected: true });
  }
}

/** The line of the card that asks for the reviewer's name after the first verdict without one. */
export class NameQuestion extends PageObject {
  readonly form = this.page.getByRole('form', { name: 'Your name' });
  readonly name = this.form.getByRole('textbox', { name: 'Your name, for the record' });
  readonly save = this.form.getByRole('button', { name: 'Save' });
  readonly notNow = this.form.getByRole('button', { name: 'Not now' });
}

/** The tags on the card, of one claim or of the selected ones, and the dialog that manages them. */
export class TagField extends PageObject {
  private readonly panel = this.page.getByRole('complementary', { name: 'Claim panel' });
  /** The button that shows the field. */
  readonly addButton = this.panel.getByRole('button', { name: 'Add a tag' });
  readonly input = this.panel.getByRole('combobox', { name: 'Add a tag' });
  readonly dialog = dialog(this.page, 'Tags');

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

  /** The button that deletes a tag. A name that is read from right to left is isolated in its label. */
  deleteButton(name: string, within: Page | Locator = this.dialog): Locator {
    return within.getByRole('button', { name: `Delete tag ${isolate(name)}` });
  }
}

type VerdictLabel = 'Verified' | 'Disputed' | 'Can’t verify' | 'Unchecked';

/** The card on the right with everything about the current claim. */
export class ClaimCard extends PageObject {
  readonly card = this.page.getByRole('region', { name: /^Claim \d+$/ });
  /** The card of an unplaced claim. */
  readonly unplaced = this.page.getByRole('region', { name: 'Claim without a place' });
  readonly heading = this.card.getByRole('heading', { name: /^Claim \d+$/ });
  readonly words = this.card.locator('[role="comment"]');
  readonly note = this.card.getByRole('textbox', { name: 'Note' });
  readonly correction = this.card.getByRole('textbox', { name: 'Change to' });
  readonly claimant = this.card.getByRole('textbox', { name: 'Stated by' });
  readonly kind = this.card.getByRole('button', { name: 'Kind' });
  /** The answers of the author in Word reports that came back. */
  readonly answers = this.card.getByRole('region', { name: 'Answers from the author' });
  // Only direct children, because each item contains a list of files.
  readonly evidence = this.card.getByRole('region', { name: 'Evidence' }).locator('> ul > li');
  readonly addSource = this.card.getByRole('button', { name: /^Add source$|^Continue adding source$/ });
  readonly history = this.card.getByRole('region', { name: 'History' }).getByRole('listitem');
  readonly deleteClaim = this.card.getByRole('button', { name: 'Delete claim' });

  verdict(label: VerdictLabel): Locator {
    return this.card.getByRole('radiogroup', { name: 'Verdict' }).getByRole('radio', { name: label });
  }

  confirmButton(verdict: string): Locator {
    return this.card.getByRole('button', { name: `Confirm ${verdict}` });
  }

  /** Writes a correction in the place of the claim's words. */
  async writeCorrection(words: string): Promise<void> {
    await this.correction.fill(words);
  }

  /** Chooses a kind with the mouse. */
  async chooseKind(kind: string): Promise<void> {
    await this.kind.click();
    await this.page.getByRole('option', { name: kind }).click();
  }

  /** The evidence from the source with this title. */
  evidenceFrom(title: string): Locator {
    return this.evidence.filter({ hasText: title });
  }

  /** Opens the card of one of the claim's sources. */
  async openSource(title: string): Promise<void> {
    await this.evidence.getByRole('button', { name: title }).click();
  }
}
