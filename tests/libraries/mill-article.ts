import { importArticle, millMarkdown, millSecondDraft } from './articles';
import { createReviewer } from './reviewer';
import { createEvidenceFields, millSources } from './sources';
import type { TestLibrary } from './test-library';

/** Creates an article with everything: three drafts, unreliable sources, files, and changes that were undone and redone. */
export async function createMillArticle(library: TestLibrary): Promise<void> {
  const { articleId } = await library.createArticle(importArticle('mill.md', millMarkdown));
  const article = library.article(articleId);
  const reviewer = createReviewer(article);
  const { ledger, council, minutes, foreman, wages, gazette, brook } = millSources;

  await reviewer.markClaim('closed in 1974', 'verified', { kind: 'date' });
  await reviewer.attachEvidence(
    'closed in 1974',
    ledger,
    createEvidenceFields({ locator: 'p. 12', quote: 'closed 12 March 1974' }),
    ['ledger.txt', 'The mill closed 12 March 1974.\n'],
  );
  await reviewer.markClaim('1,200 people', 'disputed', {
    claimant: 'Ada Brook',
    note: 'Ledger: 1,150',
    kind: 'figure',
  });
  await reviewer.editClaim('1,200 people', { correction: '1,150 people' });
  await reviewer.attachEvidence(
    '1,200 people',
    foreman,
    createEvidenceFields({ stance: 'refutes', note: 'He counted them.' }),
  );
  await reviewer.markClaim('3 million pounds', 'verified');
  await reviewer.attachEvidence(
    '3 million pounds',
    council,
    createEvidenceFields({ quote: '3,000,000 pounds' }),
    ['minutes.html', '<p>3,000,000'],
  );
  await reviewer.markClaim('The mayor met the owners on 2 April', 'unverifiable');
  await reviewer.attachEvidence(
    'The mayor met the owners on 2 April',
    minutes,
    createEvidenceFields({ stance: 'context' }),
  );
  await reviewer.markClaim('Wages fell by 12 percent', 'verified');
  const following = { ...createEvidenceFields(), stance: null };
  await reviewer.attachEvidence('Wages fell by 12 percent', wages, following);
  await reviewer.markClaim('The river rose by two metres', 'verified');
  await reviewer.attachEvidence('The river rose by two metres', gazette, createEvidenceFields());
  await reviewer.markClaim('It never reopened');
  await reviewer.markClaim('We lost a town', 'verified', { kind: 'quote' });
  await reviewer.mergeSources(council.title, minutes.title);
  await article.undo();
  await article.redo();
  await reviewer.setOrigin(gazette.title, council.title);
  // One verdict is confirmed although its source is unreliable; the other claim has to be checked again.
  await reviewer.setStanding(wages.title, 'withdrawn', 'The office found an error in table 4.');
  await reviewer.setVerdict('Wages fell by 12 percent', 'verified');
  await reviewer.setStanding(gazette.title, 'wrong');
  await reviewer.deleteClaim('It never reopened');
  await article.undo();
  await article.acceptDraft(importArticle('mill second.md', millSecondDraft));
  await reviewer.retireClaim('Wages fell by 12 percent');
  await reviewer.setVerdict('1,200 people', 'disputed');
  await reviewer.resizeClaim(
    'The mayor met the owners on 2 April',
    'The mayor met the owners on 2 April. The owners',
  );
  await library.call('draft.correct', { articleId, claimIds: [reviewer.getClaimId('1,200 people')] });
  await article.undo();
  await article.redo();
  await reviewer.attachEvidence('We lost a town', brook, createEvidenceFields({ locator: '00:12:40' }), [
    'call.txt',
    'We lost a town.',
  ]);
  await reviewer.detachFile('call.txt');
  await reviewer.deleteSource(brook.title);
  await reviewer.removeEvidence('The river rose by two metres');
  await reviewer.setVerdict('3 million pounds', 'disputed');
  await article.undo();
  await article.undo();
  await article.close();
}
