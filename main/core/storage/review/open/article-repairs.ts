import type { DraftProposal } from '../../../../../shared/import/proposal';
import { articleFolder } from '../../paths';
import { type RestoreDraftContext, restoreDraftFrom } from '../../repair/restore-draft';
import { hashText } from '../draft-files';
import type { ReviewRegistry } from './review-registry';

/** Repairs of articles that may be open, and the accounts of what repairs did. */
export class ArticleRepairs {
  /** Accounts that the reviewer has not seen yet, by article. */
  readonly #accounts = new Map<string, string[]>();

  constructor(
    private readonly registry: ReviewRegistry,
    private readonly context: RestoreDraftContext,
  ) {}

  /** Keeps the account of a repair until the reviewer sees it. */
  report(articleId: string, account: string): void {
    this.#accounts.set(articleId, [...(this.#accounts.get(articleId) ?? []), account]);
  }

  /** Takes the accounts that the reviewer has not seen yet. */
  takeAccounts(articleId: string): string[] {
    const accounts = this.#accounts.get(articleId) ?? [];
    this.#accounts.delete(articleId);
    return accounts;
  }

  /**
   * Restores the text of a draft of an open article that could not be read, when an import has that text. Resolves to the
   * articles that have to be shown again. Rejects with the system's error.
   */
  async restoreText(proposal: DraftProposal): Promise<string[]> {
    const restored: string[] = [];
    for (const [articleId, review] of [...this.registry.reviews]) {
      const rows = (await review.getStore())?.problems.lostDrafts ?? [];
      const folder = articleFolder(this.context.libraryFolder, articleId);
      const row = rows.find(({ sha256 }) => sha256 === hashText(proposal.text));
      if (!row) continue;
      await this.registry.closeAndRun(articleId, async () => {
        if (await restoreDraftFrom(folder, row, proposal, this.context)) restored.push(articleId);
      });
    }
    return restored;
  }
}
