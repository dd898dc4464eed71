import {
  type CitationStyle,
  citationStyles,
  type PaperSize,
  paperSizes,
  type ReportChoices,
  type ReportFormat,
} from '../../../shared/domain/report-options';
import { SelectField } from '../../ui/choices/select-field';
import styles from './export-dialog.module.css';

const styleLabels: Record<CitationStyle, string> = {
  apa: 'APA',
  harvard1: 'Harvard',
  vancouver: 'Vancouver',
};
const paperLabels: Record<PaperSize, string> = { a4: 'A4', letter: 'Letter' };

const styleOptions = citationStyles.map((style) => ({ value: style, label: styleLabels[style] }));
const paperOptions = paperSizes.map((paper) => ({ value: paper, label: paperLabels[paper] }));

interface StyleAndPaperProps {
  format: ReportFormat;
  options: ReportChoices['options'];
  onChange: (changed: Partial<ReportChoices['options']>) => void;
}

/** How sources are cited in the report, and the size of its pages if it has pages. */
export function StyleAndPaper({ format, options, onChange }: StyleAndPaperProps) {
  return (
    <div className={styles.pair}>
      <SelectField
        label="Citation style"
        options={styleOptions}
        value={options.style}
        onChange={(value) =>
          onChange({ style: citationStyles.find((style) => style === value) ?? options.style })
        }
      />
      {format === 'pdf' && (
        <SelectField
          label="Paper"
          options={paperOptions}
          value={options.paper}
          onChange={(value) =>
            onChange({ paper: paperSizes.find((paper) => paper === value) ?? options.paper })
          }
        />
      )}
    </div>
  );
}
