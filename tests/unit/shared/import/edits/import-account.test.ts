import { describe, expect, test } from 'vitest';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import type { ProposedClaim } from '#shared/import/base/proposal.ts';
import type { LeftOut } from '#shared/import/edits/apply-block-edits.ts';
import { createImportAccount, createPreviewAccount } from '#shared/import/edits/import-account.ts';
import { createProposedEvidence } from '#tests/unit/shared/domain/base/proposed-evidence.ts';

const noAnnotations = { claims: [], annotationsWithoutWords: [] };

const { annotation, source, locator, quote } = createProposedEvidence('p', 'c', {
  url: 'https://a.example/1',
});
const noted = { annotation, source, locator, quote };

function leaveOut(leftOut: Partial<LeftOut>): LeftOut {
  return { texts: [], claims: 0, shortened: 0, notes: 0, links: 0, included: 0, ...leftOut };
}

describe('the account of an import', () => {
  test('says the notices, then the comments on no words with who wrote them, then what the reviewer left out', () => {
    const written = [
      { by: 'Ada', at: null, text: 'Call +43 1 234' },
      { by: 'Bo', at: null, text: 'Done' },
    ];
    const account = createImportAccount(
      {
        notices: [{ kind: 'imagesLeftOut', count: 2 }],
        proposal: { claims: [], annotationsWithoutWords: [createAnnotation(written, true)] },
        leftOut: leaveOut({ texts: ['Sign up\nhere', 'Related'], claims: 1, links: 2, shortened: 1 }),
      },
      [],
    );
    expect(account).toEqual([
      '2 images left out',
      '2 comments on no words of the article: no claim made',
      'comment on no words of the article: “Ada: Call +43 1 234 (resolved)\nBo: Done”',
      '2 blocks left out in the preview, with 1 claim and 2 links on them',
      '1 claim loses some of its words',
      'left out in the preview: “Sign up here”',
      'left out in the preview: “Related”',
    ]);
  });

  test('is empty when nothing was left out', () => {
    expect(createImportAccount({ notices: [], proposal: noAnnotations, leftOut: leaveOut({}) }, [])).toEqual(
      [],
    );
  });

  test('says nothing twice, and quotes at most 50 of many blocks, each by its first words', () => {
    const texts = Array.from({ length: 60 }, (_, index) => `${index} ${'Sign up today. '.repeat(20)}`);
    const account = createImportAccount(
      { notices: [], proposal: noAnnotations, leftOut: leaveOut({ texts: ['Same', 'Same', ...texts] }) },
      [],
    );
    expect(account).toHaveLength(50);
    expect(new Set(account).size).toBe(account.length);
    expect(account[0]).toBe('62 blocks left out in the preview');
    expect(Math.max(...account.map(({ length }) => length))).toBeLessThan(120);
  });

  test('keeps at most 200 comments on no words, each by at most 10,000 characters, and counts the others', () => {
    const comments = Array.from({ length: 203 }, (_, index) =>
      createAnnotation([{ by: '', at: null, text: `${index} ${'call her '.repeat(5_000)}` }], false),
    );
    const account = createImportAccount(
      { notices: [], proposal: { claims: [], annotationsWithoutWords: comments }, leftOut: null },
      [],
    );
    expect(account).toHaveLength(202);
    expect(account[0]).toBe('203 comments on no words of the article: no claim made');
    expect(account.at(-1)).toBe('3 more comments on no words of the article not kept: see the file');
    expect(Math.max(...account.map(({ length }) => length))).toBeLessThan(10_100);
  });

  describe('says how many claims the comments made', () => {
    const claim = (...texts: string[]) =>
      createAnnotatedClaim(
        { start: 0, end: 2 },
        createAnnotation(
          texts.map((text) => ({ by: 'Ada', at: null, text })),
          false,
        ),
      );
    const [one, two, thread] = [claim('Why?'), claim('How?'), claim('Who?', 'She', 'Really?')];
    const ofNote: ProposedClaim = {
      ...claim('p. 3'),
      annotation: null,
      note: null,
      proposedEvidence: [noted],
    };
    const account = (claims: ProposedClaim[], added: ProposedClaim[] | null) =>
      createImportAccount(
        { notices: [], proposal: { claims, annotationsWithoutWords: [] }, leftOut: null },
        added,
      );

    test.each<[string, ProposedClaim[], string[]]>([
      ['none', [], []],
      ['one', [one], ['1 comment added as a claim']],
      ['several', [one, two], ['2 comments added as claims']],
      ['a thread', [thread], ['3 comments added as 1 claim, replies with the comment that they answer']],
      ['threads', [one, thread], ['4 comments added as 2 claims, replies with the comment that they answer']],
      ['notes', [ofNote, ofNote], ['2 claims added from notes, which are the author’s sources']],
      [
        'both',
        [one, ofNote],
        ['1 comment added as a claim', '1 claim added from notes, which are the author’s sources'],
      ],
    ])('for an article: %s', (_what, claims, items) => {
      expect(account(claims, claims)).toEqual(items);
    });

    test.each<[string, ProposedClaim[], ProposedClaim[] | null, string[]]>([
      ['all new', [one, two], [one, two], ['2 comments added as claims']],
      ['none new', [one], [], ['1 comment came with an earlier draft, and was not added again']],
      [
        'none of many new',
        [one, two],
        [],
        ['2 comments came with an earlier draft, and were not added again'],
      ],
      [
        'one new',
        [one, thread],
        [one],
        ['4 comments: 1 claim added from those that are new; the others came with an earlier draft'],
      ],
      ['no note new', [ofNote], [], []],
      [
        'not known, one',
        [one],
        null,
        ['1 comment on words of the article: it becomes a claim unless it came with an earlier draft'],
      ],
      [
        'not known, many',
        [one, two],
        null,
        ['2 comments on words of the article: those that did not come with an earlier draft become claims'],
      ],
      ['not known, none', [], null, []],
    ])('for a next draft: %s', (_what, claims, added, items) => {
      expect(account(claims, added)).toEqual(items);
    });

    test('and nothing of claims when all are on no words', () => {
      const proposal = { claims: [], annotationsWithoutWords: thread.annotation ? [thread.annotation] : [] };
      expect(createImportAccount({ notices: [], proposal, leftOut: null }, [])).toEqual([
        '3 comments on no words of the article: no claim made',
        'comment on no words of the article: “Ada: Who?\nAda: She\nAda: Really?”',
      ]);
    });
  });
});

test('only the preview says that it can include what was left out', () => {
  const notices = [
    { kind: 'blocksLeftOut' as const, count: 1 },
    { kind: 'pageLinesLeftOut' as const, count: 1, name: '“The Daily”' },
  ];
  const proposal = { claims: [], annotationsWithoutWords: [] };
  const stored = createImportAccount({ notices, proposal, leftOut: null }, []);
  expect(stored.join()).not.toContain('preview');
  expect(createPreviewAccount({ notices, proposal }, [])).toEqual(
    stored.map((line) => `${line}; the preview can include each again`),
  );
});
