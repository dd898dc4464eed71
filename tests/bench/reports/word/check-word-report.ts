import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { listPlacedClaims } from '../../../../shared/domain/review/placed-claims';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
import { shorten } from '../../../../shared/text/format/shorten';
import { chooseClaims } from './choose-claims';
import { listChangedParts } from './compare-packages';
import { applyInOrder, expectWords, normalizeSpace, squeezeWords } from './expect-text';
import type { Office } from './office';
import { readInOffice } from './read-in-office';
import { readWithPandoc } from './read-pandoc';
import type { WordApp } from './word-app';
import type { WordFile } from './word-files';

declare global {
  interface Window {
    listChangedStories(original: string, written: string, author: string): string[];
  }
}

interface Tools {
  app: WordApp;
  blankPage: Page;
  office: Office;
  /** Where files are written. */
  folder: string;
}

/** How often something held, and of how many. */
interface Check {
  done: number;
  of: number;
  detail?: string;
}

const holds = (isTrue: boolean, detail?: string): Check => ({ done: isTrue ? 1 : 0, of: 1, detail });

/** The reviewer whose comments and changes are in the reports. */
export const reviewer = 'Bea Marsh';

/** How many letters and digits of the words of a claim are looked for in its comment: long quotations are cut. */
const maxQuoteLength = 200;

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Both texts from where they begin to differ. */
function describeDifference(expected: string, found: string): string {
  const start = Array.from({ length: expected.length }).findIndex(
    (_, index) => expected[index] !== found[index],
  );
  return start === -1
    ? shorten(found.slice(expected.length), 60)
    : `${shorten(expected.slice(start), 60)} | ${shorten(found.slice(start), 60)}`;
}

/** Writes the findings on a file into it, and checks the result. No checks for a file that is refused. */
export async function checkWordReport(
  tools: Tools,
  { name, bytes }: WordFile,
): Promise<Record<string, Check>> {
  const { app, office, folder, blankPage } = tools;
  const articleId = await app.createArticle(name, bytes);
  if (articleId === null) return {};
  const chosen = chooseClaims((await app.open(articleId)).draft);
  await app.markClaims(articleId, chosen, reviewer);
  const before = await app.open(articleId);
  const review = reviewFromData(before.review);
  const placed = listPlacedClaims(review, before.draft.id);
  const originalPath = join(folder, `original-${name}`);
  const path = join(folder, `report-${name}`);
  writeFileSync(originalPath, bytes);
  const written = await app.exportWord(articleId, path);

  const main =
    Object.keys(unzipSync(bytes))
      .find((one) => /document\d*\.xml$/i.test(one))
      ?.toLowerCase() ?? 'word/document.xml';
  const changedStories = await blankPage.evaluate(
    ([original, report, author]) => window.listChangedStories(original, report, author),
    [encode(bytes), encode(written), reviewer] as const,
  );
  const changed = listChangedParts(bytes, written, main);
  const plain = await office.open({ file: originalPath });
  const accepted = await office.open({ file: originalPath, decide: 'accept' });
  const rejected = await office.open({ file: originalPath, decide: 'reject' });
  const report = await office.open({ file: path });
  const reportAccepted = await office.open({ file: path, decide: 'accept' });
  const reportRejected = await office.open({ file: path, decide: 'reject' });

  const ours = report?.comments.filter(({ author }) => author === reviewer) ?? [];
  const inOffice = await readInOffice({ page: blankPage, office }, path, reviewer);
  const inPandoc = readWithPandoc(path, reviewer);
  const texts = new Map(ours.map(({ text }) => [Number(/claim (\d+)/.exec(text)?.[1]), squeezeWords(text)]));
  const claims = placed.map(({ span, claim }, index) => {
    const words = before.draft.text.slice(span.start, span.end);
    const text = texts.get(index + 1) ?? '';
    return {
      number: index + 1,
      words,
      expected: squeezeWords(expectWords(before.draft, span)),
      isQuoted: text.includes(squeezeWords(words).slice(0, maxQuoteLength)),
      correction: claim.correction,
      // A correction that can't be tracked says so in its comment.
      isTracked: claim.correction !== null && !text.includes('Nottracked'),
    };
  });
  const onText = claims.filter(({ isQuoted }) => !isQuoted);
  const checkWords = (find: (number: number) => string | undefined): Check => {
    const astray = onText.filter(({ number, expected }) => squeezeWords(find(number) ?? '') !== expected);
    const describe = ({ number, expected }: { number: number; expected: string }) =>
      `claim ${number}: ${shorten(expected, 70)} | ${shorten(find(number) ?? 'none', 70)}`;
    return {
      done: onText.length - astray.length,
      of: onText.length,
      detail: astray.slice(0, 3).map(describe).join('; '),
    };
  };
  const tracked = claims.filter(({ isTracked }) => isTracked);
  const checkTracked = (inserted = ''): Check => {
    const missing = tracked.filter(({ correction }) => {
      const word = /amended\d+/.exec(correction ?? '')?.[0] ?? '';
      return !new RegExp(`${word}(?!\\d)`).test(squeezeWords(inserted));
    });
    return {
      done: tracked.length - missing.length,
      of: tracked.length,
      detail: missing.map(({ correction }) => shorten(correction ?? '', 70)).join('; '),
    };
  };
  const quoted = claims.length - onText.length;
  const untracked = claims.filter(({ correction, isTracked }) => correction !== null && !isTracked).length;
  const expected =
    accepted &&
    applyInOrder(
      accepted.text,
      tracked.map(({ words, correction }) => ({ before: words, after: correction ?? '' })),
    );

  await app.addDraft(articleId, name, written);
  const after = await app.open(articleId);
  const afterReview = reviewFromData(after.review);
  const kept = placed.filter(({ claim, span }) => {
    const now = listPlacedClaims(afterReview, after.draft.id).find((one) => one.claim.id === claim.id);
    const words = now && after.draft.text.slice(now.span.start, now.span.end);
    return words === before.draft.text.slice(span.start, span.end) && now?.claim.verdict === claim.verdict;
  });
  return {
    'opened by LibreOffice': holds(!plain || report !== null),
    'untouched parts byte for byte': holds(changed.length === 0, changed.join(', ')),
    'runs as they were': holds(changedStories.length === 0, changedStories.join(', ')),
    'comments in LibreOffice': { done: ours.length, of: placed.length },
    'comments beside the text, which quote their words': { done: quoted, of: quoted },
    'other comments on their exact words in LibreOffice': checkWords((number) => inOffice?.comments[number]),
    'other comments on their exact words in pandoc': checkWords((number) => inPandoc?.comments.get(number)),
    'corrections that are not tracked, which their comments say': { done: untracked, of: untracked },
    'other corrections tracked in LibreOffice': checkTracked(inOffice?.inserted),
    'other corrections tracked in pandoc': checkTracked(inPandoc?.inserted),
    'accepted in LibreOffice: the corrected text': holds(
      expected === null || expected === normalizeSpace(reportAccepted?.text ?? ''),
      expected === null ? '' : describeDifference(expected, normalizeSpace(reportAccepted?.text ?? '')),
    ),
    'rejected in LibreOffice: the original': holds(
      !rejected || normalizeSpace(rejected.text) === normalizeSpace(reportRejected?.text ?? ''),
    ),
    'claims kept with words and verdict after coming back': { done: kept.length, of: placed.length },
    'no claim twice': holds(
      afterReview.claims.size === review.claims.size,
      `${review.claims.size} -> ${afterReview.claims.size}`,
    ),
    'the same text after coming back': holds(after.draft.text === before.draft.text),
  };
}
