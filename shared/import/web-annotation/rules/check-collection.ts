import { checkType } from './check-annotation';
import { checkLifecycle } from './check-resource';
import { breakRule, isJsonObject, type JsonObject } from './refusal';
import { checkEach, checkOptional, checkRequired, count, iri, reference, text } from './values';

/** Checks a page without its annotations (5.2). Returns them, some of which may be only addresses. */
export function checkPage(page: JsonObject): unknown[] {
  checkType(page, 'AnnotationPage');
  checkRequired(page, 'id', iri, '');
  const partOf = checkOptional(page, 'partOf', reference, '');
  if (isJsonObject(partOf)) checkRequired(partOf, 'id', iri, 'partOf');
  for (const key of ['next', 'prev']) checkOptional(page, key, iri, '');
  checkOptional(page, 'startIndex', count, '');
  const { items } = page;
  if (!Array.isArray(items)) breakRule('items', 'is no list of annotations');
  for (const item of items)
    if (!isJsonObject(item) && !iri.is(item)) breakRule('items', 'has something that is no annotation');
  return items;
}

/** Checks a collection without its pages (5.1). Returns the first page, which may be an address; undefined for none. */
export function checkCollection(collection: JsonObject): unknown {
  checkType(collection, 'AnnotationCollection');
  checkRequired(collection, 'id', iri, '');
  checkEach(collection, 'label', text, '');
  checkLifecycle(collection, '');
  const total = checkOptional(collection, 'total', count, '');
  const first = checkOptional(collection, 'first', reference, '');
  if (total !== undefined && Number(total) > 0 && first === undefined) breakRule('first', 'is missing');
  checkOptional(collection, 'last', iri, '');
  return first;
}
