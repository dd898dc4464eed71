import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { listPlacedClaims } from '../../../../shared/domain/review/placed-claims';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
import { shorten } from '../../../../shared/text/format/wording';
import { type Check, checkClaims, describeClaims, listTracked } from './check-claims';
import { chooseClaims } from './choose-claims';
import { listChangedParts } from './compare-packages';
import { normalizeSpace, takeBack } from './expect-text';
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

const holds = (isTrue: boolean, detail?: string): Check => ({ done: isTrue ? 1 : 0, of: 1, detail });

/** The reviewer whose comments and changes are in the reports. */
export const reviewer = 'Bea Marsh';

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
  const claims = describeClaims(
    before.draft,
    placed,
    chosen,
    ours.map(({ text }) => text),
  );
  const takenBack = reportAccepted && takeBack(reportAccepted.text, listTracked(claims));
  const acceptedText = accepted && normalizeSpace(accepted.text);

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
    ...checkClaims(claims, inOffice, inPandoc),
    'accepted in LibreOffice: the corrected text': holds(
      acceptedText === takenBack,
      describeDifference(acceptedText ?? '', takenBack ?? ''),
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
