import type { ComponentType } from 'react';
import {
  citationStyles,
  type ReportChoices,
  type ReportFormat,
  reportFormatTraits,
} from '../../../../shared/domain/report-options';
import { SelectField } from '../../../ui/choices/select-field';
import { Checkbox } from '../../../ui/fields/field';
import { Disclosure } from '../../../ui/layout/disclosure';
import { ClaimChoice } from './claim-choice';
import { describeOptions, styleLabels } from './option-labels';
import type { OptionsProps } from './options-props';
import { PdfOptions } from './page-options';
import { WordOptions } from './word-options';

const styleOptions = citationStyles.map((style) => ({ value: style, label: styleLabels[style] }));

/** The options that only one format has. */
const formatOptions: Partial<Record<ReportFormat, ComponentType<OptionsProps>>> = {
  docx: WordOptions,
  pdf: PdfOptions,
};

interface MoreOptionsProps extends Pick<OptionsProps, 'whyClean' | 'onChange'> {
  choices: ReportChoices;
}

/**
 * Everything that an everyday export leaves as it is: which claims, notes, reviewers, the citation style, and what only the
 * chosen format has. Folded away, with one line that says what is chosen.
 */
export function MoreOptions({ choices, whyClean, onChange }: MoreOptionsProps) {
  const { format, options } = choices;
  const { reader } = options;
  const FormatOptions = formatOptions[format];
  return (
    <Disclosure label="More options" summary={describeOptions(choices, whyClean !== null)}>
      <ClaimChoice selected={options.standings} onChange={(standings) => onChange({ standings })} />
      {/* The public never gets notes, and lawyers always do. */}
      {reader === 'editor' && (
        <Checkbox isSelected={options.notes} onChange={(notes) => onChange({ notes })}>
          Include notes
        </Checkbox>
      )}
      {reader === 'public' && (
        <Checkbox isSelected={options.reviewers} onChange={(reviewers) => onChange({ reviewers })}>
          Name the reviewers
        </Checkbox>
      )}
      {reportFormatTraits[format].isWhole && (
        <SelectField
          label="Citation style"
          options={styleOptions}
          value={options.style}
          onChange={(value) =>
            onChange({ style: citationStyles.find((style) => style === value) ?? options.style })
          }
        />
      )}
      {FormatOptions && <FormatOptions options={options} whyClean={whyClean} onChange={onChange} />}
    </Disclosure>
  );
}
