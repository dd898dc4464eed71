import { stanceLabels, stances } from '../../../../../shared/domain/evidence';
import { maxLineLength, maxProseLength } from '../../../../../shared/domain/primitives';
import { SegmentedChoice } from '../../../../ui/choices/segmented-choice';
import { Field } from '../../../../ui/fields/field';
import { stanceTones } from '../../evidence/stance-tones';
import type { SourceFormValues } from '../values/source-form-values';

interface EvidenceFieldsetProps {
  values: SourceFormValues;
  change: (changed: Partial<SourceFormValues>) => void;
}

const stanceOptions = stances.map((stance) => ({
  value: stance,
  label: stanceLabels[stance],
  tone: stanceTones[stance],
}));

/** Fields for what the source says about the claim, and where. */
export function EvidenceFieldset({ values, change }: EvidenceFieldsetProps) {
  return (
    <>
      <SegmentedChoice
        label="What it says about the claim"
        options={stanceOptions}
        value={values.stance}
        onChange={(stance) => change({ stance })}
      />
      <Field
        label="Place in the source"
        maxLength={maxLineLength}
        value={values.locator}
        onChange={(locator) => change({ locator })}
        placeholder="e.g. p. 14, table 3, 12:40"
      />
      <Field
        label="Quote"
        maxLength={maxProseLength}
        lines={2}
        value={values.quote}
        onChange={(quote) => change({ quote })}
      />
      <Field
        label="Note on this evidence"
        maxLength={maxProseLength}
        lines={1}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}
