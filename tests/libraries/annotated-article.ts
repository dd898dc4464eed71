import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import { editClaim, splitClaim } from '#shared/domain/claims/claim-edits.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import {
  acceptProposedEvidence,
  declineProposedEvidence,
  listProposedEvidence,
  listUnseenEvidence,
  reopenProposedEvidence,
} from '#shared/domain/sources/proposed-evidence-edits.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { findUniqueSpan } from '#shared/sample/sample-article.ts';
import { importArticle } from './articles.ts';
import { createTestProposal, findWords } from './proposals.ts';
import { createReviewer } from './reviewer.ts';
import type { TestLibrary } from './test-library.ts';

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

const paragraphs = [
  'The quay was closed in 2018. It opened again in 2021.',
  'The works cost £4.2 million, the harbour office says.',
];

const annotations = {
  'closed in 2018. It opened again in 2021': 'https://quay.example/works, p. 12',
  '£4.2 million': 'Ledger of the works (doi:10.1234/quay.2021), table 3',
  'harbour office': 'Ines Faro, ines@harbour.example, spoke to me on 3 May',
};

/** An article as it comes from a Word file that its author annotated. */
function quayManuscript(): DraftProposal {
  const at = '2026-11-20T10:00:00.000Z';
  const annotate = (text: string) => createAnnotation([{ by: 'Cora Lane', at, text }], false);
  const proposal = createTestProposal(paragraphs, {
    title: 'The quay',
    byline: 'Cora Lane',
    origin: createFileOrigin('quay.docx'),
    annotationsWithoutWords: [annotate('Ask the harbour office for the new timetable.')],
  });
  return {
    ...proposal,
    claims: Object.entries(annotations).map(([words, text]) =>
      createAnnotatedClaim(findUniqueSpan(proposal.text, words), annotate(text)),
    ),
  };
}

/** The map of the manuscript: each paragraph is one text element of the file. */
function createQuayMap() {
  const [first, second] = paragraphs.map((text, element) => ({
    part: 0,
    element,
    offset: 0,
    length: text.length,
  }));
  if (!first || !second) throw new Error('the manuscript has two paragraphs');
  return { parts: ['word/document.xml'], segments: [first, { text: '\n\n' }, second] };
}

/** A text with a note that is its author's source, a thread of author and editor, and a comment of the editor alone. */
function tollManuscript(): DraftProposal {
  const text = 'The toll was £2 in 1990.[1] It rose to £3 in 2004.';
  const proposal = createTestProposal(
    [
      {
        kind: 'paragraph',
        level: null,
        text,
        marks: [{ kind: 'noteRef', ...findWords(text, '[1]'), href: null, target: 'toll' }],
      },
      {
        kind: 'note',
        level: null,
        name: 'toll',
        text: '[1] Toll book 1990, p. 3; Ines Faro, 555 0102',
        marks: [],
      },
    ],
    { title: 'The toll', byline: 'Cora Lane', origin: createFileOrigin('toll.docx') },
  );
  const at = '2026-11-27T10:00:00.000Z';
  const claim = (words: string, ...comments: { by: string; text: string }[]) =>
    createAnnotatedClaim(
      findUniqueSpan(proposal.text, words),
      createAnnotation(
        comments.map((comment) => ({ ...comment, at })),
        false,
      ),
    );
  return {
    ...proposal,
    claims: [
      claim('£2', { by: 'Ed Gray', text: 'Is that each way?' }),
      claim(
        'rose to £3',
        { by: 'Cora Lane', text: 'https://toll.example/2004' },
        { by: 'Ed Gray', text: 'Please check the year.' },
      ),
    ],
  };
}

/** Creates an article whose notes are its author's sources, with an editor's comments as notes of its claims. */
export async function createTollArticle(library: TestLibrary): Promise<void> {
  const proposalId = await library.propose(tollManuscript());
  const choice = { authors: ['Cora Lane'], areNotesSources: true };
  const { articleId } = await library.call('article.create', {
    proposalId,
    edits: { ...noProposalEdits, annotations: choice },
  });
  await library.article(articleId).close();
}

/** Creates an article with evidence that its author proposed: one accepted, one declined, the others not looked at. */
export async function createQuayArticle(library: TestLibrary): Promise<void> {
  const proposalId = await library.propose(quayManuscript(), createQuayMap());
  const choice = { authors: ['Cora Lane'], areNotesSources: false };
  const { articleId } = await library.call('article.create', {
    proposalId,
    edits: { ...noProposalEdits, annotations: choice },
  });
  const article = library.article(articleId);
  await article.applyStep(({ review, draft, context }) => {
    const [first] = listPlacedClaims(review, draft.id);
    return first ? splitClaim(review, draft, first, context) : null;
  });
  await article.applyStep(({ review, draft, context }) => {
    const [first] = listPlacedClaims(review, draft.id);
    const [proposed] = first ? listUnseenEvidence(review, first.claim.id) : [];
    return proposed ? acceptProposedEvidence(review, proposed, context) : null;
  });
  await article.applyStep(({ review, draft, context }) => {
    const last = listPlacedClaims(review, draft.id).at(-1);
    const [proposed] = last ? listUnseenEvidence(review, last.claim.id) : [];
    return proposed ? declineProposedEvidence(proposed, 'She did not call back.', context) : null;
  });
  await article.applyStep(({ review, draft }) => {
    const last = listPlacedClaims(review, draft.id).at(-1);
    const [declined] = last ? listProposedEvidence(review, last.claim.id) : [];
    return declined ? reopenProposedEvidence(declined) : null;
  });
  await article.undo();
  // The next draft keeps the comment on no words of the one before.
  await article.acceptDraft(importArticle('quay.txt', paragraphs.join('\n\n').replace('2021', '2022')));
  await article.close();
}

/** An interview as it comes from subtitles: each paragraph has its time. */
export function interviewProposal(): DraftProposal {
  return createTestProposal(
    [
      { kind: 'paragraph', level: null, text: 'We counted 300 boats.', marks: [], startsAtMs: 750_000 },
      { kind: 'paragraph', level: null, text: 'There were 40 in 1990.', marks: [], startsAtMs: 762_500 },
    ],
    { title: 'Interview', origin: createFileOrigin('interview.vtt') },
  );
}
