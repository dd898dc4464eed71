import type { ProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import type { Review } from '../../../../shared/domain/review/review';
import { hasFallbackTitle } from '../../../../shared/domain/sources/fallback-title';
import { findNamedSource, toSourceFields } from '../../../../shared/domain/sources/proposed-evidence-edits';
import { emptyFormValues, toEditableSourceValues, toKnownValues } from './source-form-values';
import { createForm, type UnsavedForm } from './unsaved-forms';

/**
 * The form that accepts proposed evidence: with what was read of the annotation, or with the source of the article that
 * it names. Its stance follows the verdict of the claim until somebody chooses one.
 */
export function createProposedForm(
  review: Review,
  articleId: string,
  proposed: ProposedEvidence,
): UnsavedForm {
  const fields = toSourceFields(proposed);
  const known = fields ? findNamedSource(review, fields) : undefined;
  const values = {
    ...emptyFormValues,
    ...(known ? toEditableSourceValues(known) : fields && toKnownValues(fields)),
    // A typed title takes precedence over one made from the address.
    ...(!known && fields && hasFallbackTitle(fields) && { title: '' }),
    locator: proposed.locator ?? '',
    quote: proposed.quote ?? '',
  };
  const form = createForm(articleId, values);
  return known ? { ...form, picked: { from: 'article', sourceId: known.id } } : form;
}
