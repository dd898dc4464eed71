import { editClaim } from '../../shared/domain/claims/claim-edits';
import { createFileOrigin } from '../../shared/domain/draft/draft';
import { listPlacedClaims } from '../../shared/domain/review/placed-claims';
import { getDurableId } from '../../shared/domain/word-comments';
import { createAnnotatedClaim } from '../../shared/import/annotations/annotated-claim';
import { createAnnotation } from '../../shared/import/annotations/annotation';
import type { DraftProposal } from '../../shared/import/proposal';
import { createTestProposal, findWords } from './proposals';
import { createReviewer } from './reviewer';
import type { TestLibrary } from './test-library';

/** The lighthouse manuscript, with a figure that its author corrects in the second draft. */
function lighthouseManuscript(height: string): DraftProposal {
  return createTestProposal([`The lighthouse is ${height} high. It was lit in 1871.`], {
    title: 'The lighthouse',
    byline: 'Cora Lane',
    origin: createFileOrigin('lighthouse.docx'),
  });
}

/**
 * Creates an article whose report came back: one correction was accepted, and one comment answered and resolved.
 */
export async function createLighthouseArticle(library: TestLibrary): Promise<void> {
  const first = library.article((await library.createArticle(lighthouseManuscript('40 metres'))).articleId);
  const reviewer = createReviewer(first);
  await reviewer.markClaim('40 metres', 'disputed');
  await reviewer.markClaim('1871', 'verified');
  let ids: string[] = [];
  await first.applyStep(({ review, draft }) => {
    const [height, year] = listPlacedClaims(review, draft.id).map(({ claim }) => claim);
    if (!height || !year) throw new Error('the article has two claims');
    ids = [height.id, year.id];
    return editClaim(height, { correction: '31 metres' });
  });
  const back = lighthouseManuscript('31 metres');
  const at = '2026-11-28T10:00:00.000Z';
  const comment = (index: number, words: string, replies: string[]) => {
    const said = replies.map((text) => ({ by: 'Cora Lane', at, text }));
    const ours = { by: 'Bea Marsh', at, text: `Verified · claim ${index + 1}` };
    return createAnnotatedClaim(
      findWords(back.text, words),
      createAnnotation([ours, ...said], said.length > 0, {
        durableId: getDurableId(ids[index] ?? ''),
        status: 'verified',
        number: index + 1,
        hasUndecidedChange: false,
      }),
    );
  };
  await first.acceptDraft({
    ...back,
    claims: [comment(0, '31 metres', []), comment(1, '1871', ['The log says so, p. 3.', 'And the keeper.'])],
  });
  await first.close();
}
