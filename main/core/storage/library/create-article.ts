import type { Origin } from '../../../../shared/domain/draft/draft';
import type { StoredTextMap } from '../../../../shared/domain/draft/text-map';
import { applyEdits } from '../../../../shared/domain/history/apply-edits';
import { createEmptyReview } from '../../../../shared/domain/review/review';
import { openArticle } from '../../../../shared/drafts/create-draft';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { StetError } from '../../errors/stet-error';
import { currentTimestamp, type System } from '../../system';
import { describeDiskError, MaybeStoredError, notSavedError } from '../files/disk-messages';
import { createFolder, writeFileDurably } from '../files/durable-file';
import type { FilePlatform } from '../files/open-store';
import { formatNewHistory } from '../history/history-format';
import { articlePaths } from '../paths';
import { DraftFiles, hashText } from '../review/draft-files';
import { writeToVault } from '../vault/vault-writer';
import { createWholeFolder } from './article-folder';
import { type ArticleSummary, summarizeArticle, writeSummary } from './article-summary';

/** Sentences about the original of an article that could not be created. */
const consequences: Record<Origin['kind'], string> = {
  file: 'The article was not opened; its file is as it was.',
  paste: 'The article was not opened; what was pasted is not stored.',
  sample: 'The sample article was not opened.',
  corrections: 'The article was not opened.',
  web: 'The article was not opened; the page can be fetched again.',
};

/** The error when the disk failed after the article was complete, and again when it was removed. */
function maybeCreatedError({ cause }: MaybeStoredError): StetError {
  const { why, remedy } = describeDiskError(cause);
  const message = `Not saved for certain: ${why}. The article may have been stored; then the library lists it at the next start. ${remedy}, and look there before you open it again.`;
  return new StetError('notSaved', message, { cause });
}

interface CreateArticleContext extends FilePlatform, Pick<System, 'libraryFolder' | 'newId'> {
  reviewer: string | null;
  /** The bytes of the file that the draft was read from, when they belong in the vault; else null. */
  original: Uint8Array | null;
  /** The account of the import; null when nothing was imported. */
  account: string[] | null;
  /** Where the text is in that file; null when the format has no map. */
  textMap: StoredTextMap | null;
}

/** The verdicts of the sample must not seem to be the reviewer's own. */
const sampleReviewer = 'Sample';

/**
 * Creates the folder of a new article with its draft, the first line of its history and its summary. Resolves to the summary
 * once the article would survive a power cut. Rejects with `badRequest` or `notSaved`, and then nothing is left behind.
 */
export async function createArticle(
  proposal: DraftProposal,
  context: CreateArticleContext,
): Promise<ArticleSummary> {
  const { newId, reviewer, original, textMap, account } = context;
  const id = newId();
  const editContext = { by: reviewer, at: currentTimestamp(context), newId };
  const judgedBy = proposal.origin.kind === 'sample' ? sampleReviewer : reviewer;
  const sha256 = hashText(proposal.text);
  const { draft, change } = openArticle(proposal, id, sha256, editContext, judgedBy, account);
  const review = createEmptyReview();
  const applied = applyEdits(review, change.edits);
  if (!applied.ok)
    throw new StetError(
      'badRequest',
      'This article can’t be opened: its parts do not fit together. Nothing was changed.',
      { cause: applied.reason },
    );

  const history = formatNewHistory(change);
  const summary = summarizeArticle(id, Buffer.byteLength(history), review, draft, change);
  const fill = async (folder: string) => {
    const paths = articlePaths(folder);
    await createFolder(paths.drafts);
    await new DraftFiles(paths.drafts, context).write(draft, textMap);
    if (original) {
      await createFolder(paths.vault);
      await writeToVault(paths.vault, original, context.access);
    }
    await writeFileDurably(paths.history, history);
    await writeSummary(folder, summary, context);
  };
  try {
    await createWholeFolder(id, fill, context);
  } catch (error) {
    if (error instanceof MaybeStoredError) throw maybeCreatedError(error);
    throw notSavedError(error, consequences[proposal.origin.kind]);
  }
  return summary;
}
