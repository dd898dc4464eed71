import { useListedClaims, useSession } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import { type ClaimStatus, isRated } from '#shared/domain/base/verdict.ts';
import type { ClaimReviewOptions as Options } from '#shared/domain/settings/report-options.ts';
import type { MissingField } from '#shared/reports/missing-field.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isolate, shorten } from '#shared/text/format/wording.ts';
import styles from './export-dialog.module.css';

/** How much of a claim's words is shown, in UTF-16 code units. */
const maxWords = 80;

const placeLabels: Record<MissingField['place'], string> = {
  claims: 'Go to a claim',
  details: 'Open details',
  settings: 'Open settings',
};

interface ClaimReviewOptionsProps {
  options: Options;
  /** The statuses of the claims that the report includes. */
  standings: readonly ClaimStatus[];
  /** The fields that have to be filled in before the report can be saved. */
  missing: readonly MissingField[];
  /** Leaves the dialog for the place of such a field. */
  onGoTo: (place: MissingField['place']) => void;
  onChange: (options: Options) => void;
}

function toggle(ids: readonly string[], id: string, isOn: boolean): string[] {
  const others = ids.filter((other) => other !== id);
  return isOn ? [...others, id] : others;
}

/** Which claims become ClaimReviews, and what is missing for that. Only claims with a claimant and a verdict can be chosen. */
export function ClaimReviewOptions(props: ClaimReviewOptionsProps) {
  const { options, standings, missing, onGoTo, onChange } = props;
  const { draft } = useSession();
  const listed = useListedClaims();
  const claims = listed.flatMap(({ claim, status, span }) =>
    span !== null && claim.claimant !== null && isRated(status) && standings.includes(status)
      ? [{ id: claim.id, claimant: claim.claimant, words: draft.text.slice(span.start, span.end) }]
      : [],
  );
  const chosen = options.claimIds ?? claims.map(({ id }) => id);
  const left = listed.length - claims.length;
  return (
    <fieldset className={styles.reviews}>
      <legend>Claims to review</legend>
      {claims.map(({ id, claimant, words }) => (
        <div key={id} className={styles.review}>
          <Checkbox
            isSelected={chosen.includes(id)}
            onChange={(isOn) => onChange({ ...options, claimIds: toggle(chosen, id, isOn) })}
          >
            {`${isolate(claimant)}: “${isolate(shorten(words, maxWords))}”`}
          </Checkbox>
          {chosen.includes(id) && (
            <Checkbox
              isSelected={options.organizationIds.includes(id)}
              onChange={(isOn) =>
                onChange({ ...options, organizationIds: toggle(options.organizationIds, id, isOn) })
              }
            >
              {`${isolate(claimant)} is an organization`}
            </Checkbox>
          )}
        </div>
      ))}
      {left > 0 && (
        <p className={styles.aside}>
          {formatCount(left, 'claim')} without a verdict that counts, without “Stated by”, or not selected in
          “More options”, can’t be chosen.
        </p>
      )}
      {missing.length > 0 && (
        <ul className={styles.missing} role="status" aria-label="Missing">
          {missing.map(({ place, sentence }) => (
            <li key={sentence}>
              {sentence}{' '}
              {(place !== 'claims' || listed.some(({ span }) => span !== null)) && (
                <Button kind="quiet" onPress={() => onGoTo(place)}>
                  {placeLabels[place]}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
