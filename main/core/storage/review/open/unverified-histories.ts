import type { Platform } from '../../../platform';
import { UnverifiedHistoryError } from '../history/earlier-changes';
import type { OpenReview } from './open-review';
import type { ReviewRegistry } from './review-registry';

/** Articles whose history could not be verified after they were opened. They are read as a whole from then on. */
export class UnverifiedHistories {
  readonly #articleIds = new Set<string>();

  constructor(
    private readonly registry: ReviewRegistry,
    private readonly context: Pick<Platform, 'log'>,
  ) {}

  has(articleId: string): boolean {
    return this.#articleIds.has(articleId);
  }

  /** Waits until the history of a review that is being opened is verified. When it can't be, starts again. Never rejects. */
  async watch(review: OpenReview): Promise<void> {
    try {
      await (await review.getStore())?.waitUntilVerified();
    } catch (error) {
      if (error instanceof UnverifiedHistoryError) await this.startAgain(review, error);
    }
  }

  /**
   * Closes an article whose history could not be verified. The next call reads it as a whole, which names the damage, repairs it
   * or asks how to, as for an article that is short. The window shows it again. Never rejects.
   */
  async startAgain(review: OpenReview, error: UnverifiedHistoryError): Promise<void> {
    this.#articleIds.add(review.articleId);
    if (!this.registry.has(review)) return;
    // Damage is named when the article is read again.
    if (error.cause !== undefined)
      this.context.log.error('the history of an article could not be verified after it was opened', error);
    await this.registry.showAgain(review);
  }
}
