import { type ReportFormat, reportFormats, reportFormatTraits } from '../../../shared/domain/report-options';
import { SegmentedChoice } from '../../ui/choices/segmented-choice';
import { SelectField } from '../../ui/choices/select-field';
import styles from './export-dialog.module.css';

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
