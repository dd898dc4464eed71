import type { AnnotationSet, ReadAnnotations } from './imported-annotations';
import { maxAnnotations } from './imported-annotations';
import { FeatureCounts } from './reading/feature-counts';
import { readAnnotation } from './reading/read-annotation';
import type { ToPlainText } from './reading/read-bodies';
import { readOwnSources } from './reading/read-own-sources';
import { checkAnnotation, checkContext, hasAnnotationContext } from './rules/check-annotation';
import { checkCollection, checkPage } from './rules/check-collection';
import { isJsonObject, type JsonObject, listValues, RuleError } from './rules/refusal';

/** Whether a text that is not valid JSON, or JSON without the context, was meant to be annotations. */
function claimsToBeAnnotations(name: string, text: string): boolean {
  return /\.jsonld$/i.test(name) || text.includes('ns/anno.jsonld');
}

const types = ['Annotation', 'AnnotationPage', 'AnnotationCollection'];

function hasOwnType(value: unknown): boolean {
  return isJsonObject(value) && listValues(value, 'type').some((type) => types.includes(String(type)));
}

/** The parts of a file, before each annotation is checked. */
interface Unpacked {
  items: unknown[];
  /** The context has to be named by each annotation that is in no page. */
  hasOwnContext: boolean;
}

function unpackPage(page: JsonObject, features: FeatureCounts): unknown[] {
  if (listValues(page, 'next').length > 0) features.add('further pages of annotations');
  return checkPage(page);
}

function unpackCollection(collection: JsonObject, features: FeatureCounts): unknown[] {
  const first = checkCollection(collection);
  if (isJsonObject(first)) return unpackPage(first, features);
  if (first !== undefined) features.add('pages of annotations at other addresses');
  return [];
}

/** Finds the annotations of a file. Throws a `RuleError` when the page or collection around them breaks a rule. */
function unpack(value: unknown, features: FeatureCounts): Unpacked {
  if (Array.isArray(value) && value.length > 0) return { items: value, hasOwnContext: true };
  if (!isJsonObject(value)) throw new RuleError('it holds no annotation');
  const kinds = listValues(value, 'type');
  if (!kinds.includes('AnnotationPage') && !kinds.includes('AnnotationCollection'))
    return { items: [value], hasOwnContext: true };
  checkContext(value);
  const items = kinds.includes('AnnotationPage')
    ? unpackPage(value, features)
    : unpackCollection(value, features);
  return { items, hasOwnContext: false };
}

function nameItem(item: unknown, index: number): string {
  const [id] = isJsonObject(item) ? listValues(item, 'id') : [];
  return typeof id === 'string' ? id : `annotation ${index + 1}`;
}

function readItems(value: unknown, toPlainText: ToPlainText): AnnotationSet {
  const features = new FeatureCounts();
  const { items, hasOwnContext } = unpack(value, features);
  if (items.length > maxAnnotations)
    throw new RuleError(`it holds more than ${maxAnnotations} annotations; split it into several files`);
  const sources = isJsonObject(value) ? readOwnSources(value) : [];
  const set: AnnotationSet = { annotations: [], sources, confidentialCount: 0, notTaken: [], refused: [] };
  for (const [index, item] of items.entries()) {
    if (!isJsonObject(item)) {
      if (typeof item === 'string' && !hasOwnContext) features.add('annotations at other addresses');
      else set.refused.push({ name: nameItem(item, index), reason: 'it is no object' });
      continue;
    }
    try {
      if (hasOwnContext) checkContext(item);
      checkAnnotation(item);
      set.annotations.push(readAnnotation(item, { features, toPlainText }));
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      set.refused.push({ name: nameItem(item, index), reason: error.message });
    }
  }
  const known = new Set(sources.map(({ number }) => number));
  for (const { own } of set.annotations)
    set.confidentialCount += own?.evidence.filter(({ source }) => !known.has(source)).length ?? 0;
  return { ...set, notTaken: features.list() };
}

function refuse(name: string, reason: string): ReadAnnotations {
  return {
    ok: false,
    isOther: false,
    message: `${name} can’t be read as Web Annotations: ${reason}. Nothing was changed; ask for the file again from whoever made it.`,
  };
}

/**
 * Reads a file of W3C Web Annotations: one annotation, a page, a collection with its first page in it, or a list of annotations.
 * Annotations that break a rule of the model are refused one by one; a file in which all do is refused as a whole. Never throws. The
 * folder:
 *
 * - `rules/` check the file by the model (`check-annotation.ts` names them)
 * - `reading/` takes what a check has a use for, and counts what it has none for
 * - `imported-annotations.ts` is the result
 */
export function readAnnotations(name: string, text: string, toPlainText: ToPlainText): ReadAnnotations {
  const other: ReadAnnotations = {
    ok: false,
    isOther: true,
    message: `${name} holds no Web Annotations (JSON-LD with the context http://www.w3.org/ns/anno.jsonld). Nothing was changed.`,
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return claimsToBeAnnotations(name, text) ? refuse(name, 'it is not valid JSON') : other;
  }
  const parts = Array.isArray(value) ? value.slice(0, 1) : [value];
  const isMeant =
    claimsToBeAnnotations(name, text) || parts.some((part) => hasAnnotationContext(part) || hasOwnType(part));
  if (!isMeant) return other;
  try {
    const set = readItems(value, toPlainText);
    const [first] = set.refused;
    return first && set.annotations.length === 0 ? refuse(name, first.reason) : { ok: true, set };
  } catch (error) {
    if (error instanceof RuleError) return refuse(name, error.message);
    throw error;
  }
}
