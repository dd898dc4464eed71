import {
  type ClaimReviewSettings,
  type RatedVerdict,
  ratedVerdicts,
  ratingLimits,
} from '../../../shared/domain/claim-review-settings';
import { maxLineLength, normalizeLineInput } from '../../../shared/domain/primitives';
import { parseUrl } from '../../../shared/domain/url';
import { statusLooks } from '../../../shared/domain/verdict';
import { updatePreferences, usePreferences } from '../../state/preferences';
import { useDebouncedField } from '../../state/typing/use-debounced-field';
import { Field } from '../../ui/fields/field';
import part from '../../ui/layout/settings-part.module.css';
import styles from './claim-review-part.module.css';

/** A number as it is typed, with a point or a comma; null for none, undefined for something else. */
export function parseRating(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= ratingLimits.min && value <= ratingLimits.max ? value : undefined;
}

function store(changed: Partial<ClaimReviewSettings>): void {
  void updatePreferences({ claimReview: { ...usePreferences.getState().claimReview, ...changed } });
}

function storeRating(verdict: RatedVerdict, changed: Partial<ClaimReviewSettings['ratings'][RatedVerdict]>) {
  const { ratings } = usePreferences.getState().claimReview;
  store({ ratings: { ...ratings, [verdict]: { ...ratings[verdict], ...changed } } });
}

interface NumberFieldProps {
  label: string;
  value: number | null;
  onStore: (value: number | null) => void;
}

/** A number of the rating scale. Other text is not stored, and the field says so. */
function NumberField({ label, value, onStore }: NumberFieldProps) {
  const field = useDebouncedField(value === null ? '' : String(value), (typed) => {
    const parsed = parseRating(typed);
    if (parsed !== undefined) onStore(parsed);
  });
  const error = parseRating(field.value) === undefined ? 'A number, please' : null;
  return <Field label={label} error={error} {...field} />;
}

function RatingFields({ verdict }: { verdict: RatedVerdict }) {
  const { value, name } = usePreferences(({ claimReview }) => claimReview.ratings[verdict]);
  const { label } = statusLooks[verdict];
  const nameField = useDebouncedField(name ?? '', (typed) =>
    storeRating(verdict, { name: normalizeLineInput(typed) }),
  );
  return (
    <>
      <NumberField
        label={`${label}: rating`}
        value={value}
        onStore={(rating) => storeRating(verdict, { value: rating })}
      />
      <Field label={`${label}: name`} placeholder={label} maxLength={maxLineLength} {...nameField} />
    </>
  );
}

/** Who publishes ClaimReviews, and how verdicts are rated in them. */
export function ClaimReviewPart() {
  const { organization, url, best, worst } = usePreferences(({ claimReview }) => claimReview);
  const organizationField = useDebouncedField(organization ?? '', (typed) =>
    store({ organization: normalizeLineInput(typed) }),
  );
  const urlField = useDebouncedField(url ?? '', (typed) => {
    const parsed = typed === '' ? null : parseUrl(typed);
    if (typed === '' || parsed !== null) store({ url: parsed });
  });
  const isAddress = urlField.value.trim() === '' || /^https?:/i.test(parseUrl(urlField.value) ?? '');
  return (
    <details className={part.part}>
      <summary className={styles.summary}>ClaimReview</summary>
      <p className={part.hint}>
        For reports that search engines read. A rating needs a name, a number or both.
      </p>
      <Field label="Organization" maxLength={maxLineLength} {...organizationField} />
      <Field
        label="Address of the organization"
        placeholder="https://"
        error={isAddress ? null : 'An address that begins with https://'}
        {...urlField}
      />
      <div className={styles.pair}>
        <NumberField label="Best rating" value={best} onStore={(value) => store({ best: value })} />
        <NumberField label="Worst rating" value={worst} onStore={(value) => store({ worst: value })} />
        {ratedVerdicts.map((verdict) => (
          <RatingFields key={verdict} verdict={verdict} />
        ))}
      </div>
    </details>
  );
}
