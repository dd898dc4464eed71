import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '#main/worker/reports/markdown/markdown.ts';
import { createRun } from '#main/worker/reports/word/plan-comments.ts';
import { writeDate } from '#shared/reports/base/own-values.ts';
import { toJsonFile } from '#shared/reports/base/printable.ts';
import { findInArticle, own, quoteArticle, text } from '#shared/reports/base/report-text.ts';
import { html } from '#shared/reports/base/safe-html.ts';
import { SearchedTexts } from '#shared/reports/base/searched-texts.ts';
import { leaveOutAuthorNotes } from '#shared/reports/shown-draft.ts';
import { searched } from '#tests/unit/main/worker/reports/searched.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

const raw: string = 'Zelda';

describe('The compiler refuses', () => {
  test('a raw string wherever a report is rendered', () => {
    // @ts-expect-error: a raw string in HTML
    html`<p>${raw}</p>`;
    // @ts-expect-error: a raw string in Markdown
    escapeMarkdown(raw);
    // @ts-expect-error: a raw string in a Word file
    createRun(raw);
    // @ts-expect-error: a raw string in JSON
    toJsonFile({ name: raw });
    // @ts-expect-error: a raw string in a sentence of ours
    text`By ${raw}`;
    toJsonFile({ name: searched(raw), type: 'Person' as const, count: 3 });
  });

  test('a string as words of our own, unless it is a literal', () => {
    // @ts-expect-error: any string
    own(raw);
    // @ts-expect-error: a pattern that begins with words of ours
    own(`By ${raw}`);
    expect(own('By hand')).toBe('By hand');
  });

  test('any draft but the one that is shown', () => {
    const { review, draft } = openSample();
    const span = { start: 0, end: 5 };
    // @ts-expect-error: the draft as it is stored has the author's notes
    quoteArticle(draft, span);
    expect(quoteArticle(leaveOutAuthorNotes(review, draft), span)).toBe(draft.text.slice(0, 5));
  });
});

test('Words of the article are whole words', () => {
  const { review, draft } = openSample();
  const shown = leaveOutAuthorNotes(review, draft);
  const [word = ''] = /\p{L}{6,}/u.exec(draft.text) ?? [];
  expect(findInArticle(shown, word)).toBe(word);
  expect(findInArticle(shown, word.slice(1, -1))).toBeNull();
  expect(findInArticle(shown, '')).toBeNull();
});

test('A date is written only when it has figures alone', () => {
  expect(writeDate('2026-11-02')).toBe('2026-11-02');
  expect(() => writeDate('Zelda')).toThrow();
});

test('No text is added once the list is searched', () => {
  const texts = new SearchedTexts();
  const place = { row: 'claims/a', owner: null, claimId: null };
  texts.add('note', place, 'before');
  texts.close();
  expect(() => texts.add('note', place, 'after')).toThrow();
  expect(texts.entries.map((entry) => entry.text)).toEqual(['before']);
});
