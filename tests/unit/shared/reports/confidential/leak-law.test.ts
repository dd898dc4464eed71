import { expect, test } from 'vitest';
import { makeClaimLogFiles } from '#main/worker/output/claim-log-files.ts';
import { type ReportContent, renderBuilt, searchReport } from '#main/worker/reports/make-report.ts';
import { buildJob, type ReportJob } from '#main/worker/reports/report-job.ts';
import type { Article } from '#shared/domain/base/article.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { listPlacedClaims, recordFormerWords } from '#shared/domain/review/placed-claims.ts';
import { getArticle, putEntity, removeEntity } from '#shared/domain/review/review.ts';
import {
  type ReportFormat,
  type ReportReader,
  reportFormats,
} from '#shared/domain/settings/report-options.ts';
import { defaultClaimReviewSettings } from '#shared/domain/settings/settings.ts';
import { dismissQuery } from '#shared/queries/base/dismissals.ts';
import type { SearchedField } from '#shared/reports/base/searched-texts.ts';
import { readXlsx } from '#tests/spreadsheets/read-xlsx.ts';
import { findTextQuery, openContradiction } from '#tests/unit/main/worker/reports/contradiction.ts';
import { reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { createNextDraft } from '#tests/unit/main/worker/reports/next-draft.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';
import { createReportJob, editConfidentialSource, type Opened } from './confidential-review.ts';

/** The name of a confidential source, which nothing else has. */
const name = 'Zorquin Vekplu';
/** The file of a confidential source, which a public one has as well. */
const sha256 = 'ab5e'.repeat(16);

function getPublicSource({ review }: Opened): Source {
  const used = new Set(Array.from(review.evidence.values(), ({ sourceId }) => sourceId));
  const source = [...review.sources.values()].find(({ id, confidential }) => !confidential && used.has(id));
  if (!source) throw new Error('the sample has evidence from a public source');
  return source;
}

const editSource = (opened: Opened, fields: Partial<Source>) =>
  putEntity(opened.review, 'sources', { ...getPublicSource(opened), ...fields });

function editEvidence(opened: Opened, fields: Partial<Evidence>): void {
  const { id } = getPublicSource(opened);
  const evidence = [...opened.review.evidence.values()].find(({ sourceId }) => sourceId === id);
  if (evidence) putEntity(opened.review, 'evidence', { ...evidence, ...fields });
}

function editJudged({ review, draft }: Opened, edit: (claim: Claim) => Partial<Claim>): void {
  const found = listPlacedClaims(review, draft.id).find(({ claim }) => claim.judged !== null);
  if (found) putEntity(review, 'claims', { ...found.claim, ...edit(found.claim) });
}

const attach = (opened: Opened, sourceId: string, fields: { id: string; name: string; sha256: string }) =>
  putEntity(opened.review, 'attachments', {
    ...fields,
    sourceId,
    bytes: 5,
    mime: 'application/pdf',
    addedAt: reportContext.at,
  });

const setArticle = ({ review }: Opened, fields: Partial<Article>) =>
  putEntity(review, 'article', { ...getArticle(review), ...fields });

function hideToo({ review }: Opened, alsoHide: string): void {
  const confidential = [...review.sources.values()].find((source) => source.confidential);
  if (confidential) putEntity(review, 'sources', { ...confidential, alsoHide });
}

interface Written {
  opened: Opened;
  job?: (job: ReportJob) => ReportJob;
  /** The secret, when it is not the name. */
  secret?: string;
}

// biome-ignore lint/suspicious/noConfusingVoidType: most of them only write
type Write = (opened: Opened) => Partial<Written> | void;

/** Fields without a case: those that only lawyers get, and those that cases of others print. A new field has to have one. */
type FieldWithoutCase = 'acceptedRisk' | 'besidePublished' | 'contact' | 'explanation';

/** Each origin of texts, and how it comes to hold what is secret. */
const origins: Record<Exclude<SearchedField, FieldWithoutCase>, Write> = {
  articleTitle: (opened) => setArticle(opened, { title: `Seen with ${name}` }),
  byline: (opened) => setArticle(opened, { byline: name }),
  language: (opened) => setArticle(opened, { language: 'en-x-zorquin-vekplu' }),
  fileName: () => ({
    job: (job) => ({ ...job, context: { ...job.context, fileName: `Seen with ${name}` } }),
  }),
  id: ({ review }) => {
    const article = getArticle(review);
    removeEntity(review, 'article', article.id);
    putEntity(review, 'article', { ...article, id: 'zorquin-vekplu' });
  },
  link: (opened) => setArticle(opened, { link: 'https://desk.example/zorquin-vekplu' }),
  reviewer: (opened) => editJudged(opened, ({ judged }) => ({ judged: judged && { ...judged, by: name } })),
  organization: () => ({
    job: (job) => ({ ...job, claimReview: { ...defaultClaimReviewSettings, organization: name } }),
  }),
  organizationAddress: () => ({
    job: (job) => ({
      ...job,
      claimReview: { ...defaultClaimReviewSettings, url: 'https://desk.example/zorquin-vekplu' },
    }),
  }),
  rating: () => {
    const rating = { value: null, name: `As ${name} says` };
    const ratings = { verified: rating, disputed: rating, unverifiable: rating };
    return { job: (job) => ({ ...job, claimReview: { ...defaultClaimReviewSettings, ratings } }) };
  },
  sourceTitle: (opened) => editSource(opened, { title: `Talk with ${name}` }),
  author: (opened) => editSource(opened, { author: `Ann Pole; ${name}` }),
  publisher: (opened) => editSource(opened, { publisher: name }),
  url: (opened) => editSource(opened, { url: 'https://open.example/zorquin-vekplu' }),
  archiveUrl: (opened) => editSource(opened, { archiveUrl: 'https://archive.example/zorquin-vekplu' }),
  attachment: (opened) =>
    attach(opened, getPublicSource(opened).id, {
      id: 'open',
      name: `${name}.pdf`,
      sha256: 'beef'.repeat(16),
    }),
  sha256: (opened) => {
    const confidential = [...opened.review.sources.values()].find((source) => source.confidential);
    attach(opened, confidential?.id ?? '', { id: 'hidden', name: 'minutes of the meeting.pdf', sha256 });
    attach(opened, getPublicSource(opened).id, { id: 'open', name: 'tide.pdf', sha256 });
    return { secret: sha256 };
  },
  citation: (opened) => {
    // An author beside a title, as citations and lines of evidence print them.
    hideToo(opened, 'night porter');
    editSource(opened, { author: 'Dora Night', title: 'Porter and daughter', publisher: null });
    return { secret: 'night porter' };
  },
  trackedChange: (opened) => {
    // An earlier draft has words that a correction deleted since, which the plan of a Word report names.
    const { draft } = opened;
    const claim = listPlacedClaims(opened.review, draft.id)[0];
    if (!claim) throw new Error('the sample has claims');
    const { start } = claim.span;
    const words = `${name} `;
    const text = draft.text.slice(0, start) + words + draft.text.slice(start);
    const blocks = draft.blocks.map((block) => ({
      ...block,
      start: block.start > start ? block.start + words.length : block.start,
      end: block.end > start ? block.end + words.length : block.end,
    }));
    const segments = [{ part: 0, element: 0, offset: 0, length: text.length }];
    const map = { file: 'a'.repeat(64), parts: ['word/document.xml'], segments };
    const wordBase = { draft: { ...draft, id: 'base', text, blocks }, map, comments: new Map() };
    return { job: (job) => (job.choices.format === 'docx' ? { ...job, wordBase } : job) };
  },
  origin: (opened) => {
    const { review } = opened;
    const source = getPublicSource(opened);
    putEntity(review, 'sources', { ...source, id: 'other', title: `Talk with ${name}`, derivedFrom: null });
    editSource(opened, { derivedFrom: 'other' });
  },
  locator: (opened) => editEvidence(opened, { locator: `Room of ${name}` }),
  quote: (opened) => editEvidence(opened, { quote: `${name} was there` }),
  evidenceNote: (opened) => editEvidence(opened, { note: `${name} was there` }),
  standingReason: (opened) =>
    editSource(opened, {
      standing: 'wrong',
      standingReason: `${name} forged it`,
      standingSince: reportContext.at,
    }),
  note: (opened) => editJudged(opened, () => ({ note: `Ask ${name}` })),
  correction: (opened) => editJudged(opened, () => ({ correction: `As ${name} says` })),
  claimant: (opened) => editJudged(opened, () => ({ claimant: name })),
  changes: (opened) => {
    const { review, draft } = opened;
    const claim = listPlacedClaims(review, draft.id)[2]?.claim;
    if (!claim?.judged) throw new Error('the third claim of the sample is judged');
    const words = `${name} cost €412 million`;
    const sentence = claim.judged.sentence.replace(claim.judged.words, words);
    putEntity(review, 'claims', { ...claim, judged: { ...claim.judged, words, sentence } });
  },
  tag: (opened) => {
    putEntity(opened.review, 'tags', { id: 'tag', name, color: 'red' });
    editJudged(opened, () => ({ tagIds: ['tag'] }));
  },
  dismissal: () => {
    const opened = openContradiction();
    const { review, draft } = opened;
    for (const source of [...review.sources.values()])
      putEntity(review, 'sources', { ...source, title: name });
    const step = dismissQuery(findTextQuery(draft), draft.text, `${name} said so`, createEditContext('d'));
    applyOrThrow(review, step.edits);
    return { opened };
  },
  formerWords: (opened) => {
    const next = createNextDraft(opened, { waiting: [3] });
    for (const placement of [...next.review.placements.values()])
      if (placement.span === null)
        putEntity(next.review, 'placements', { ...placement, changes: recordFormerWords(`${name} paid`) });
    return { opened: next };
  },
  beside: (opened) => {
    // Each word may stand anywhere; both together are what the reviewer wants hidden.
    hideToo(opened, 'night porter');
    putEntity(opened.review, 'tags', { id: 'tag1', name: 'night', color: 'red' });
    putEntity(opened.review, 'tags', { id: 'tag2', name: 'porter', color: 'red' });
    editJudged(opened, () => ({ tagIds: ['tag1', 'tag2'] }));
    return { secret: 'night porter' };
  },
};

/** The text of the finished file, as far as it is made without a window. */
async function readBack(format: ReportFormat, { content, claimLog }: ReportContent): Promise<string> {
  if (!claimLog) return content;
  if (format === 'csv')
    return (await makeClaimLogFiles(claimLog, 'csv'))
      .map(({ bytes }) => new TextDecoder().decode(bytes))
      .join();
  const [workbook] = await makeClaimLogFiles(claimLog, 'xlsx');
  const { parts } = await readXlsx(workbook?.bytes ?? new Uint8Array());
  return [...parts].flat().join('\n');
}

/** Letters and digits alone, without markup. */
const fold = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Files that hold what is secret, and those of them in which nothing was found, with all fields and without some. */
interface Outcome {
  printed: string[];
  broken: string[];
  brokenWithout: string[];
}

async function makeFiles(write: Write, off: readonly SearchedField[]): Promise<Outcome> {
  const outcome: Outcome = { printed: [], broken: [], brokenWithout: [] };
  for (const format of reportFormats)
    for (const reader of ['public', 'editor'] satisfies ReportReader[]) {
      const sample = editConfidentialSource({ kind: 'person', title: name });
      const { opened = sample, job: edit = (job: ReportJob) => job, secret = name } = write(sample) ?? {};
      const whole = createReportJob(opened, format, reader);
      const options = { ...whole.choices.options, reviewers: true };
      const job = edit({ ...whole, choices: { format, options } });
      const built = buildJob(job);
      // The name that is proposed is a part of what leaves the app.
      const file = `${await readBack(format, renderBuilt(built, job))} ${job.context.fileName ?? ''}`;
      if (!fold(file).includes(fold(secret))) continue;
      const which = `${format} for ${reader}`;
      const { review, report } = built;
      const entries = report.texts.entries.filter(({ field }) => !off.includes(field));
      outcome.printed.push(which);
      if (searchReport(job, built).leaks.length === 0) outcome.broken.push(which);
      if (searchReport(job, { review, report: { ...report, texts: { entries } } }).leaks.length === 0)
        outcome.brokenWithout.push(which);
    }
  return outcome;
}

/** Fields that print texts of others once more: they are switched off with these. */
const derived: readonly SearchedField[] = ['citation', 'beside', 'besidePublished', 'fileName'];

test.each(Object.keys(origins) as (keyof typeof origins)[])(
  'What is secret in the field %s is found in every file that has it, because this field is searched',
  async (field) => {
    const { printed, broken, brokenWithout } = await makeFiles(origins[field], [field, ...derived]);
    expect(printed).not.toEqual([]);
    expect(broken).toEqual([]);
    expect(brokenWithout).not.toEqual([]);
  },
  60_000,
);
