import { describe, expect, test } from 'vitest';
import { makeClaimLogFiles } from '#main/worker/output/claim-log-files.ts';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import { type ReportOptions, reportFormats } from '#shared/domain/settings/report-options.ts';
import { readXlsx } from '#tests/spreadsheets/read-xlsx.ts';
import { createReportJob, type Opened } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { reportContext } from './hostile-review.ts';

/** Makes words that are nowhere else, and remembers them with the field that they are in. */
class UniqueWords {
  readonly fields = new Map<string, string>();

  add(field: string): string {
    const word = `Qx${this.fields.size}vyzzle`;
    this.fields.set(word, field);
    return word;
  }

  /** The fields whose words are in a text. */
  findIn(text: string): string[] {
    return Array.from(this.fields).flatMap(([word, field]) => (text.includes(word) ? field : []));
  }
}

function fillSources(review: Review, words: UniqueWords): void {
  for (const source of [...review.sources.values()]) {
    const unreliable = {
      standing: 'wrong' as const,
      standingSince: reportContext.at,
      standingReason: words.add('reason'),
    };
    putEntity(review, 'sources', { ...source, ...unreliable, contact: words.add('contact') });
    if (!source.confidential) continue;
    putEntity(review, 'sources', {
      ...source,
      ...unreliable,
      contact: words.add('contact'),
      title: words.add('title'),
      author: words.add('author'),
      publisher: words.add('publisher'),
      url: `https://${words.add('address')}.example/`,
      archiveUrl: `https://${words.add('archive')}.example/`,
    });
    putEntity(review, 'attachments', {
      id: 'file',
      sourceId: source.id,
      sha256: 'feed'.repeat(16),
      name: words.add('file'),
      bytes: 5,
      mime: 'application/pdf',
      addedAt: reportContext.at,
    });
  }
  for (const evidence of [...review.evidence.values()]) {
    const isConfidential = review.sources.get(evidence.sourceId)?.confidential === true;
    const fields = isConfidential ? { locator: words.add('locator'), quote: words.add('quote') } : {};
    putEntity(review, 'evidence', { ...evidence, ...fields, note: words.add('note on evidence') });
  }
}

/** The sample with words of their own in everything that the public does not learn. */
function openForPublic(): Opened & { words: UniqueWords; by: string } {
  const { review, draft } = openSample();
  const words = new UniqueWords();
  fillSources(review, words);
  for (const claim of [...review.claims.values()]) {
    const reply = { by: words.add('author of a reply'), at: null, text: words.add('reply') };
    const correction = { text: words.add('earlier correction'), outcome: 'rejected' as const };
    putEntity(review, 'claims', {
      ...claim,
      note: words.add('note'),
      createdBy: words.add('who marked it'),
      judged: claim.judged && { ...claim.judged, by: words.add('reviewer') },
      answers: [{ draftId: draft.id, replies: [reply], isResolved: true, correction }],
    });
    putEntity(review, 'proposedEvidence', {
      id: `proposed-${claim.id}`,
      claimId: claim.id,
      index: 0,
      state: 'unseen' as const,
      annotation: { by: words.add('annotator'), at: null, text: words.add('annotation') },
      source: null,
      locator: words.add('proposed locator'),
      quote: words.add('proposed quote'),
      reason: words.add('reason to decline'),
      decidedBy: words.add('who declined'),
      decidedAt: null,
    });
  }
  const [lost] = review.claims.values();
  for (const placement of [...review.placements.values()])
    if (placement.claimId === lost?.id)
      putEntity(review, 'placements', { ...placement, span: null, resolved: false });
  if (lost?.judged)
    putEntity(review, 'claims', {
      ...lost,
      judged: { ...lost.judged, words: words.add('words then'), sentence: words.add('sentence then') },
    });
  return { review, draft, words, by: words.add('who exports') };
}

describe('Nothing that the public does not learn is in', () => {
  const opened = openForPublic();
  const { words, by } = opened;
  const make = (format: (typeof reportFormats)[number], fields: Partial<ReportOptions>) => {
    const job = createReportJob(opened, format);
    const options = { ...job.choices.options, reader: 'public' as const, ...fields };
    return makeReport({ ...job, choices: { format, options }, context: { ...job.context, by } });
  };

  test.each(reportFormats)('a %s report', (format) => {
    const { content, leaks } = make(format, {});
    expect(words.findIn(content)).toEqual([]);
    expect(leaks).toEqual([]);
    if (format !== 'claimReview')
      expect(words.findIn(make(format, { reader: 'legal' }).content)).not.toEqual([]);
  });

  test('a galley, and a Word report with footnotes and an appendix', () => {
    expect(words.findIn(make('pdf', { layout: 'galley' }).content)).toEqual([]);
    const word = { base: 'original', annotations: 'footnotes', appendix: true } as const;
    expect(words.findIn(make('docx', { word }).content)).toEqual([]);
  });

  test('the files of a claim log, their properties included', async () => {
    const { claimLog } = make('xlsx', {});
    if (!claimLog) throw new Error('there is no claim log');
    const [workbook] = await makeClaimLogFiles(claimLog, 'xlsx');
    const { parts } = await readXlsx(workbook?.bytes ?? new Uint8Array());
    expect(words.findIn([...parts].flat().join('\n'))).toEqual([]);
    for (const { bytes } of await makeClaimLogFiles(claimLog, 'csv'))
      expect(words.findIn(new TextDecoder().decode(bytes))).toEqual([]);
  });
});
