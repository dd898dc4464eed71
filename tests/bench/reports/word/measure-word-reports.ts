import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Draft } from '#shared/domain/base/draft.ts';
import { listPlacedClaims, type PlacedClaim } from '#shared/domain/review/placed-claims.ts';
import { reviewFromData } from '#shared/domain/review/review-data.ts';
import { shorten } from '#shared/text/format/wording.ts';
import { createAnnotatedArticles } from '#tests/bench/import/annotated-article.ts';
import { openBlankPage } from '#tests/bench/import/built-app.ts';
import { AnnotatedDocx } from '#tests/bench/import/write-annotated-docx.ts';
import { bundleForPage } from '#tests/bench/support/bundle-for-page.ts';
import { type Print, reportAtLeast } from '#tests/bench/support/report-metrics.ts';
import { listWordFiles, type Office, readInOffice, saveByOffice, type WordFile } from './office.ts';
import type { OpenDocumentContent } from './page/read-open-document.ts';
import { type PandocContent, readWithPandoc } from './read-pandoc.ts';
import {
  type ChosenClaim,
  chooseClaims,
  expectWords,
  normalizeSpace,
  squeezeWords,
  takeBack,
  WordApp,
  type WordCorrection,
} from './word-app.ts';

/** How often something held, and of how many. */
interface Check {
  done: number;
  of: number;
  detail?: string;
}

/** A claim of a report, and what should be found of it in the file. */
interface WrittenClaim {
  number: number;
  /** The letters and digits that its comment is on. */
  expected: string;
  /** Whether its comment quotes the words, because it can't be on all of them. */
  isQuoted: boolean;
  /** Whether its comment replies to one of the file. It stands where that one does, which may be a point. */
  isReply: boolean;
  correction: WordCorrection | null;
  /** Whether its correction should be a tracked change: if it can't be, the comment says so. */
  isTracked: boolean;
}

/** How many letters and digits of the words of a claim are looked for in its comment: long quotations are cut. */
const maxQuoteLength = 200;

/** Describes the claims of a report in the order of their numbers. `comments` are the texts of our comments in the file. */
function describeClaims(
  draft: Draft,
  placed: readonly PlacedClaim[],
  chosen: readonly ChosenClaim[],
  comments: readonly string[],
): WrittenClaim[] {
  const texts = new Map(comments.map((text) => [Number(/claim (\d+)/.exec(text)?.[1]), squeezeWords(text)]));
  return placed.map(({ span, claim }, index) => {
    const text = texts.get(index + 1) ?? '';
    const words = squeezeWords(draft.text.slice(span.start, span.end));
    const correction = chosen.find((one) => one.correction?.words === claim.correction)?.correction ?? null;
    return {
      number: index + 1,
      expected: squeezeWords(expectWords(draft, span)),
      isQuoted: text.includes(words.slice(0, maxQuoteLength)),
      isReply: !chosen.some((one) => one.span.start === span.start && one.span.end === span.end),
      correction,
      isTracked: correction !== null && !text.includes('Nottracked'),
    };
  });
}

function checkWords(claims: readonly WrittenClaim[], find: (number: number) => string | undefined): Check {
  const astray = claims.filter(({ number, expected, isReply }) => {
    const found = find(number);
    return found === undefined || (squeezeWords(found) !== expected && !(isReply && found === ''));
  });
  const describe = ({ number, expected }: WrittenClaim) =>
    `claim ${number}: ${shorten(expected, 70)} | ${shorten(find(number) ?? 'none', 70)}`;
  return {
    done: claims.length - astray.length,
    of: claims.length,
    detail: astray.slice(0, 3).map(describe).join('; '),
  };
}

/** The corrections that should be tracked changes. */
function listTracked(claims: readonly WrittenClaim[]): WordCorrection[] {
  return claims.flatMap(({ isTracked, correction }) => (isTracked && correction ? [correction] : []));
}

function checkTracked(claims: readonly WrittenClaim[], inserted = ''): Check {
  const corrections = listTracked(claims);
  const words = squeezeWords(inserted);
  const missing = corrections.filter(({ word }) => !new RegExp(`${word}(?!\\d)`).test(words));
  return {
    done: corrections.length - missing.length,
    of: corrections.length,
    detail: missing.map((one) => shorten(one.words, 70)).join('; '),
  };
}

/** Checks what other programs found of the claims; null for a program that can't read the file. */
function checkClaims(
  claims: readonly WrittenClaim[],
  inOffice: OpenDocumentContent | null,
  inPandoc: PandocContent | null,
): Record<string, Check> {
  const onText = claims.filter(({ isQuoted }) => !isQuoted);
  const quoted = claims.length - onText.length;
  const untracked = claims.filter(({ correction, isTracked }) => correction !== null && !isTracked).length;
  return {
    'comments beside the text, which quote their words': { done: quoted, of: quoted },
    'other comments on their exact words in LibreOffice': checkWords(
      onText,
      (number) => inOffice?.comments[number],
    ),
    'other comments on their exact words in pandoc': checkWords(onText, (number) =>
      inPandoc?.comments.get(number),
    ),
    'corrections that are not tracked, which their comments say': { done: untracked, of: untracked },
    'other corrections tracked in LibreOffice': checkTracked(claims, inOffice?.inserted),
    'other corrections tracked in pandoc': checkTracked(claims, inPandoc?.inserted),
  };
}

/** The parts that a Word report may change or add; all others must have the bytes that they had. */
const changeable =
  /^(\[Content_Types\]\.xml|.*\/_rels\/(document|comments|footnotes)\d*\.xml\.rels|word\/(document|comments|commentsextended|commentsids|commentsextensible|people|footnotes|endnotes)\d*\.xml)$/i;

/** The names of parts of a Word file that a report changed although it may not. `main` is the name of the main part. */
function listChangedParts(original: Uint8Array, written: Uint8Array, main: string): string[] {
  const before = unzipSync(original);
  const after = unzipSync(written);
  return Object.keys(before).filter((name) => {
    if (changeable.test(name) || name.toLowerCase() === main) return false;
    const [old, now] = [before[name], after[name]];
    return !old || !now || Buffer.compare(old, now) !== 0;
  });
}

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
const reviewer = 'Bea Marsh';

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
async function checkWordReport(tools: Tools, { name, bytes }: WordFile): Promise<Record<string, Check>> {
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

/** LibreOffice shows formulas as objects. Pandoc moves titles, authors and dates to the start, and reads no comments and changes in code. */
const shares: Record<string, number> = {
  'other comments on their exact words in LibreOffice': 0.98,
  'other comments on their exact words in pandoc': 0.97,
  'other corrections tracked in pandoc': 0.97,
};

/**
 * Exports the findings on real Word files into these files, and lets other programs say what is in them: LibreOffice, which accepts
 * and rejects all tracked changes, and pandoc. Then each report comes back as the next draft.
 */
export async function measureWordReports(
  { app, page, office }: { app: ElectronApplication; page: Page; office: Office },
  corpora: string | undefined,
  print: Print,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-'));
  try {
    const own = [
      ...listWordFiles('tests/fixtures'),
      ...createAnnotatedArticles()
        .slice(0, 6)
        .map((article) => ({ name: `${article.name}.docx`, bytes: new AnnotatedDocx(article).write() })),
    ];
    const real = corpora ? listWordFiles(join(corpora, 'word')) : [];
    const files = [
      ...own,
      ...real,
      ...(await saveByOffice(office, folder, [...own.slice(0, 6), ...real.slice(0, 8)])),
    ];
    const tools = { app: new WordApp(app, page), blankPage: await openBlankPage(app), office, folder };
    await tools.blankPage.addScriptTag({
      content: await bundleForPage('tests/bench/reports/word/page/compare-content.ts'),
    });
    await tools.app.call('settings.change', { reviewer });
    const totals = new Map<string, { done: number; of: number }>();
    for (const file of files) {
      const checks = await checkWordReport(tools, file);
      for (const [name, { done, of, detail }] of Object.entries(checks)) {
        const total = totals.get(name) ?? { done: 0, of: 0 };
        totals.set(name, { done: total.done + done, of: total.of + of });
        if (done < of) print(`    ${file.name}: ${name} ${done} of ${of}${detail ? `; ${detail}` : ''}`);
      }
    }
    print(
      `Word reports on ${files.length} files${corpora ? '' : ', without real files: STET_CORPORA names no folder'}`,
    );
    for (const [what, { done, of }] of totals)
      reportAtLeast(print, { what, value: done, bound: Math.ceil((shares[what] ?? 1) * of) });
    await tools.blankPage.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
