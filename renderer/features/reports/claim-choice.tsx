import { openOf, progressOf } from '../../../shared/domain/review/progress';
import { type Standing, standingLooks, standings } from '../../../shared/domain/verdict';
import { counted } from '../../../shared/text/format/count-of';
import { shownNumber } from '../../../shared/text/format/format-number';
import { useListedClaims } from '../../state/review/session-context';
import { Checkbox } from '../../ui/fields/checkbox';
import styles from './export-dialog.module.css';

interface ClaimChoiceProps {
  standings: readonly Standing[];
  onChange: (standings: Standing[]) => void;
}

/** Which claims the report holds, by how they stand. One kind always stays. */
export function ClaimChoice({ standings: chosen, onChange }: ClaimChoiceProps) {
  const all = useListedClaims().map(({ standing }) => standing);
  const progress = progressOf(all);
  const count = all.filter((standing) => chosen.includes(standing)).length;
  const toggle = (standing: Standing, on: boolean) =>
    onChange(standings.filter((other) => (other === standing ? on : chosen.includes(other))));
  return (
    <fieldset className={styles.claims}>
      <legend>Claims</legend>
      {standings.map((standing) => (
        <Checkbox
          key={standing}
          isSelected={chosen.includes(standing)}
          isDisabled={chosen.length === 1 && chosen[0] === standing}
          onChange={(on) => toggle(standing, on)}
        >
          {standingLooks[standing].label} {shownNumber(progress[standing])}
        </Checkbox>
      ))}
      {count === 0 ? (
        <p className={styles.warning} role="status">
          The report will hold no claim. {all.length === 0 ? 'None was marked yet.' : 'Choose others above.'}
        </p>
      ) : (
        <p className={styles.aside}>
          {counted(count, 'claim')} of {shownNumber(all.length)}.
          {openOf(progress) > 0 && ' Open ones are shown as open.'}
        </p>
      )}
    </fieldset>
  );
}
