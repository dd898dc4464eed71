import { memo, useEffect, useRef } from 'react';
import { claimKindLabels, claimKinds } from '../../../../shared/domain/claim';
import { type EditableClaimFields, editClaim } from '../../../../shared/domain/claims/claim-edits';
import {
  maxLineLength,
  maxProseLength,
  normalizeInput,
  normalizeLineInput,
} from '../../../../shared/domain/primitives';
import { useSession } from '../../../state/review/use-session';
import { useDebouncedField } from '../../../state/typing/use-debounced-field';
import { useReviewView } from '../../../state/view/review-view';
import { SelectField } from '../../../ui/choices/select-field';
import { Field } from '../../../ui/fields/field';
import styles from './claim-card.module.css';

interface ClaimFieldsProps extends EditableClaimFields {
  claimId: string;
  /** The claim's text in the article, with which a new correction starts. */
  text: string;
}

const kindOptions = [
  { value: '', label: 'Not set' },
  ...claimKinds.map((kind) => ({ value: kind, label: claimKindLabels[kind] })),
];

/** The fields that the reviewer fills in. Each pause in typing ends one step that can be undone. */
export const ClaimFields = memo(function ClaimFields({ claimId, text, ...fields }: ClaimFieldsProps) {
  const { review, apply, readOnly } = useSession();
  const onChange = (changed: Partial<EditableClaimFields>) => {
    const claim = review.claims.get(claimId);
    if (claim) apply(editClaim(claim, changed));
  };
  const note = useDebouncedField(fields.note ?? '', (value) => onChange({ note: normalizeInput(value) }));
  const correction = useDebouncedField(
    fields.correction ?? '',
    (value) => onChange({ correction: normalizeInput(value) }),
    readOnly || text.length > maxProseLength ? '' : text,
  );
  const claimant = useDebouncedField(fields.claimant ?? '', (value) =>
    onChange({ claimant: normalizeLineInput(value) }),
  );
  const noteField = useRef<HTMLTextAreaElement>(null);
  const noteFocusRequest = useReviewView((view) => view.noteFocusRequest);

  useEffect(() => {
    if (!noteFocusRequest) return;
    useReviewView.setState({ noteFocusRequest: null });
    noteField.current?.focus();
  }, [noteFocusRequest]);

  return (
    <>
      <Field
        label="Note"
        maxLength={maxProseLength}
        lines={2}
        inputRef={noteField}
        isReadOnly={readOnly}
        {...note}
      />
      <Field label="Change to" maxLength={maxProseLength} lines={2} isReadOnly={readOnly} {...correction} />
      <div className={styles.pair}>
        <Field label="Stated by" maxLength={maxLineLength} isReadOnly={readOnly} {...claimant} />
        <SelectField
          label="Kind"
          options={kindOptions}
          value={fields.kind ?? ''}
          isDisabled={readOnly}
          onChange={(value) => onChange({ kind: claimKinds.find((kind) => kind === value) ?? null })}
        />
      </div>
    </>
  );
});
