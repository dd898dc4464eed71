import { stanceLabels, stances, stancesByVerdict } from '../../../../shared/domain/evidence';
import { maxLineLength, maxProseLength } from '../../../../shared/domain/primitives';
import { statusLooks, type Verdict } from '../../../../shared/domain/verdict';
import { SegmentedChoice } from '../../../ui/choices/segmented-choice';
import { Field } from '../../../ui/fields/field';
import { stanceTones } from '../evidence/stance-tones';
import type { SourceFormValues } from './source-form-values';

interface EvidenceFieldsetProps {
  values: SourceFormValues;
  /** The verdict of the claim, which a stance follows until somebody chooses one. */
  verdict: Verdict;
  change: (changed: Partial<SourceFormValues>) => void;
}

const stanceOptions = stances.map((stance) => ({
  value: stance,
  label: stanceLabels[stance],
  tone: stanceTones[stance],
}));

/** Fields for what the source says about the claim, and where. */
export function EvidenceFieldset({ values, verdict, change }: EvidenceFieldsetProps) {
  const isPreselected = values.stance === null;
  return (
    <>
      <SegmentedChoice
        label="What it says about the claim"
        options={stanceOptions}
        value={values.stance ?? stancesByVerdict[verdict]}
        isPreselected={isPreselected}
        hint={
          isPreselected
            ? `Follows the verdict (${statusLooks[verdict].inSentence}) until you choose one.`
            : undefined
        }
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
