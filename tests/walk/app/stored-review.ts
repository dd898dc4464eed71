import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Draft, draftSchema } from '../../../shared/domain/draft';
import { applyEdits } from '../../../shared/domain/history/apply-edits';
import { type Change, changeSchema } from '../../../shared/domain/history/change';
import { getNewestDraft, createEmptyReview, type Review } from '../../../shared/domain/review/review';

const lineSchema = z.object({ change: changeSchema });
const draftFileSchema = z.object({ draft: draftSchema });

/** The review as the history on the disk has it, played through from its first line, and never asked of the app. */
export class StoredReview {
  readonly changes: Change[] = [];
  readonly review: Review = createEmptyReview();
  readonly #texts = new Map<string, Draft>();
  #read = 0;

  constructor(private readonly folder: string) {}

  static forArticle(userData: string, articleId: string): StoredReview {
    return new StoredReview(join(userData, 'library', 'articles', articleId));
  }

  /** Reads the lines that were added since the last time; what they did. Throws when one does not follow from those before. */
  readNewChanges(): Change[] {
    const bytes = readFileSync(join(this.folder, 'history.jsonl'));
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end <= this.#read) return [];
    const lines = bytes.toString('utf8', this.#read, end).trimEnd().split('\n');
    this.#read = end;
    const added = lines.map((line) => lineSchema.parse(JSON.parse(line)).change);
    for (const change of added) {
      const applied = applyEdits(this.review, change.edits);
      if (!applied.ok) throw new Error(`the history does not follow: ${change.action}, ${applied.reason}`);
    }
    this.changes.push(...added);
    return added;
  }

  /** The newest draft with its text. */
  get draft(): Draft {
    const { id } = getNewestDraft(this.review);
    if (!this.#texts.has(id)) this.#readTexts();
    const draft = this.#texts.get(id);
    if (!draft) throw new Error(`the text of draft ${id} is not on the disk`);
    return draft;
  }

  #readTexts(): void {
    const folder = join(this.folder, 'drafts');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      const { draft } = draftFileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      this.#texts.set(draft.id, draft);
    }
  }
}
