import type { ClaimReviewOptions as Options } from '../../../../shared/domain/report-options';
import type { ClaimStatus } from '../../../../shared/domain/verdict';
import { isRated } from '../../../../shared/reports/claim-review/reviewable-claims';
import { formatCount } from '../../../../shared/text/format/format-count';
import { isolate } from '../../../../shared/text/format/isolate';
import { shorten } from '../../../../shared/text/format/shorten';
import { useListedClaims, useSession } from '../../../state/review/use-session';
import { Checkbox } from '../../../ui/fields/checkbox';
import styles from './claim-review-options.module.css';

/** How much of a claim's words is shown, in UTF-16 code units. */
const maxWords = 80;

interface ClaimReviewOptionsProps {
  options: Options;
  /** The statuses of the claims that the report includes. */
  standings: readonly ClaimStatus[];
  /** Sentences about fields that have to be filled in before the report can be saved. */
  missing: readonly string[];
  onChange: (options: Options) => void;
}

function toggle(ids: readonly string[], id: string, isOn: boolean): string[] {
  const others = ids.filter((other) => other !== id);
  return isOn ? [...others, id] : others;
}

/** Which claims become ClaimReviews, and what is missing for that. Only claims with a claimant and a verdict can be chosen. */
export function ClaimReviewOptions({ options, standings, missing, onChange }: ClaimReviewOptionsProps) {
  const { draft } = useSession();
  const claims = useListedClaims().flatMap(({ claim, status, span }) =>
    span !== null && claim.claimant !== null && isRated(status) && standings.includes(status)
      ? [{ id: claim.id, claimant: claim.claimant, words: draft.text.slice(span.start, span.end) }]
      : [],
  );
  const chosen = options.claimIds ?? claims.map(({ id }) => id);
  const left = useListedClaims().length - claims.length;
  return (
    <fieldset className={styles.claims}>
      <legend>Claims to review</legend>
      {claims.map(({ id, claimant, words }) => (
        <div key={id} className={styles.claim}>
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
          {missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
