import { describe, expect, test } from 'vitest';
import { draftSchema } from '../../../../shared/domain/draft/draft';
import { createAnnotation } from '../../../../shared/import/annotations/annotation';
import type { LeftOut } from '../../../../shared/import/block-edits/apply-block-edits';
import { createImportAccount } from '../../../../shared/import/import-account';
import { openSample } from '../reviews';

const noAnnotations = { annotationsWithoutWords: [] };

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
        proposal: { annotationsWithoutWords: [createAnnotation(written, true)] },
        leftOut: leaveOut({ texts: ['Sign up\nhere', 'Related'], claims: 1, links: 2, shortened: 1 }),
      },
      'article',
    );
    expect(account).toEqual([
      '2 images left out',
      'comment on no words of the article: “Ada: Call +43 1 234 (resolved)\nBo: Done”',
      '2 blocks left out in the preview, with 1 claim and 2 links on them',
      '1 claim loses some of its words',
      'left out in the preview: “Sign up here”',
      'left out in the preview: “Related”',
    ]);
  });

  test('is empty when nothing was left out', () => {
    expect(
      createImportAccount({ notices: [], proposal: noAnnotations, leftOut: leaveOut({}) }, 'article'),
    ).toEqual([]);
  });

  test('says nothing twice, and quotes at most 50 of many blocks, each by its first words', () => {
    const texts = Array.from({ length: 60 }, (_, index) => `${index} ${'Sign up today. '.repeat(20)}`);
    const account = createImportAccount(
      { notices: [], proposal: noAnnotations, leftOut: leaveOut({ texts: ['Same', 'Same', ...texts] }) },
      'article',
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
      { notices: [], proposal: { annotationsWithoutWords: comments }, leftOut: null },
      'article',
    );
    expect(account).toHaveLength(201);
    expect(account.at(-1)).toBe('3 more comments on no words of the article not kept: see the file');
    expect(Math.max(...account.map(({ length }) => length))).toBeLessThan(10_100);
  });

  test('says of a next draft that comments of earlier drafts add no second claim', () => {
    const imported = {
      notices: [{ kind: 'commentsKept' as const, count: 3 }],
      proposal: noAnnotations,
      leftOut: null,
    };
    expect(createImportAccount(imported, 'article')).toEqual(['3 comments added as claims']);
    expect(createImportAccount(imported, 'nextDraft')).toEqual([
      '3 comments added as claims, except those that came with an earlier draft',
    ]);
  });
});

test('a draft that an earlier version stored without an account is read, and its account is not known', () => {
  const { account: _account, ...earlier } = openSample().draft;
  expect(draftSchema.parse(earlier).account).toBeNull();
});
