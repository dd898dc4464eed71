import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import {
  type ReportFormat,
  type ReportReader,
  reportFormats,
  reportFormatTraits,
  reportReaders,
} from '#shared/domain/settings/report-options.ts';
import { legalLine } from '#shared/reports/base/reader-lines.ts';
import styles from './export-dialog.module.css';

const readerLabels: Record<ReportReader, string> = { public: 'Public', editor: 'Editor', legal: 'Legal' };

const readerOptions = reportReaders.map((reader) => ({ value: reader, label: readerLabels[reader] }));

const readerDescriptions: Record<Exclude<ReportReader, 'legal'>, string> = {
  public: 'The article as it stands, without confidential sources and notes.',
  editor: 'Everything, but of a confidential source only that there is one.',
};

/** ClaimReviews are published, so there is nothing to choose. */
const claimReviewDescription =
  'A ClaimReview is published: it has the claim, who stated it and the verdict, and nothing of notes and sources.';

interface ReaderChoiceProps {
  reader: ReportReader;
  format: ReportFormat;
  onChange: (reader: ReportReader) => void;
}

/** Whom the report is for, and what that means. Lawyers are never preselected. */
export function ReaderChoice({ reader, format, onChange }: ReaderChoiceProps) {
  if (format === 'claimReview')
    return (
      <>
        <SegmentedChoice label="For" options={readerOptions} value="public" onChange={onChange} isDisabled />
        <p className={styles.aside} role="status">
          {claimReviewDescription}
        </p>
      </>
    );
  return (
    <>
      <SegmentedChoice label="For" options={readerOptions} value={reader} onChange={onChange} />
      {reader === 'legal' ? (
        <p className={styles.warning} role="status">
          Names your confidential sources, with all notes and accepted risks, and is not searched for them.
          Every page and the name of the file say “{legalLine}”. You are asked before it is saved, and Stet
          does not remember this choice.
        </p>
      ) : (
        <p className={styles.aside} role="status">
          {readerDescriptions[reader]}
          {reader === 'public' &&
            format === 'docx' &&
            ' It is always a clean document: comments, deleted words and properties of the author’s file may name a source.'}
        </p>
      )}
    </>
  );
}

const toOption = (format: ReportFormat) => ({ value: format, label: reportFormatTraits[format].label });
const isUsual = (format: ReportFormat) => reportFormatTraits[format].isUsual;
/** The formats that most desks need, and the others, which are in a list. */
const usualOptions = [
  ...reportFormats.filter(isUsual).map(toOption),
  { value: 'other' as const, label: 'Other' },
];
const otherFormats = reportFormats.filter((format) => !isUsual(format));
const otherOptions = otherFormats.map(toOption);

interface FormatChoiceProps {
  format: ReportFormat;
  onChange: (format: ReportFormat) => void;
}

/** The format of the report, with a sentence about it. */
export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  const choose = (chosen: string) => {
    const next = chosen === 'other' ? otherFormats[0] : reportFormats.find((one) => one === chosen);
    if (next) onChange(next);
  };
  return (
    <>
      <SegmentedChoice
        label="Format"
        options={usualOptions}
        value={isUsual(format) ? format : 'other'}
        onChange={choose}
      />
      {!isUsual(format) && (
        <SelectField label="Other format" options={otherOptions} value={format} onChange={choose} />
      )}
      <p className={styles.aside}>{reportFormatTraits[format].description}</p>
    </>
  );
}
