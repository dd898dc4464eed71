import { countByStatus, countOpen } from '../../../../shared/domain/review/progress';
import { type ClaimStatus, claimStatuses, statusLooks } from '../../../../shared/domain/verdict';
import { formatCount, formatNumber } from '../../../../shared/text/format/numbers';
import { useListedClaims } from '../../../state/review/use-session';
import { Checkbox } from '../../../ui/fields/checkbox';
import styles from '../export-dialog.module.css';

interface ClaimChoiceProps {
  /** The statuses of the claims in the report. */
  selected: readonly ClaimStatus[];
  onChange: (selected: ClaimStatus[]) => void;
}

/** Which claims are in the report, by status. The last selected status cannot be deselected. */
export function ClaimChoice({ selected, onChange }: ClaimChoiceProps) {
  const statuses = useListedClaims().map(({ status }) => status);
  const counts = countByStatus(statuses);
  const selectedCount = statuses.filter((status) => selected.includes(status)).length;
  const select = (status: ClaimStatus, isSelected: boolean) =>
    onChange(claimStatuses.filter((other) => (other === status ? isSelected : selected.includes(other))));
  return (
    <fieldset className={styles.claims}>
      <legend>Claims</legend>
      {claimStatuses.map((status) => (
        <Checkbox
          key={status}
          isSelected={selected.includes(status)}
          isDisabled={selected.length === 1 && selected[0] === status}
          onChange={(isSelected) => select(status, isSelected)}
        >
          {statusLooks[status].label} {formatNumber(counts[status])}
        </Checkbox>
      ))}
      {selectedCount > 0 && (
        <p className={styles.aside}>
          {formatCount(selectedCount, 'claim')} of {formatNumber(statuses.length)}.
          {countOpen(counts) > 0 && ' Open ones are shown as open.'}
        </p>
      )}
    </fieldset>
  );
}

/** Says that the report will contain no claims, beside the options, which may be folded away. */
export function NoClaimsWarning({ selected }: Pick<ClaimChoiceProps, 'selected'>) {
  const statuses = useListedClaims().map(({ status }) => status);
  if (statuses.some((status) => selected.includes(status))) return null;
  return (
    <p className={styles.warning} role="status">
      The report will contain no claims.{' '}
      {statuses.length === 0 ? 'The article has none yet.' : 'Select others in “More options”.'}
    </p>
  );
}
