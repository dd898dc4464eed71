import { paperSizes, pdfLayouts } from '../../../../shared/domain/report-options';
import { SelectField } from '../../../ui/choices/select-field';
import { layoutLabels, paperLabels } from './option-labels';
import type { OptionsProps } from './options-props';

const paperOptions = paperSizes.map((paper) => ({ value: paper, label: paperLabels[paper] }));
const layoutOptions = pdfLayouts.map((layout) => ({ value: layout, label: layoutLabels[layout] }));

/** The size of the pages. */
export function PaperField({ options, onChange }: OptionsProps) {
  return (
    <SelectField
      label="Paper"
      options={paperOptions}
      value={options.paper}
      onChange={(value) => onChange({ paper: paperSizes.find((paper) => paper === value) ?? options.paper })}
    />
  );
}

/** How a PDF is laid out. */
export function PdfOptions(props: OptionsProps) {
  const { options, onChange } = props;
  return (
    <>
      <PaperField {...props} />
      <SelectField
        label="Layout"
        options={layoutOptions}
        value={options.layout}
        onChange={(value) =>
          onChange({ layout: pdfLayouts.find((layout) => layout === value) ?? options.layout })
        }
      />
    </>
  );
}
