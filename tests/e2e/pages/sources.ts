import { expect, type Locator } from '@playwright/test';
import { dialog } from './import-dialogs.ts';
import { PageObject } from './page-object.ts';

/** The dialog that asks which value to keep where two sources differ. */
export class MergeDialog extends PageObject {
  readonly merge = dialog(this.page, 'Merge sources').getByRole('button', { name: 'Merge' });
}

/** The evidence that the author proposed for the current claim, in its card. */
export class ProposedEvidence extends PageObject {
  private readonly region = this.page.getByRole('region', { name: 'From the author, not yet looked at' });
  readonly unseen = this.region.getByRole('listitem');
  readonly annotations = this.region.getByRole('blockquote');
  readonly declined = this.page
    .getByRole('region', { name: 'From the author, declined' })
    .getByRole('listitem');
  readonly reason = this.page.getByRole('textbox', { name: 'Why is it declined?' });

  button(name: 'Accept…' | 'Decline' | 'Open link'): Locator {
    return this.unseen.first().getByRole('button', { name });
  }

  /** Declines the first one with a reason, by the keyboard alone. */
  async decline(reason: string): Promise<void> {
    await this.button('Decline').focus();
    await this.page.keyboard.press('Enter');
    await this.reason.fill(reason);
    await this.page.keyboard.press('Enter');
  }
}

/** The list in the left panel with all sources of the article. */
export class SourcesList extends PageObject {
  readonly tab = this.page.getByRole('tab', { name: 'Sources' });
  readonly list = this.page.getByRole('navigation', { name: 'Sources' });
  readonly rows = this.list.getByRole('listitem');
  readonly search = this.list.getByRole('textbox', { name: 'Search sources' });
  readonly sortBy = this.list.getByRole('button', { name: 'Sort by' });
  readonly verifyFiles = this.list.getByRole('button', { name: 'Verify files' });
}

/** The card on the right with everything about one source. */
export class SourceCard extends PageObject {
  readonly card = this.page.getByRole('region', { name: 'Source', exact: true });
  readonly edit = this.card.getByRole('button', { name: 'Edit source' });
  readonly claims = this.card.getByRole('region', { name: 'Claims that use it' }).getByRole('listitem');
  readonly files = this.card.getByRole('list', { name: 'Files' }).getByRole('listitem');
  readonly attach = this.card.getByRole('button', { name: 'Attach files' });
  readonly sameAs = this.card.getByRole('button', { name: 'Same source as' });
  readonly merge = this.card.getByRole('button', { name: 'Merge into this one' });
  readonly deleteSource = this.card.getByRole('button', { name: 'Delete source' });
  /** The reason why the source is unreliable, shown after choosing “Withdrawn” or “Wrong”. */
  readonly reason = this.card.getByRole('textbox', { name: /^Why is it (?:withdrawn|wrong)\?$/ });
  readonly close = this.card.getByRole('button', { name: 'Close' });

  standing(name: 'None noted' | 'Withdrawn' | 'Wrong'): Locator {
    return this.card
      .getByRole('radiogroup', { name: 'Problem with the source' })
      .getByRole('radio', { name });
  }

  /** Marks the source as unreliable with the mouse, and gives the reason. */
  async markUnreliable(name: 'Withdrawn' | 'Wrong', reason = ''): Promise<void> {
    await this.standing(name).click();
    await expect(this.reason).toBeFocused();
    await this.reason.fill(reason);
    await this.card.getByRole('button', { name: `Mark as ${name.toLowerCase()}` }).click();
  }

  /** The value of a field of the source by its label, for example `field('Published')`. */
  field(label: string): Locator {
    return this.card
      .locator('dl > div')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .getByRole('definition');
  }

  file(name: string): Locator {
    return this.files.filter({ hasText: name });
  }

  /** Chooses another source as a duplicate of this one. */
  async chooseDuplicate(title: string): Promise<void> {
    await this.sameAs.click();
    await this.page.getByRole('option', { name: title }).click();
  }
}
