import { makeReport, type RenderedReport } from '#main/worker/reports/make-report.ts';
import type { ReportJob } from '#main/worker/reports/report-job.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { goodStanding } from '#shared/domain/base/source-standing.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import type { ReportFormat, ReportReader } from '#shared/domain/settings/report-options.ts';
import type { Leak } from '#shared/reports/base/leak.ts';
import { options, reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';

export interface Opened {
  review: Review;
  draft: Draft;
}

export const fonts = { serif: 'AAAA', sans: 'BBBB' };
export const sha256 = 'feed'.repeat(16);

/** All fields of a confidential source, its file and its evidence, with characters that HTML, Markdown and JSON escape. */
export const confidentialFields = {
  title: 'Zelda "Zed" Quorn & <partners>',
  author: 'Quillan_Vost *senior*; Ibbotson, Wren',
  publisher: 'Ministry of Umbrage [north]',
  contact: 'zed@umbrage.example, +43 660 5551234',
  url: 'https://umbrage.example/leak?a=1&b=2',
  archiveUrl: 'https://archive.example/umbrage/1',
  locator: 'page 7 of the umbrage folder',
  quote: 'We knew about the Umbrage ledger.\nNobody was told until the second of the long winters.',
  note: 'Met at the Vermilion café; wore a “green” hat',
  reason: 'The umbrage ledger that he showed was forged by a Vermilion clerk',
  file: "umbrage ledger's copy.pdf",
};

/** Opens the sample; its confidential source, the file and the evidence have these fields. */
export function openWithConfidential(): Opened {
  const { review, draft } = openSample();
  for (const source of [...review.sources.values()]) {
    if (!source.confidential) continue;
    const { title, author, publisher, contact, url, archiveUrl } = confidentialFields;
    const unreliable = {
      standing: 'wrong',
      standingReason: confidentialFields.reason,
      standingSince: reportContext.at,
    } as const;
    putEntity(review, 'sources', {
      ...source,
      title,
      author,
      publisher,
      contact,
      url,
      archiveUrl,
      ...unreliable,
    });
    putEntity(review, 'attachments', {
      id: 'file',
      sourceId: source.id,
      sha256,
      name: confidentialFields.file,
      bytes: 5,
      mime: 'application/pdf',
      addedAt: reportContext.at,
    });
    for (const evidence of [...review.evidence.values()])
      if (evidence.sourceId === source.id)
        putEntity(review, 'evidence', {
          ...evidence,
          locator: confidentialFields.locator,
          quote: confidentialFields.quote,
          note: confidentialFields.note,
        });
  }
  return { review, draft };
}

/** A report with its leaks as sentences. */
export interface SearchedReport extends Omit<RenderedReport, 'leaks'> {
  leaks: string[];
  found: Leak[];
}

/** With everything that any format can have. */
const fullOptions = { ...options, word: { ...options.word, appendix: true } };

export function createReportJob(
  { review, draft }: Opened,
  format: ReportFormat,
  reader: ReportReader = fullOptions.reader,
): ReportJob {
  return {
    review: copyReview(review),
    draft,
    choices: { format, options: { ...fullOptions, reader } },
    context: reportContext,
    fonts,
  };
}

export function makeReportAs(opened: Opened, format: ReportFormat, reader?: ReportReader): SearchedReport {
  const report = makeReport(createReportJob(opened, format, reader));
  return { ...report, leaks: report.leaks.map(({ message }) => message), found: report.leaks };
}

/** Gives the confidential source these fields, and removes all text from the evidence from it. */
export function editConfidentialSource(fields: Partial<Source>, opened = openWithConfidential()) {
  const { review } = opened;
  const source = [...review.sources.values()].find(({ confidential }) => confidential);
  if (!source) throw new Error('the sample has a confidential source');
  const blank = {
    author: null,
    publisher: null,
    contact: null,
    url: null,
    archiveUrl: null,
    ...goodStanding,
  };
  putEntity(review, 'sources', { ...source, ...blank, title: 'Zelda Quorn', ...fields });
  for (const evidence of [...review.evidence.values()])
    if (evidence.sourceId === source.id)
      putEntity(review, 'evidence', { ...evidence, locator: null, quote: null, note: null });
  return opened;
}

/** Opens the sample with these words in a field of its fourth claim. */
export function editFourthClaim(field: 'note' | 'correction' | 'claimant', words: string) {
  const opened = openWithConfidential();
  const claim = [...opened.review.claims.values()].find(
    ({ note }) => note === '412 against 340 is 21 %, not a third.',
  );
  if (claim) putEntity(opened.review, 'claims', { ...claim, [field]: words });
  return opened;
}

/** Gives the first claim these fields. Its paragraph names the tram. */
export function editFirstClaim(opened: Opened, fields: Partial<Claim>) {
  const [first] = opened.review.claims.values();
  if (first) putEntity(opened.review, 'claims', { ...first, ...fields });
  return opened;
}
