import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Origin } from '../../../../shared/domain/draft';
import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import { emptyReview } from '../../../../shared/domain/review/review';
import { openArticle } from '../../../../shared/drafts/open-article';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { StetError } from '../../errors/stet-error';
import { moment, type Outside } from '../../platform';
import { makeFolder, syncFolder, writeWhole } from '../files/durable-file';
import { notSaved } from '../files/not-saved';
import { textSum, writeDraft } from '../review/draft-files';
import { firstHistory } from '../review/history-file';
import { articleFolder, articlePaths, libraryPaths } from './article-folder';
import type { LibraryRow } from './library-file';
import { entryOf } from './summarize-review';
import { folderInMaking } from './unfinished-folder';

/** What became of the original when the article could not be made of it. */
const originalWords: Record<Origin['kind'], string> = {
  file: 'The article was not opened; its file is as it was.',
  paste: 'The article was not opened; what was pasted is not stored.',
  sample: 'The sample article was not opened.',
  corrections: 'The article was not opened.',
  web: 'The article was not opened; the page can be fetched again.',
};

interface Creation extends Pick<Outside, 'now' | 'newId'> {
  libraryFolder: string;
  reviewer: string | null;
  /** The page that the draft was fetched from, for the vault; null when it is from elsewhere. */
  page: { sha256: string; bytes: Uint8Array } | null;
}

/** The sample's verdicts are nobody's: they must not seem to be the reviewer's own. */
const sampleReviewer = 'Sample';

/**
 * Makes the folder of a new article with its draft and the first line of its history, under another name; the last step
 * gives it its own, so that an article is there whole or not at all. Resolves once it would survive a power cut, to its row
 * in the library. Rejects with `badRequest` or `notSaved`, and then nothing is left behind.
 */
export async function createArticle(proposal: DraftProposal, creation: Creation): Promise<LibraryRow> {
  const { libraryFolder, now, newId, reviewer, page } = creation;
  const id = newId();
  const facts = { by: reviewer, at: moment(creation), newId };
  const judgedBy = proposal.origin.kind === 'sample' ? sampleReviewer : reviewer;
  const { draft, change } = openArticle(proposal, id, textSum(proposal.text), facts, judgedBy);
  const review = emptyReview();
  const applied = applyEdits(review, change.edits);
  if (!applied.ok)
    throw new StetError(
      'badRequest',
      'This article can’t be opened: its parts do not fit together. Nothing was changed.',
      {
        cause: applied.reason,
      },
    );

  const { articles } = libraryPaths(libraryFolder);
  const half = articlePaths(folderInMaking(libraryFolder, id));
  const history = firstHistory(change);
  try {
    await makeFolder(half.drafts);
    await writeDraft(half.drafts, draft, now);
    if (page) {
      await makeFolder(half.vault);
      await writeWhole(join(half.vault, page.sha256), page.bytes);
    }
    await writeWhole(half.history, history);
    await rename(half.folder, articleFolder(libraryFolder, id));
    await syncFolder(articles);
  } catch (error) {
    await rm(half.folder, { recursive: true, force: true }).catch(() => undefined);
    throw notSaved(error, originalWords[proposal.origin.kind]);
  }
  return {
    entry: { ...entryOf(review, draft, change.at), binnedAt: null },
    historyBytes: Buffer.byteLength(history),
  };
}
