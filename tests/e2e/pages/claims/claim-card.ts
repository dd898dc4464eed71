import type { Locator, Page } from '@playwright/test';

export type VerdictLabel = 'Verified' | 'Disputed' | 'Can’t verify' | 'Unchecked';

/** The card on the right with everything about the current claim. */
export class ClaimCard {
  readonly card: Locator;
  readonly heading: Locator;
  /** The card of an unplaced claim. */
  readonly unplaced: Locator;
  /** The card while no claim is the current one. */
  readonly empty: Locator;
  readonly words: Locator;
  readonly note: Locator;
  readonly correction: Locator;
  readonly claimant: Locator;
  readonly kind: Locator;
  /** The answers of the author in Word reports that came back. */
  readonly answers: Locator;
  readonly evidence: Locator;
  readonly addSource: Locator;
  readonly history: Locator;
  readonly deleteClaim: Locator;
  readonly close: Locator;

  constructor(private readonly page: Page) {
    this.card = page.getByRole('region', { name: /^Claim \d+$/ });
    this.empty = page.getByRole('region', { name: 'Claim', exact: true });
    this.unplaced = page.getByRole('region', { name: 'Claim without a place' });
    this.heading = this.card.getByRole('heading', { name: /^Claim \d+$/ });
    this.words = this.card.locator('[role="comment"]');
    this.note = this.card.getByRole('textbox', { name: 'Note' });
    this.correction = this.card.getByRole('textbox', { name: 'Change to' });
    this.claimant = this.card.getByRole('textbox', { name: 'Stated by' });
    this.kind = this.card.getByRole('button', { name: 'Kind' });
    this.answers = this.card.getByRole('region', { name: 'Answers from the author' });
    // Only direct children, because each item contains a list of files.
    this.evidence = this.card.getByRole('region', { name: 'Evidence' }).locator('> ul > li');
    this.addSource = this.card.getByRole('button', { name: /^Add source$|^Continue adding source$/ });
    this.history = this.card.getByRole('region', { name: 'History' }).getByRole('listitem');
    this.deleteClaim = this.card.getByRole('button', { name: 'Delete claim' });
    this.close = this.card.getByRole('button', { name: 'Close' });
  }

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
