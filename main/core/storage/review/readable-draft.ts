import type { Claim } from '../../../../shared/domain/claim';
import type { Draft, DraftRow } from '../../../../shared/domain/draft/draft';
import type { Placement } from '../../../../shared/domain/draft/placement';
import { findPlacement } from '../../../../shared/domain/review/placed-claims';
import {
  findReferrers,
  getArticle,
  putEntity,
  type Review,
  removeEntity,
} from '../../../../shared/domain/review/review';
import { createMaterialChange } from '../../../../shared/text-changes/word-change';
import { StetError } from '../../errors/stet-error';
import type { DraftFiles } from './draft-files';

interface ReadableDraft {
  draft: Draft;
  /** The newer drafts whose text can't be read, newest first. */
  lost: readonly DraftRow[];
}

const replacementText = 'The text of this article can’t be read.';

/**
 * Reads the newest draft that can be read. The review is changed as if the newer ones did not exist: claims that stand only in
 * them are listed as lost. When no draft can be read, a sentence stands for the text, so that claims and sources can still be
 * read and exported. Rejects with `readOnly` when a newer Stet wrote a draft.
 */
export async function readNewestReadableDraft(review: Review, drafts: DraftFiles): Promise<ReadableDraft> {
  const rows = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const lost: DraftRow[] = [];
  for (const row of rows) {
    const draft = await readIfWhole(row, drafts);
    if (!draft) {
      lost.push(row);
      continue;
    }
    for (const { id } of lost) hideDraft(review, id);
    if (lost.length > 0) addLostPlacements(review, draft.id);
    return { draft, lost };
  }
  const [newest] = rows;
  if (!newest) throw new Error('the review holds no draft');
  for (const { id } of rows) hideDraft(review, id);
  putEntity(review, 'drafts', newest);
  addLostPlacements(review, newest.id);
  return { draft: createReplacement(newest, getArticle(review).language), lost };
}

async function readIfWhole(row: DraftRow, drafts: DraftFiles): Promise<Draft | null> {
  try {
    return await drafts.read(row);
  } catch (error) {
    if (error instanceof StetError && error.code === 'damaged') return null;
    throw error;
  }
}

/** Removes a draft from the review in memory, with everything that stands in its text. */
function hideDraft(review: Review, draftId: string): void {
  for (const table of ['placements', 'dismissals'] as const)
    for (const { id } of findReferrers(review, `drafts/${draftId}`, table)) removeEntity(review, table, id);
  removeEntity(review, 'drafts', draftId);
}

function addLostPlacements(review: Review, draftId: string): void {
  for (const claim of review.claims.values())
    if (!findPlacement(review, claim.id, draftId))
      putEntity(review, 'placements', createLostPlacement(claim, draftId));
}

function createLostPlacement({ id, judged }: Claim, draftId: string): Placement {
  return {
    id: `lost-${id}`.slice(0, 64),
    claimId: id,
    draftId,
    span: null,
    status: 'lost',
    candidates: [],
    changes: judged ? [createMaterialChange(judged.words, '', 'words')] : [],
    resolved: false,
  };
}

function createReplacement(row: DraftRow, language: string | null): Draft {
  const { id, number, importedAt, origin, sha256 } = row;
  const text = replacementText;
  const block = {
    id: 'replacement',
    kind: 'paragraph',
    level: null,
    page: null,
    startsAtMs: null,
    start: 0,
    end: text.length,
  } as const;
  const body = { text, blocks: [block], marks: [] };
  return { id, number, importedAt, origin, sha256, language, account: null, earlierComments: [], ...body };
}
