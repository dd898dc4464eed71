import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Draft, draftSchema } from '#shared/domain/base/draft.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { type Change, changeSchema } from '#shared/domain/review/change.ts';
import { createEmptyReview, getNewestDraft, type Review } from '#shared/domain/review/review.ts';

const lineSchema = z.object({ change: changeSchema });
const draftFileSchema = z.object({ draft: draftSchema });

/** An older draft, and the review as it stood when the next one was added. */
export interface PastDraft {
  review: Review;
  draft: Draft;
}

/** The review, replayed from the first line of the history on the disk, without asking the app. */
export class StoredReview {
  readonly changes: Change[] = [];
  readonly review: Review = createEmptyReview();
  readonly #drafts = new Map<string, Draft>();
  #bytesRead = 0;

  constructor(private readonly folder: string) {}

  static forArticle(userData: string, articleId: string): StoredReview {
    return new StoredReview(join(userData, 'library', 'articles', articleId));
  }

  /** Applies the changes that were appended since the last call, and returns them. Throws when one does not apply. */
  readNewChanges(): Change[] {
    const bytes = readFileSync(join(this.folder, 'history.jsonl'));
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end <= this.#bytesRead) return [];
    const newLines = bytes.toString('utf8', this.#bytesRead, end).trimEnd().split('\n');
    this.#bytesRead = end;
    const changes = newLines.map((line) => lineSchema.parse(JSON.parse(line)).change);
    for (const change of changes) {
      const applied = applyEdits(this.review, change.edits);
      if (!applied.ok) throw new Error(`the history does not apply: ${change.action}, ${applied.reason}`);
    }
    this.changes.push(...changes);
    return changes;
  }

  /** The newest draft with its text. */
  get draft(): Draft {
    return this.#getDraft(getNewestDraft(this.review).id);
  }

  /** A draft with the review as it stood when the next one was added, replayed from the first line of the history. */
  replayUntilNextDraft(number: number): PastDraft {
    const ids = new Map([...this.review.drafts.values()].map((row) => [row.number, row.id]));
    const nextId = ids.get(number + 1);
    const end = this.changes.findLastIndex(({ edits }) =>
      edits.some((edit) => edit.table === 'drafts' && edit.id === nextId && 'create' in edit),
    );
    const review = createEmptyReview();
    for (const { action, edits } of this.changes.slice(0, end))
      if (!applyEdits(review, edits).ok) throw new Error(`the history does not apply: ${action}`);
    return { review, draft: this.#getDraft(ids.get(number) ?? '') };
  }

  #getDraft(id: string): Draft {
    if (!this.#drafts.has(id)) this.#readDrafts();
    const draft = this.#drafts.get(id);
    if (!draft) throw new Error(`the text of draft ${id} is not on the disk`);
    return draft;
  }

  #readDrafts(): void {
    const folder = join(this.folder, 'drafts');
    for (const name of readdirSync(folder).filter((file) => /(?<!\.map)\.json$/.test(file))) {
      const { draft } = draftFileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      this.#drafts.set(draft.id, draft);
    }
  }
}
