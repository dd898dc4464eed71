import { annotationContext } from '../../../domain/web-annotation/vocabulary';
import { checkBodiesOrTargets } from './check-body-or-target';
import { checkLifecycle, checkMotivation } from './check-resource';
import { breakRule, hasKey, isJsonObject, type JsonObject, listValues } from './refusal';
import { checkEach, checkOptional, checkRequired, checkTypes, iri, reference, text } from './values';

/** Whether a JSON value names the context of Web Annotations, by which such a file is recognised. */
export function hasAnnotationContext(value: unknown): boolean {
  return isJsonObject(value) && listValues(value, '@context').includes(annotationContext);
}

/** The context has to be named (3.1, 5.1, 5.2). */
export function checkContext(value: JsonObject): void {
  if (!hasKey(value, '@context')) breakRule('@context', 'is missing');
  if (!hasAnnotationContext(value)) breakRule('@context', `does not name ${annotationContext}`);
}

/** Checks that an object has this type, perhaps among others. */
export function checkType(value: JsonObject, type: string): void {
  if (!checkTypes(value, '').includes(type)) breakRule('type', `is not ${type}`);
}

function checkStylesheet(annotation: JsonObject): void {
  const sheet = checkOptional(annotation, 'stylesheet', reference, '');
  if (!isJsonObject(sheet)) return;
  const value = checkOptional(sheet, 'value', text, 'stylesheet');
  const id = checkOptional(sheet, 'id', iri, 'stylesheet');
  if ((value === undefined) === (id === undefined))
    breakRule('stylesheet', 'needs a value or an id, not both');
}

/**
 * Checks an annotation by the rules that the W3C Web Annotation Data Model (Recommendation of 23 February 2017) demands with MUST, and
 * by what it says of the values of its properties. Throws a `RuleError` at the first one that is broken. Its context is checked apart,
 * because an annotation in a page has that of the page. The folder by the sections of the model:
 *
 * - `check-body-or-target`: 3.2 and 4, with `check-resource` for 3.3 and `check-selector` for 4.2 and 4.3
 * - `check-collection`: 5
 * - `values`: IRIs, dates, languages, and how often a property may occur
 */
export function checkAnnotation(annotation: JsonObject): void {
  checkRequired(annotation, 'id', iri, '');
  checkType(annotation, 'Annotation');
  checkLifecycle(annotation, '');
  checkMotivation(annotation, 'motivation', '');
  for (const key of ['label', 'accessibility']) checkEach(annotation, key, text, '');
  checkStylesheet(annotation);
  checkOptional(annotation, 'bodyValue', text, '');
  if (hasKey(annotation, 'bodyValue') && hasKey(annotation, 'body'))
    breakRule('bodyValue', 'stands beside a body');
  if (!hasKey(annotation, 'target')) breakRule('target', 'is missing');
  checkBodiesOrTargets(annotation, 'target');
  checkBodiesOrTargets(annotation, 'body');
}
