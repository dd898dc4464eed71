import { describe, expect, test } from 'vitest';
import { listCommenters } from '#shared/import/annotations/commenters.ts';
import { countNotes } from '#shared/import/annotations/notes-as-sources.ts';
import { countNoteClaims, proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation, noAuthors } from '#shared/import/base/annotation.ts';
import { draftProposalSchema } from '#shared/import/base/proposal.ts';
import { applyProposalEdits, noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { createProposal } from '#tests/unit/shared/drafts/checked-articles.ts';
import { countReads } from '../base/count-reads.ts';
import { createNotesProposal } from '../base/notes-proposal.ts';

const by = (name: string, text: string) => ({ by: name, at: null, text });

function annotate(...comments: { by: string; at: string | null; text: string }[]) {
  const proposal = createProposal('It carried 12 million cars in 2019. Nobody was asked.');
  const annotation = createAnnotation(comments, false);
  return { ...proposal, claims: [createAnnotatedClaim({ start: 11, end: 21 }, annotation)] };
}

const ada = { authors: ['Ada Fields'], areNotesSources: false };

describe('a comment', () => {
  test('of an editor stays a note', () => {
    const proposal = annotate(by('Ben Roe', 'https://a.example/1'));
    expect(proposeEvidence(proposal, ada)).toEqual(proposal);
    expect(proposeEvidence(proposal, noAuthors)).toBe(proposal);
  });

  test('of the author becomes proposed evidence with the whole annotation, and no note', () => {
    const [claim] = proposeEvidence(annotate(by('Ada Fields', 'report.pdf, p. 3')), ada).claims;
    expect(claim?.note).toBeNull();
    expect(claim?.proposedEvidence).toMatchObject([
      {
        annotation: { by: 'Ada Fields', at: null, text: 'Ada Fields: report.pdf, p. 3' },
        source: { title: 'report.pdf' },
        locator: 'p. 3',
      },
    ]);
  });

  test('of the author on deleted words says so with the annotation, and nothing is read of them', () => {
    const proposal = annotate(by('Ada Fields', 'p. 3'));
    const remark = '(on deleted words: “sixty million”)';
    const annotation = { ...createAnnotation([by('Ada Fields', 'p. 3')], false), remark };
    const claims = [createAnnotatedClaim({ start: 11, end: 21 }, annotation)];
    expect(claims[0]?.note).toBe(`Ada Fields: p. 3\n${remark}`);
    const [claim] = proposeEvidence({ ...proposal, claims }, ada).claims;
    expect(claim).toMatchObject({
      note: null,
      proposedEvidence: [
        {
          // Searches for leaks would take our own words for the author's, which any other note may repeat.
          annotation: { text: `Ada Fields: p. 3\n${remark}`, authorText: 'Ada Fields: p. 3' },
          locator: 'p. 3',
          quote: null,
        },
      ],
    });
  });

  test('that names several sources proposes each', () => {
    const text = 'report.pdf, p. 3; https://a.example/1';
    const [claim] = proposeEvidence(annotate(by('Ada Fields', text)), ada).claims;
    expect(claim?.proposedEvidence.map(({ source }) => source?.title ?? source?.url)).toEqual([
      'report.pdf',
      'https://a.example/1',
    ]);
  });

  test('in which nothing can be read is kept with its words alone, and is no note either', () => {
    const [claim] = proposeEvidence(annotate(by('Ada Fields', 'My neighbour saw it')), ada).claims;
    expect(claim).toMatchObject({
      note: null,
      proposedEvidence: [{ source: null, locator: null, quote: null }],
    });
  });

  test('of an editor that the author answers keeps the editor’s words as the note', () => {
    const thread = annotate(by('Ben Roe', 'Source?'), by('Ada Fields', 'https://a.example/1'));
    const [claim] = proposeEvidence(thread, ada).claims;
    expect(claim).toMatchObject({
      note: 'Ben Roe: Source?',
      proposedEvidence: [
        {
          annotation: { by: 'Ben Roe', text: 'Ben Roe: Source?\nAda Fields: https://a.example/1' },
          source: { url: 'https://a.example/1', title: null },
        },
      ],
    });
  });
});

describe('notes', () => {
  test('make claims on the sentences that refer to them, when they are the author’s sources', () => {
    const { proposal, notes } = createNotesProposal();
    expect(countNotes(proposal)).toBe(3);
    const { claims, text } = proposeEvidence(proposal, { authors: [], areNotesSources: true });
    expect(claims.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'It carried 12 million cars.[1][2]',
      'It carried 12 million cars.[1][2]',
      'Nobody[3] was asked.',
    ]);
    expect(claims.map(({ proposedEvidence: [first] }) => first?.annotation.text)).toEqual(notes);
    expect(claims.map(({ note }) => note)).toEqual([null, null, null]);
  });

  test('take the address of a link on their words', () => {
    const { proposal } = createNotesProposal();
    const { claims } = proposeEvidence(proposal, { authors: [], areNotesSources: true });
    expect(claims[2]?.proposedEvidence).toMatchObject([
      { source: { url: 'https://council.example/budget', title: 'Council budget' }, locator: 'p. 4' },
    ]);
  });

  test('stay part of the article otherwise', () => {
    const { proposal } = createNotesProposal();
    expect(proposeEvidence(proposal, ada).claims).toEqual([]);
  });
});

test('twice as many notes take little more than twice the work', () => {
  const [few, many] = [100, 200].map((count) => {
    const { proposal } = createNotesProposal(Array.from({ length: count }, (_, index) => `p. ${index + 1}`));
    const { items, reads } = countReads(proposal.blocks);
    const read = { ...proposal, blocks: items };
    expect(countNotes(read)).toBe(count);
    expect(proposeEvidence(read, { authors: [], areNotesSources: true }).claims).toHaveLength(count);
    return reads();
  });
  expect((many ?? 0) / (few ?? 1)).toBeLessThan(2.6);
});

test('the choice is part of the edits of a proposal, and the result is a proposal', () => {
  const edits = { ...noProposalEdits, annotations: ada };
  const edited = applyProposalEdits(annotate(by('Ada Fields', 'Jane Doe, jane@doe.example')), edits);
  expect(
    draftProposalSchema.parse(edited?.proposal).claims[0]?.proposedEvidence[0]?.source?.confidential,
  ).toBe(true);
});

test('claims of notes are counted by their references, and the notes once each', () => {
  const { proposal } = createNotesProposal();
  const again = proposal.marks.map((mark, index) =>
    index === 1 ? { ...mark, target: proposal.marks[0]?.target ?? null } : mark,
  );
  const read = { ...proposal, marks: again };
  expect(countNotes(read)).toBe(2);
  expect(countNoteClaims(read)).toBe(3);
  expect(proposeEvidence(read, { authors: [], areNotesSources: true }).claims).toHaveLength(3);
});

test('commenters are listed with their comments, replies and comments on no words included', () => {
  const proposal = annotate(by('Ben Roe', 'Source?'), by('Ada Fields', 'Here'), by('', 'Thanks'));
  const unplaced = createAnnotation([by('Ada Fields', 'See the map')], false);
  // Nobody is asked about comments of which none is on words.
  const alone = createAnnotation([by('Cem', 'Nice')], false);
  expect(listCommenters({ ...proposal, annotationsWithoutWords: [unplaced, alone] })).toEqual([
    { name: 'Ben Roe', comments: 1 },
    { name: 'Ada Fields', comments: 2 },
    { name: null, comments: 1 },
  ]);
});
