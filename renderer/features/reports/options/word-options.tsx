import type { WordOptions as WordChoices } from '../../../../shared/domain/report-options';
import { SegmentedChoice } from '../../../ui/choices/segmented-choice';
import { Checkbox } from '../../../ui/fields/checkbox';
import { annotationLabels, baseLabels } from './option-labels';
import type { OptionsProps } from './options-props';
import { PaperField } from './page-options';

const bases = ['original', 'clean'] as const;
const annotations = ['comments', 'footnotes'] as const;

const baseOptions = bases.map((base) => ({ value: base, label: baseLabels[base] }));
const annotationOptions = annotations.map((kind) => ({ value: kind, label: annotationLabels[kind] }));

/** How a Word report is made. The public always gets a clean document, so there is nothing to choose then. */
export function WordOptions(props: OptionsProps) {
  const { options, onChange } = props;
  const { word, reader } = options;
  const change = (changed: Partial<WordChoices>) => onChange({ word: { ...word, ...changed } });
  return (
    <>
      {reader !== 'public' && (
        <SegmentedChoice
          label="Written into"
          options={baseOptions}
          value={word.base}
          onChange={(base) => change({ base })}
        />
      )}
      <SegmentedChoice
        label="Claims as"
        options={annotationOptions}
        value={word.annotations}
        onChange={(kind) => change({ annotations: kind })}
      />
      <Checkbox isSelected={word.appendix} onChange={(appendix) => change({ appendix })}>
        Append a table of the claims and the sources
      </Checkbox>
      {(word.base === 'clean' || reader === 'public') && <PaperField {...props} />}
    </>
  );
}
