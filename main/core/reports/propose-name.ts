import { toSafeFileName } from '#main/base/safe-file-name.ts';
import { type ReportChoices, reportFormatTraits } from '#shared/domain/settings/report-options.ts';
import { getReaderLine } from '#shared/reports/base/reader-lines.ts';

/**
 * Longest part of a name that is the article's title, in UTF-16 code units. With all that is said around it, a name has at most 240 bytes.
 */
const maxTitleLength = 55;

/** Facts of an article by which its report is named. */
export interface NamedArticle {
  title: string;
  draftNumber: number;
  /** The names of the files that its drafts were read from. */
  importedNames: readonly string[];
}

/** For whom a report is, where the name has to say so at its end. A ClaimReview is the same for everybody. */
function nameReader({ format, options }: ReportChoices): string {
  return options.reader === 'legal' || format === 'claimReview' ? '' : `, ${options.reader}`;
}

/**
 * The name that is proposed for a report: its article, draft and reader, such as “The ferry – fact check, draft 2, public.docx”. That of
 * a report for lawyers says so first. It is never the name of a file that a draft was read from, which the report could replace.
 */
export function proposeName(
  { title, draftNumber, importedNames }: NamedArticle,
  choices: ReportChoices,
  extension: string,
): string {
  const line = getReaderLine(choices.options.reader);
  const subject = toSafeFileName(title, 'Report', maxTitleLength);
  const { content } = reportFormatTraits[choices.format];
  const stem = toSafeFileName(
    `${line === null ? '' : `${line} – `}${subject} – ${content}, draft ${draftNumber}${nameReader(choices)}`,
    'Report',
    Number.POSITIVE_INFINITY,
  );
  // Case and composition make no difference on many disks.
  const fold = (name: string) => name.normalize('NFC').toLowerCase();
  const taken = new Set(importedNames.map(fold));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : ` (${number})`}${extension}`;
    if (!taken.has(fold(name))) return name;
  }
}
