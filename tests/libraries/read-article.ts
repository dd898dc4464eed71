import { dismissSpans, reopenSpans } from '#shared/coverage/dismissal-edits.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import { createTag, deleteTag, editTag, findTagByName, setTag } from '#shared/domain/claims/tag-edits.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { dismissQuery, reopenQuery } from '#shared/queries/base/dismissals.ts';
import type { Query } from '#shared/queries/base/query.ts';
import { importArticle } from './articles.ts';
import { findWords } from './proposals.ts';
import { createReviewer } from './reviewer.ts';
import type { TestArticle, TestLibrary } from './test-library.ts';

const pierText = `The pier

The pier at Kelderhaven opened in May. It is open on all days.

It carries 412 people an hour, against 340 before, a third more. “We built it for them, said Ada Brook.

The council of Kelderhafen paid 3 million pounds. Nobody asked why. The work took two years.
`;

function listClaims(review: Review, draftId: string): Claim[] {
  return listPlacedClaims(review, draftId).map(({ claim }) => claim);
}

function getTag(review: Review, name: string) {
  const tag = findTagByName(review, name);
  if (!tag) throw new Error(`no tag ${name}`);
  return tag;
}

/** The actions of a person who reads every line. They name spans, and the places of queries, by their words. */
function createReader(article: TestArticle) {
  return {
    dismiss: (...words: string[]) =>
      article.applyStep(({ review, draft, context }) =>
        dismissSpans(
          review,
          draft,
          words.map((one) => findWords(draft.text, one)),
          context,
        ),
      ),
    reopen: (words: string) =>
      article.applyStep(({ review, draft, context }) =>
        reopenSpans(review, draft, [findWords(draft.text, words)], context),
      ),
    dismissQuery: (
      rule: Query['rule'],
      reason: string | null,
      [first, ...others]: [string, ...string[]],
      quote?: string,
    ) =>
      article.applyStep(({ draft, context }) => {
        const places: Query['places'] = [
          findWords(draft.text, first),
          ...others.map((one) => findWords(draft.text, one)),
        ];
        const query = { rule, places, explanation: 'Is that so?', ...(quote === undefined ? {} : { quote }) };
        return dismissQuery(query, draft.text, reason, context);
      }),
    reopenQuery: (rule: Query['rule']) =>
      article.applyStep(({ review }) => {
        const dismissal = [...review.dismissedQueries.values()].find((one) => one.rule === rule);
        return dismissal ? reopenQuery(dismissal) : null;
      }),
  };
}

/** Tags claims, and renames, colours and deletes tags. */
async function tagClaims(article: TestArticle): Promise<void> {
  await article.applyStep(({ review, draft, context }) =>
    createTag(review, { name: 'Legal', color: 'red' }, listClaims(review, draft.id), context),
  );
  await article.applyStep(({ review, draft, context }) =>
    createTag(review, { name: 'ask Ada', color: 'blue' }, listClaims(review, draft.id).slice(0, 1), context),
  );
  await article.applyStep(({ review, context }) =>
    createTag(review, { name: 'Later', color: 'grey' }, [], context),
  );
  await article.applyStep(({ review }) =>
    editTag(review, getTag(review, 'ask Ada'), { name: 'Ask the author', color: 'teal' }),
  );
  await article.applyStep(({ review, draft }) =>
    setTag(listClaims(review, draft.id).slice(1), getTag(review, 'Legal').id, false),
  );
  await article.applyStep(({ review }) => deleteTag(review, getTag(review, 'Later')));
}

/** Creates an article of which every line was read: with dismissed sentences, spans and queries, tags and a deadline. */
export async function createPierArticle(library: TestLibrary): Promise<void> {
  const { articleId } = await library.createArticle(importArticle('pier.txt', pierText));
  const article = library.article(articleId);
  const reviewer = createReviewer(article);
  const reader = createReader(article);
  await article.applyStep(({ review }) => {
    const [row] = review.article.values();
    return row ? editArticle(row, { deadline: '2026-12-01T17:00:00.000Z' }) : null;
  });
  await reviewer.markClaim('412 people an hour', 'verified', { kind: 'figure' });
  await reviewer.markClaim('3 million pounds');
  await tagClaims(article);

  // Whole sentences, and a spotted name.
  await reader.dismiss('It is open on all days.');
  await reader.dismiss('Ada Brook');
  await reader.dismiss('Nobody asked why.', 'The work took two years.');
  await reader.reopen('The work took two years.');
  await article.undo();

  await reader.dismissQuery('percentage', '412 against 340 is a fifth more; asked the author.', [
    '412',
    'a third more',
  ]);
  await reader.dismissQuery('spelling', null, ['Kelderhaven', 'Kelderhafen']);
  await reader.dismissQuery('quoted-words', 'The file is a scan.', ['3 million pounds'], '3,000,000 pounds');
  await reader.dismissQuery('quotation-mark', 'House style', ['“We built it for them']);
  await reader.reopenQuery('quotation-mark');

  // One dismissed sentence changes in the next draft; the others are carried.
  await article.acceptDraft(
    importArticle('pier.txt', `A new beginning.\n\n${pierText.replace('two years', 'three years')}`),
  );
  await reader.dismiss('A new beginning.');
  await article.close();
}
