import { createTag } from '#shared/domain/claims/tag-edits.ts';
import { editArticle } from '#shared/domain/review/article-edits.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { adoptReferences } from '#shared/domain/sources/article-references.ts';
import { editEvidence } from '#shared/domain/sources/evidence-edits.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { importArticle, millMarkdown, millSecondDraft } from './articles.ts';
import { createTestProposal, findWords } from './proposals.ts';
import { createReviewer } from './reviewer.ts';
import { createEvidenceFields, emptySource, millSources } from './sources.ts';
import type { TestLibrary } from './test-library.ts';

const quotation = 'Sie sagte: „Die Brücke über die Spree ist 120 m lang“ – und schwieg.';

/** Several scripts and directions, characters outside the BMP, combining marks, and each kind of block and mark. */
function scriptManuscript(population: string, row: string): DraftProposal {
  return createTestProposal(
    [
      { kind: 'heading', level: 1, text: 'Die Brücke 橋 جسر', marks: [], page: 1 },
      {
        kind: 'paragraph',
        level: null,
        page: 1,
        text: quotation,
        marks: [
          { kind: 'bold', ...findWords(quotation, 'Brücke'), href: null, target: null },
          { kind: 'italic', ...findWords(quotation, 'Spree'), href: null, target: null },
          { kind: 'link', ...findWords(quotation, '120 m'), href: 'https://brücke.example/ü', target: null },
          { kind: 'noteRef', ...findWords(quotation, '–'), href: null, target: 'note' },
        ],
      },
      {
        kind: 'quote',
        level: null,
        page: 1,
        text: `橋は1974年に開通した。人口は${population}だった。`,
        marks: [],
      },
      { kind: 'listItem', level: null, page: 2, text: 'الجسر بُني عام 1911 وطوله 120 مترًا.', marks: [] },
      { kind: 'listItem', level: null, page: 2, text: 'הגשר נסגר בשנת 2018.', marks: [] },
      {
        kind: 'caption',
        level: null,
        page: 2,
        text: 'Cafe\u0301 am Ufer 👩‍👩‍👧‍👦 🇩🇪, photographed in 2019',
        marks: [],
      },
      { kind: 'tableRow', level: null, page: 2, text: row, marks: [] },
      { kind: 'note', level: null, page: 2, name: 'note', text: '1 Архив города, л. 12', marks: [] },
    ],
    {
      title: 'Die Brücke 橋 جسر',
      byline: 'Zoë Ångström',
      link: 'https://example.org/br%C3%BCcke',
      language: 'de',
    },
  );
}

const archive = {
  ...emptySource,
  title: 'Архив города 📁',
  author: 'Þóra Ł.',
  publisher: 'Городской архив',
  publishedAt: '1974',
};

/** Creates an article in several scripts, with each kind of claim, and a claim whose words a new draft lacks. */
export async function createScriptArticle(library: TestLibrary): Promise<void> {
  const { articleId } = await library.createArticle(
    scriptManuscript('3万人', 'Länge\t120 m\tМост через реку'),
  );
  const article = library.article(articleId);
  const reviewer = createReviewer(article);
  await article.applyStep(({ review }) =>
    editArticle(getArticle(review), { publishedAt: '2026-11-19', deadline: '2026-12-24T12:00:00.000Z' }),
  );
  await reviewer.markClaim('120 m lang', 'verified', { kind: 'figure', note: 'Gemessen: 120 m ✅' });
  await reviewer.markClaim('1974年', 'disputed', { kind: 'date', correction: '1975年' });
  await reviewer.markClaim('3万人', 'unchecked', { kind: 'other' });
  await reviewer.markClaim('Мост через реку');
  await reviewer.markClaim('הגשר נסגר', 'unverifiable', { kind: 'event', claimant: 'עירייה' });
  await reviewer.markClaim('Cafe\u0301 am Ufer', 'verified', { kind: 'name' });
  await reviewer.markClaim('Die Brücke über die Spree', 'verified', { kind: 'quote' });
  await reviewer.attachEvidence('120 m lang', archive, createEvidenceFields({ quote: 'длина 120 м' }), [
    'Länge – 橋 📏.csv',
    'Länge;120\n',
  ]);
  await article.applyStep(({ review, context }) => {
    const [evidence] = review.evidence.values();
    const [source] = review.sources.values();
    if (!evidence || !source) throw new Error('the article has evidence');
    const fields = createEvidenceFields({ stance: 'context', locator: 'л. 12', note: 'Zweimal gelesen' });
    return editEvidence(review, evidence, fields, source, { fields: archive, files: [] }, context);
  });
  await article.applyStep(({ review, context }) => {
    const page = {
      ...emptySource,
      kind: 'webPage' as const,
      title: 'Brücke',
      url: 'https://example.org/br%C3%BCcke',
    };
    const claimIds = [reviewer.getClaimId('1974年'), reviewer.getClaimId('120 m lang')];
    return adoptReferences(review, [{ fields: page, locator: 'S. 3', claimIds }], context);
  });
  await article.applyStep(({ review, context }) =>
    createTag(review, { name: 'später 🕰️', color: 'blue' }, [...review.claims.values()], context),
  );
  await reviewer.resizeClaim('Cafe\u0301 am Ufer', 'Cafe\u0301');
  // A claim without a place waits in the next draft, and gets one.
  await article.acceptDraft(scriptManuscript('約四万人', 'Länge\t120 m'));
  await reviewer.resizeClaim('Мост через реку', 'Länge');
  await article.close();
}

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
