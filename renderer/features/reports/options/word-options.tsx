import type { WordOptions as WordChoices } from '../../../../shared/domain/report-options';
import { SegmentedChoice } from '../../../ui/choices/segmented-choice';
import { Checkbox } from '../../../ui/fields/field';
import styles from '../export-dialog.module.css';
import { annotationLabels, baseLabels } from './option-labels';
import type { OptionsProps } from './options-props';
import { PaperField } from './page-options';

const bases = ['original', 'clean'] as const;
const annotations = ['comments', 'footnotes'] as const;

const annotationOptions = annotations.map((kind) => ({ value: kind, label: annotationLabels[kind] }));

/**
 * How a Word report is made. The public always gets a clean document, so there is nothing to choose then. Where there is no file of the
 * author, a clean document is shown as chosen; the choice itself stays for the next article.
 */
export function WordOptions(props: OptionsProps) {
  const { options, whyClean, onChange } = props;
  const { word, reader } = options;
  const base = whyClean === null ? word.base : 'clean';
  const baseOptions = bases.map((value) => ({
    value,
    label: baseLabels[value],
    isDisabled: value === 'original' && whyClean !== null,
  }));
  const change = (changed: Partial<WordChoices>) => onChange({ word: { ...word, ...changed } });
  return (
    <>
      {reader !== 'public' && (
        <>
          <SegmentedChoice
            label="Written into"
            options={baseOptions}
            value={base}
            onChange={(chosen) => change({ base: chosen })}
          />
          {whyClean !== null && <p className={styles.aside}>{whyClean}</p>}
        </>
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
      {(base === 'clean' || reader === 'public') && <PaperField {...props} />}
    </>
  );
}
