import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeClaimLogFiles } from '#main/worker/output/claim-log-files.ts';
import { makeReport, type ReportContent } from '#main/worker/reports/make-report.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { getArticle, putEntity } from '#shared/domain/review/review.ts';
import { type ReportFormat, reportFormats } from '#shared/domain/settings/report-options.ts';
import { readXlsx } from '#tests/spreadsheets/read-xlsx.ts';
import { choose } from '#tests/unit/effort.ts';
import { createReportJob, editConfidentialSource, type Opened } from './confidential-review.ts';

/** Words that no list has and that the sample does not print. */
const canary = fc
  .array(fc.constantFrom('zor', 'quin', 'vek', 'plu', 'dro', 'xan', 'mib', 'tuf'), {
    minLength: 3,
    maxLength: 4,
  })
  .map((syllables) => syllables.join(''))
  .map((word) => word.charAt(0).toUpperCase() + word.slice(1));

const file = { bytes: 5, mime: 'application/pdf', addedAt: '2026-11-21T11:04:00.000Z' };

const getSource = ({ review }: Opened, isConfidential: boolean): Source => {
  const used = new Set(Array.from(review.evidence.values(), ({ sourceId }) => sourceId));
  const source = [...review.sources.values()].find(
    ({ id, confidential }) => confidential === isConfidential && used.has(id),
  );
  if (!source) throw new Error('the sample has evidence from such a source');
  return source;
};

const editSource = (opened: Opened, isConfidential: boolean, fields: Partial<Source>) =>
  putEntity(opened.review, 'sources', { ...getSource(opened, isConfidential), ...fields });

const editEvidence = (opened: Opened, isConfidential: boolean, fields: Partial<Evidence>) => {
  const { id } = getSource(opened, isConfidential);
  const evidence = [...opened.review.evidence.values()].find(({ sourceId }) => sourceId === id);
  if (evidence) putEntity(opened.review, 'evidence', { ...evidence, ...fields });
};

const editClaim = ({ review }: Opened, fields: Partial<Claim>) => {
  const [claim] = review.claims.values();
  if (claim) putEntity(review, 'claims', { ...claim, ...fields });
};

const attach = (opened: Opened, isConfidential: boolean, name: string) =>
  putEntity(opened.review, 'attachments', {
    id: `file-${isConfidential}`,
    sourceId: getSource(opened, isConfidential).id,
    name,
    ...file,
    sha256: (isConfidential ? 'feed' : 'beef').repeat(16),
  });

type Write = (opened: Opened, text: string) => void;

/** How much of a field is repeated: of a quotation, more than a word that anybody may use. */
const repeated: Record<string, (word: string) => string> = {
  quote: (word) => `met ${word} at the old bridge`,
};

/** Everything that is stored of a confidential source, with how it holds a canary. */
const secretFields: Record<string, Write> = {
  title: (opened, text) => editSource(opened, true, { kind: 'person', title: text }),
  author: (opened, text) => editSource(opened, true, { author: `Ilse ${text}` }),
  publisher: (opened, text) => editSource(opened, true, { publisher: text }),
  contact: (opened, text) => editSource(opened, true, { contact: `${text.toLowerCase()}@post.example` }),
  host: (opened, text) => editSource(opened, true, { url: `https://${text.toLowerCase()}.example/` }),
  path: (opened, text) =>
    editSource(opened, true, { url: `https://news.example/${text.toLowerCase()}.html` }),
  archive: (opened, text) => editSource(opened, true, { archiveUrl: `https://archive.example/${text}` }),
  alsoHide: (opened, text) => editSource(opened, true, { alsoHide: `the boss, ${text}` }),
  standingReason: (opened, text) =>
    editSource(opened, true, { standing: 'withdrawn', standingReason: `Forged by ${text}` }),
  locator: (opened, text) => editEvidence(opened, true, { locator: `Café ${text}` }),
  quote: (opened, text) =>
    editEvidence(opened, true, { quote: `We met ${text} at the old bridge in spring` }),
  note: (opened, text) => editEvidence(opened, true, { note: `Met ${text} there` }),
  file: (opened, text) => attach(opened, true, `${text}.pdf`),
};

/** Every field of public things that a person types, with how it repeats a canary. */
const typedFields: Record<string, Write | null> = {
  nothing: null,
  articleTitle: ({ review }, title) => putEntity(review, 'article', { ...getArticle(review), title }),
  byline: ({ review }, byline) => putEntity(review, 'article', { ...getArticle(review), byline }),
  link: ({ review }, text) =>
    putEntity(review, 'article', { ...getArticle(review), link: `https://desk.example/${text}` }),
  title: (opened, title) => editSource(opened, false, { title }),
  author: (opened, author) => editSource(opened, false, { author }),
  publisher: (opened, publisher) => editSource(opened, false, { publisher }),
  address: (opened, text) => editSource(opened, false, { url: `https://open.example/${text}` }),
  archive: (opened, text) => editSource(opened, false, { archiveUrl: `https://archive.example/x/${text}` }),
  standingReason: (opened, standingReason) =>
    editSource(opened, false, { standing: 'wrong', standingReason }),
  file: (opened, text) => attach(opened, false, `Copy ${text}.pdf`),
  locator: (opened, locator) => editEvidence(opened, false, { locator }),
  quote: (opened, quote) => editEvidence(opened, false, { quote }),
  evidenceNote: (opened, note) => editEvidence(opened, false, { note }),
  note: (opened, note) => editClaim(opened, { note }),
  correction: (opened, correction) => editClaim(opened, { correction }),
  claimant: (opened, claimant) => editClaim(opened, { claimant }),
  tag: (opened, name) => {
    putEntity(opened.review, 'tags', { id: 'tag', name, color: 'red' });
    editClaim(opened, { tagIds: ['tag'] });
  },
};

/** The text of the finished file, as far as it is made without Word or a printer. */
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

/**
 * Words of a public source may be repeated: an organization, a place, a host. These secrets are public once a public source has them
 * in a field of its own.
 */
const publicOnceSaid = new Set([
  'publisher',
  'host',
  'path',
  'archive',
  'locator',
  'note',
  'standingReason',
  'file',
  'quote',
]);
const saidBySource = new Set([
  'title',
  'author',
  'publisher',
  'address',
  'archive',
  'locator',
  'quote',
  'file',
]);

test.each(reportFormats)(
  'A canary in a confidential field appears in no %s file for the public or an editor, unless it was asked about',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        canary,
        fc.constantFrom(...Object.keys(secretFields)),
        fc.constantFrom(...Object.keys(typedFields)),
        fc.constantFrom('public', 'editor'),
        async (word, secret, typed, reader) => {
          const opened = editConfidentialSource({ kind: 'document', title: 'Nobody' });
          secretFields[secret]?.(opened, word);
          typedFields[typed]?.(opened, repeated[secret]?.(word) ?? word);
          const { leaks, ...report } = makeReport(createReportJob(opened, format, reader));
          for (const { message } of leaks) expect(message.toLowerCase()).not.toContain(word.toLowerCase());
          if (leaks.length > 0 || (publicOnceSaid.has(secret) && saidBySource.has(typed))) return;
          const file = (await readBack(format, report)).toLowerCase();
          expect(file.includes(word.toLowerCase())).toBe(false);
        },
      ),
      { numRuns: choose(20, 60) },
    );
  },
  120_000,
);
