import { describe, expect, test } from 'vitest';
import { hasConfidentialFacts } from '#main/worker/reports/make-report.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import { blockSchema } from '#shared/domain/base/draft.ts';
import type { ProposedEvidence } from '#shared/domain/base/evidence.ts';
import { findReferrers, putEntity, removeEntity } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import { createImportAccount } from '#shared/import/edits/import-account.ts';
import { findLeaksInClaim } from '#shared/reports/confidential/find-leaks-in-claim.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { createProposedEvidence } from '#tests/unit/shared/domain/base/proposed-evidence.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { makeReportAs } from './confidential-review.ts';

const text =
  'Ada Fields: Zelda Quornby told me on the towpath behind the mill, 020 7946 0958, zed@umbrage.example';
const person = {
  kind: 'person',
  title: 'Zelda Quornby',
  contact: '020 7946 0958, zed@umbrage.example',
  confidential: true,
} as const;

/** The sample without confidential sources, where the author named a person for the first claim, which has no other evidence. */
function openAnnotated(more: Partial<ProposedEvidence> = {}, note: string | null = null) {
  const { review, draft } = openSample();
  for (const source of [...review.sources.values()])
    if (source.confidential) putEntity(review, 'sources', { ...source, confidential: false });
  const [claim] = review.claims.values();
  if (!claim) throw new Error('there is no claim');
  for (const { id } of findReferrers(review, `claims/${claim.id}`, 'evidence'))
    removeEntity(review, 'evidence', id);
  putEntity(review, 'claims', { ...claim, note });
  const proposed = createProposedEvidence('p1', claim.id, person, {
    annotation: { by: 'Ada Fields', at: null, text },
    ...more,
  });
  putEntity(review, 'proposedEvidence', proposed);
  return { review, draft, claimId: claim.id };
}

describe.each(formatsWithNotes)('a report as %s', (format) => {
  test('says that evidence was not looked at, and has no word of the annotation', () => {
    const { content, leaks } = makeReportAs(openAnnotated(), format);
    expect(leaks).toEqual([]);
    if (format === 'json') expect(content).toContain('"evidenceUnseen": true');
    else expect(content).toContain('No source. Evidence proposed by the author was not looked at.');
    for (const word of ['Quornby', 'towpath', '7946', 'umbrage']) expect(content).not.toContain(word);
  });

  test('says nothing of it once it was declined or accepted', () => {
    for (const state of ['declined', 'accepted'] as const) {
      const { content } = makeReportAs(openAnnotated({ state }), format);
      expect(content).not.toMatch(/proposed by the author was not looked at|"evidenceUnseen": true/);
    }
  });

  test.each([
    ['the name', 'Zelda Quornby confirmed it.'],
    ['a part of the name', 'Quornby confirmed it.'],
    ['the telephone in other groups', 'Call 0207 946 0958 again.'],
    ['the e-mail', 'Mail zed@umbrage.example again.'],
    ['its words', 'She told me on the towpath behind the mill.'],
  ])('has a leak where a note repeats %s', (_what, note) => {
    for (const state of ['unseen', 'declined'] as const)
      expect(makeReportAs(openAnnotated({ state }, note), format).leaks).not.toEqual([]);
  });
});

describe('the search for leaks', () => {
  const leaksOf = (more: Partial<ProposedEvidence>, note: string) =>
    makeReportAs(openAnnotated(more, note), 'html');

  test('knows telephones of annotations after they were accepted, but not what the checker made public', () => {
    expect(leaksOf({ state: 'accepted' }, 'Call 0207 946 0958.').leaks).not.toEqual([]);
    expect(leaksOf({ state: 'accepted' }, 'Zelda Quornby confirmed it.').leaks).toEqual([]);
  });

  test('asks about the words of an annotation that names a public source, and lets its address pass', () => {
    const annotation = {
      by: 'Ada Fields',
      at: null,
      text: 'Ada: the towpath figures behind the mill, https://a.example/1',
    };
    const source = { ...createProposedEvidence('p', 'c', { url: 'https://a.example/1' }).source };
    const more = {
      annotation,
      source: {
        ...person,
        kind: 'webPage',
        title: null,
        contact: null,
        url: source.url ?? null,
        author: null,
        publisher: null,
        publishedAt: null,
        accessedAt: null,
        confidential: false,
      },
    } as const;
    const { found } = leaksOf(more, 'Not in the towpath figures behind the mill.');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ level }) => level === 'possible')).toBe(true);
    expect(leaksOf(more, 'See a.example.').leaks).toEqual([]);
  });

  test('asks about a person who is named beside a link', () => {
    const address = 'https://a.example/1';
    const annotation = { by: null, at: null, text: `Zelda Quornby in the mill gave me this: ${address}` };
    const { source } = createProposedEvidence('p', 'c', { url: address });
    for (const state of ['unseen', 'declined'] as const)
      for (const name of ['Zelda Quornby', 'Quornby']) {
        const { found } = leaksOf({ annotation, source, state }, `${name} confirmed it.`);
        expect(found.map(({ level }) => level)).toEqual(['possible']);
      }
  });

  test('knows annotations that point at no words', () => {
    const opened = openAnnotated(
      { annotation: { by: null, at: null, text: 'p. 3' }, source: null },
      'Call 030 5550199.',
    );
    const words = 'Ring Zelda Quornby on 030 5550199';
    const comment = createAnnotation([{ by: 'Ada', at: null, text: words }], false);
    const proposal = { claims: [], annotationsWithoutWords: [comment] };
    const account = createImportAccount({ notices: [], proposal, leftOut: null }, []);
    const { leaks } = makeReportAs({ ...opened, draft: { ...opened.draft, account } }, 'html');
    expect(leaks).not.toEqual([]);
    expect(makeReportAs(opened, 'html').leaks).toEqual([]);
    const named = openAnnotated(
      { annotation: { by: null, at: null, text: 'p. 3' }, source: null },
      'Quornby says so.',
    );
    const withAccount = { ...named, draft: { ...named.draft, account } };
    expect(makeReportAs(withAccount, 'html').leaks).not.toEqual([]);
  });

  test('knows those that came with earlier drafts', () => {
    const { review, draft } = openAnnotated(
      { annotation: { by: null, at: null, text: 'p. 3' }, source: null },
      'Call 030 5550199.',
    );
    const later = { ...draft, earlierComments: ['Ada: Ring Ben on 030 5550199'] };
    expect(makeReportAs({ review, draft: later }, 'html').leaks).not.toEqual([]);
    removeEntity(review, 'proposedEvidence', 'p1');
    expect(makeReportAs({ review, draft: later }, 'html').leaks).not.toEqual([]);
  });

  test('is made as soon as there is an annotation', () => {
    const { review, draft } = openAnnotated();
    expect(hasConfidentialFacts(copyReview(review), draft)).toBe(true);
    removeEntity(review, 'proposedEvidence', 'p1');
    expect(hasConfidentialFacts(copyReview(review), draft)).toBe(false);
  });

  test('lets the reply of an editor pass that is the note of its claim, and knows the words of the author', () => {
    const annotation = {
      by: 'Ada',
      at: null,
      text: 'Ada: Ask her on the towpath behind the mill\nBen: Please check this again',
      authorText: 'Ada: Ask her on the towpath behind the mill',
    };
    const asks = (note: string) => leaksOf({ annotation, source: null }, note).leaks.length > 0;
    expect(asks('Ben: Please check this again')).toBe(false);
    expect(asks('Ask her on the towpath behind the mill')).toBe(true);
  });

  describe('in notes that are comments of editors', () => {
    /** The sample with a note of its first claim, and no other annotation. */
    function openNote(note: string, more: Partial<Claim> = {}) {
      const { review, draft, claimId } = openAnnotated();
      removeEntity(review, 'proposedEvidence', 'p1');
      const claim = review.claims.get(claimId);
      if (claim) putEntity(review, 'claims', { ...claim, note, ...more });
      return { review, draft, claimId };
    }
    const note = 'Ben Roe: Ring her on 020 7946 0958 or zed@umbrage.example';

    test('asks about telephones and e-mails', () => {
      const opened = openNote(note, { noteFromComment: true });
      expect(hasConfidentialFacts(copyReview(opened.review), opened.draft)).toBe(true);
      for (const format of formatsWithNotes) {
        const { leaks } = makeReportAs(opened, format);
        expect(leaks).toHaveLength(2);
        for (const leak of leaks)
          expect(leak).toMatch(/^Words in .*claim 1 may be a telephone or e-mail in an imported comment\.$/);
      }
    });

    test('asks nothing about a comment without them, nor about what the reviewer wrote', () => {
      const harmless = openNote('Ben Roe: Really? See p. 12 and 2019–2020.', { noteFromComment: true });
      expect(hasConfidentialFacts(copyReview(harmless.review), harmless.draft)).toBe(false);
      const own = openNote('Asked the press office on 020 7946 0958.');
      expect(hasConfidentialFacts(copyReview(own.review), own.draft)).toBe(false);
    });

    test('asks nothing about a telephone that the article prints', () => {
      const { review, draft } = openNote(note, { noteFromComment: true });
      const text = `${draft.text}\n\nCall 020 7946 0958 or mail zed@umbrage.example.`;
      const last = { ...draft.blocks.at(-1), id: 'last', start: draft.text.length + 2, end: text.length };
      const blocks = [...draft.blocks, ...blockSchema.array().parse([last])];
      expect(makeReportAs({ review, draft: { ...draft, text, blocks } }, 'html').leaks).toEqual([]);
    });
  });

  describe('in answers of the author', () => {
    function openAnswered(note: string | null) {
      const { review, draft, claimId } = openAnnotated();
      removeEntity(review, 'proposedEvidence', 'p1');
      const claim = review.claims.get(claimId);
      const replies = [{ by: 'Ada Fields', at: null, text: 'Ring Zelda Quornby on 020 7946 0958' }];
      const answer = { draftId: draft.id, replies, isResolved: true, correction: null };
      if (claim) putEntity(review, 'claims', { ...claim, note, answers: [answer] });
      return { review, draft };
    }

    test.each(formatsWithNotes)('prints none of them as %s', (format) => {
      const opened = openAnswered(null);
      expect(hasConfidentialFacts(copyReview(opened.review), opened.draft)).toBe(true);
      const { content, leaks } = makeReportAs(opened, format);
      expect(leaks).toEqual([]);
      for (const word of ['Quornby', '7946']) expect(content).not.toContain(word);
    });

    test('says where the reviewer repeats one', () => {
      const { leaks } = makeReportAs(openAnswered('Zelda Quornby, 020 7946 0958, says so.'), 'html');
      expect(leaks).toHaveLength(2);
      for (const leak of leaks) expect(leak).toMatch(/an answer of the author/);
    });
  });

  test('says that a comment on no words is one, whoever wrote it', () => {
    const { review, draft } = openAnnotated({}, 'Call 030 5550199.');
    const later = { ...draft, earlierComments: ['Ben: Ring Cem on 030 5550199'] };
    expect(makeReportAs({ review, draft: later }, 'html').leaks).toEqual([
      'A telephone or e-mail in a comment on no words of the article appears in the note on claim 1.',
    ]);
  });

  test('covers a claim that is copied', () => {
    const { review, draft, claimId } = openAnnotated();
    const claim = review.claims.get(claimId);
    if (claim) putEntity(review, 'claims', { ...claim, correction: 'Zelda Quornby says' });
    expect(findLeaksInClaim(review, draft, claimId, 'words', 'unchecked')).not.toEqual([]);
  });
});
