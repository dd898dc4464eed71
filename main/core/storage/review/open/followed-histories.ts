import { stat } from '../../files/disk';
import { articleFolder, articlePaths } from '../../paths';
import type { OpenReview } from './open-review';

/** Looks whether another Stet, which may write to the library, has gone on with articles that are open here for reading. */
export class FollowedHistories {
  /** Size in bytes that each history had at the last look. */
  readonly #seen = new Map<string, number>();

  /**
   * The open articles whose history has another size than before, also those that were opened when this Stet might still write to
   * them. Never rejects.
   */
  async findChanged(open: ReadonlyMap<string, OpenReview>, libraryFolder: string): Promise<string[]> {
    const changed: string[] = [];
    for (const [articleId, review] of [...open]) {
      const store = await review.getStore();
      if (!store) continue;
      const size = await stat(articlePaths(articleFolder(libraryFolder, articleId)).history).then(
        (stats) => stats.size,
        () => null,
      );
      if (size === null) continue;
      // A damaged history is longer than what could be read of it.
      const before = this.#seen.get(articleId) ?? (store.isDamaged ? size : store.end.bytes);
      this.#seen.set(articleId, size);
      if (size !== before) changed.push(articleId);
    }
    for (const articleId of this.#seen.keys()) if (!open.has(articleId)) this.#seen.delete(articleId);
    return changed;
  }
}
