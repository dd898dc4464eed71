import { memo, useEffect, useRef } from 'react';
import { claimKinds } from '../../../../shared/domain/claim';
import { editClaim, type Written } from '../../../../shared/domain/claims/claim-edits';
import { longestLine, longestProse, typed, typedLine } from '../../../../shared/domain/primitives';
import { useReviewView } from '../../../state/review/review-view';
import { useSession } from '../../../state/review/session-context';
import { useTyped } from '../../../state/review/typing';
import { Picker } from '../../../ui/choices/picker';
import { Field } from '../../../ui/fields/field';
import styles from './claim-fields.module.css';

interface ClaimFieldsProps extends Written {
  claimId: string;
  /** The claim's own words, with which a correction begins. */
  words: string;
}

const kindNames = {
  figure: 'Figure',
  date: 'Date',
  name: 'Name',
  quote: 'Quote',
  event: 'Event',
  other: 'Other',
};

const kinds = [
  { value: '', label: 'Not said' },
  ...claimKinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
];

/** What the reviewer writes on the claim. Each pause in typing is one step that can be undone. */
export const ClaimFields = memo(function ClaimFields({ claimId, words, ...written }: ClaimFieldsProps) {
  const { review, apply, readOnly } = useSession();
  const onChange = (after: Partial<Written>) => {
    const claim = review.claims.get(claimId);
    if (claim) apply(editClaim(claim, after));
  };
  const note = useTyped(written.note ?? '', (value) => onChange({ note: typed(value) }));
  const correction = useTyped(
    written.correction ?? '',
    (value) => onChange({ correction: typed(value) }),
    readOnly || words.length > longestProse ? '' : words,
  );
  const claimant = useTyped(written.claimant ?? '', (value) => onChange({ claimant: typedLine(value) }));
  const noteField = useRef<HTMLTextAreaElement>(null);
  const focusNote = useReviewView((view) => view.focusNote);

  useEffect(() => {
    if (!focusNote) return;
    useReviewView.setState({ focusNote: null });
    noteField.current?.focus();
  }, [focusNote]);

  return (
    <>
      <Field
        label="Note"
        maxLength={longestProse}
        lines={2}
        inputRef={noteField}
        isReadOnly={readOnly}
        {...note}
      />
      <Field label="Change to" maxLength={longestProse} lines={2} isReadOnly={readOnly} {...correction} />
      <div className={styles.pair}>
        <Field label="Stated by" maxLength={longestLine} isReadOnly={readOnly} {...claimant} />
        <Picker
          label="Kind"
          options={kinds}
          value={written.kind ?? ''}
          isDisabled={readOnly}
          onChange={(value) => onChange({ kind: claimKinds.find((kind) => kind === value) ?? null })}
        />
      </div>
    </>
  );
});
