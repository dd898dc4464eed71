import { type ReportFormat, reportFormats } from '../../../shared/domain/report-options';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { SelectField } from '../../ui/choices/select-field';
import styles from './export-dialog.module.css';

export const formatLabels: Record<ReportFormat, string> = {
  docx: 'Word',
  pdf: 'PDF',
  html: 'HTML',
  xlsx: 'Excel',
  csv: 'CSV',
  markdown: 'Markdown',
  json: 'JSON',
  webAnnotation: 'Web Annotation',
  claimReview: 'ClaimReview',
};

const formatDescriptions: Record<ReportFormat, string> = {
  docx: 'The article with a comment on each claim, and corrections as tracked changes.',
  pdf: 'Article, claims, sources and summary as pages: to read, print and send.',
  html: 'One file that opens in any browser: article with numbered marks, claims, sources, summary.',
  xlsx: 'A sheet with a row for each claim, and one with a row for each piece of evidence.',
  csv: 'The rows of the spreadsheet as text files, one for each table, for any program with tables.',
  markdown: 'The article with a footnote for each claim, for any text editor.',
  json: 'Everything as data, by a documented JSON Schema.',
  webAnnotation: 'The claims as annotations of the article, for programs (W3C JSON-LD).',
  claimReview: 'Chosen claims for search engines and fact-check databases (schema.org).',
};

/** The formats that most desks need, and the others, which are in a list. */
const usualFormats: readonly ReportFormat[] = ['docx', 'pdf', 'html', 'xlsx'];
const otherFormats: readonly ReportFormat[] = ['markdown', 'csv', 'json', 'webAnnotation', 'claimReview'];

const usualOptions = [
  ...usualFormats.map((format) => ({ value: format, label: formatLabels[format] })),
  { value: 'other' as const, label: 'Other' },
];
const otherOptions = otherFormats.map((format) => ({ value: format, label: formatLabels[format] }));

interface FormatChoiceProps {
  format: ReportFormat;
  onChange: (format: ReportFormat) => void;
}

/** The format of the report, with a sentence about it. */
export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  const isUsual = usualFormats.includes(format);
  const choose = (chosen: string) => {
    const next = chosen === 'other' ? otherFormats[0] : reportFormats.find((one) => one === chosen);
    if (next) onChange(next);
  };
  return (
    <>
      <SegmentedChoice
        label="Format"
        options={usualOptions}
        value={isUsual ? format : 'other'}
        onChange={choose}
      />
      {!isUsual && (
        <SelectField label="Other format" options={otherOptions} value={format} onChange={choose} />
      )}
      <p className={styles.aside}>{formatDescriptions[format]}</p>
    </>
  );
}
