import { useState } from 'react';
import { useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { updatePreferences, usePreferences } from '#renderer/window/state/base/preferences.ts';
import { useDebouncedField } from '#renderer/window/state/review/typing.ts';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import part from '#renderer/window/ui/layout/settings-part.module.css';
import { addScheme, maxLineLength, normalizeLineInput, parseUrl } from '#shared/domain/base/primitives.ts';
import { type JudgedVerdict, judgedVerdicts, statusLooks } from '#shared/domain/base/verdict.ts';
import { type ClaimReviewSettings, isOutsideScale, ratingLimits } from '#shared/domain/settings/settings.ts';
import styles from './claim-review-part.module.css';

/** A number as it is typed, with a point or a comma; null for none, undefined for something else. */
export function parseRating(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  const value = Number(text);
  return Number.isFinite(value) && value >= ratingLimits.min && value <= ratingLimits.max ? value : undefined;
}

/** The address of a page as it is typed, also without a scheme; null for none, undefined for something else. */
function parsePageAddress(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const url = parseUrl(addScheme(text));
  return url !== null && /^https?:/i.test(url) ? url : undefined;
}

function store(changed: Partial<ClaimReviewSettings>): void {
  void updatePreferences({ claimReview: { ...usePreferences.getState().claimReview, ...changed } });
}

function storeRating(
  verdict: JudgedVerdict,
  changed: Partial<ClaimReviewSettings['ratings'][JudgedVerdict]>,
) {
  const { ratings } = usePreferences.getState().claimReview;
  store({ ratings: { ...ratings, [verdict]: { ...ratings[verdict], ...changed } } });
}

interface NumberFieldProps {
  label: string;
  value: number | null;
  findFault?: (value: number | null) => string | null;
  onStore: (value: number | null) => void;
}

/** A field whose text has to be parsed. Text that does not parse is not stored, and stays in the field with its error. */
function useParsedField<T>(
  stored: string,
  parse: (typed: string) => T | undefined,
  onStore: (value: T) => void,
) {
  const [rejected, setRejected] = useState<string | null>(null);
  const field = useDebouncedField(rejected ?? stored, (typed) => {
    const value = parse(typed);
    setRejected(value === undefined ? typed : null);
    if (value !== undefined) onStore(value);
  });
  return { field, value: parse(field.value) };
}

function NumberField({ label, value: stored, findFault = () => null, onStore }: NumberFieldProps) {
  const { field, value } = useParsedField(stored === null ? '' : String(stored), parseRating, onStore);
  const error = value === undefined ? 'A number, please' : findFault(value);
  return <Field label={label} error={error} {...field} />;
}

function RatingFields({ verdict }: { verdict: JudgedVerdict }) {
  const scale = usePreferences(({ claimReview }) => claimReview);
  const { value, name } = scale.ratings[verdict];
  const { label } = statusLooks[verdict];
  const nameField = useDebouncedField(name ?? '', (typed) =>
    storeRating(verdict, { name: normalizeLineInput(typed) }),
  );
  return (
    <>
      <NumberField
        label={`${label}: rating`}
        value={value}
        findFault={(rating) =>
          isOutsideScale(rating, scale) ? `Between ${scale.worst} and ${scale.best}, please` : null
        }
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
  const address = useParsedField(url ?? '', parsePageAddress, (typed) => store({ url: typed }));
  const [isLookedFor] = useState(() => useDialogs.getState().part === 'claimReview');
  return (
    <details className={part.part} open={isLookedFor}>
      <summary className={styles.summary}>ClaimReview</summary>
      <div className={styles.fields}>
        <p className={part.hint}>
          For reports that search engines read. A rating needs a name, a number or both.
        </p>
        <Field
          label="Organization"
          maxLength={maxLineLength}
          autoFocus={isLookedFor}
          {...organizationField}
        />
        <Field
          label="Address of the organization"
          placeholder="https://"
          error={address.value === undefined ? 'An address such as https://example.org' : null}
          {...address.field}
        />
        <div className={styles.pair}>
          <NumberField label="Best rating" value={best} onStore={(value) => store({ best: value })} />
          <NumberField label="Worst rating" value={worst} onStore={(value) => store({ worst: value })} />
          {judgedVerdicts.map((verdict) => (
            <RatingFields key={verdict} verdict={verdict} />
          ))}
        </div>
      </div>
    </details>
  );
}
