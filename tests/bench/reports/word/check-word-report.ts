import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { listPlacedClaims } from '../../../../shared/domain/review/placed-claims';
import { reviewFromData } from '../../../../shared/domain/review/review-copy';
import { chooseClaims } from './choose-claims';
import { listChangedParts } from './compare-packages';
import { applyInOrder, normalizeSpace } from './expect-text';
import type { Office } from './office';
import { countInPandoc } from './pandoc';
import { listRuns } from './runs-in-page';
import type { WordApp } from './word-app';

export interface WordFile {
  name: string;
  bytes: Uint8Array;
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

const readPart = (bytes: Uint8Array, name: string) => {
  const [, part] = Object.entries(unzipSync(bytes)).find(([one]) => one.toLowerCase() === name) ?? [];
  return part ? new TextDecoder().decode(part) : null;
};

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
  const [runsBefore, runsAfter] = [
    await blankPage.evaluate(listRuns, { xml: readPart(bytes, main) ?? '', author: null }),
    await blankPage.evaluate(listRuns, { xml: readPart(written, main) ?? '', author: reviewer }),
  ];
  const changed = listChangedParts(bytes, written, main);
  const plain = await office.open({ file: originalPath });
  const accepted = await office.open({ file: originalPath, decide: 'accept' });
  const rejected = await office.open({ file: originalPath, decide: 'reject' });
  const report = await office.open({ file: path });
  const reportAccepted = await office.open({ file: path, decide: 'accept' });
  const reportRejected = await office.open({ file: path, decide: 'reject' });

  const ours = report?.comments.filter(({ author }) => author === reviewer) ?? [];
  const rest = ours.map(({ words }) => normalizeSpace(words));
  const onWords = placed.filter(({ span }) => {
    const words = normalizeSpace(before.draft.text.slice(span.start, span.end));
    const at = rest.indexOf(words);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  });
  const tracked = report?.changes.filter(({ author }) => author === reviewer) ?? [];
  const corrections = placed.flatMap(({ span, claim }) =>
    claim.correction === null
      ? []
      : [{ before: before.draft.text.slice(span.start, span.end), after: claim.correction }],
  );
  const expected = accepted && applyInOrder(accepted.text, corrections);
  const pandoc = countInPandoc(path, reviewer);

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
    'runs as they were': holds(JSON.stringify(runsBefore) === JSON.stringify(runsAfter)),
    'comments in LibreOffice': { done: ours.length, of: placed.length },
    'comments on their exact words in LibreOffice': {
      done: onWords.length,
      of: placed.length,
      detail: rest.slice(0, 2).join(' | '),
    },
    'comments in pandoc': { done: pandoc.comments, of: placed.length },
    'tracked changes, LibreOffice and pandoc': holds(
      tracked.length >= corrections.length && pandoc.changes >= corrections.length,
      `${tracked.length}, ${pandoc.changes} of ${corrections.length} corrections`,
    ),
    'accepted in LibreOffice: the corrected text': holds(
      expected === null || expected === normalizeSpace(reportAccepted?.text ?? ''),
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
