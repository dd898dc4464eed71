import { z } from 'zod';
import { unplacedStates } from '../../../../../shared/reports/model/report-claim';
import { formatUnplacedName } from '../../../../../shared/reports/wording/describe-claim';
import { reviewerFieldNames } from '../../../../../shared/reports/wording/reviewer-fields';
import { collectValues, isObject } from './extract-json';
import { PartCollector, type ReportPart } from './report-part';

const fieldNames = new Map<unknown, string>(Object.entries(reviewerFieldNames));

const numberedSchema = z.looseObject({ 'stet:number': z.int().positive() });
const unplacedSchema = z.looseObject({
  'stet:state': z.enum(unplacedStates),
  'stet:draft': z.int().positive(),
});

/** Names the claim that each annotation was made of: by its number, or by its position among those that lost their place with it. */
function createClaimNamer(): (annotation: object) => string {
  const positions = new Map<string, number>();
  return (annotation) => {
    const numbered = numberedSchema.safeParse(annotation);
    if (numbered.success) return `claim ${numbered.data['stet:number']}`;
    const unplaced = unplacedSchema.safeParse(annotation);
    if (!unplaced.success) return 'the lists';
    const { 'stet:state': state, 'stet:draft': draftNumber } = unplaced.data;
    const key = `${state} ${draftNumber}`;
    const position = (positions.get(key) ?? 0) + 1;
    positions.set(key, position);
    return formatUnplacedName({ state, draftNumber }, position);
  };
}

/** Collects a body of an annotation. The words of a reviewer are parts of their own. */
function collectBody(body: unknown, name: string, parts: PartCollector): void {
  const field = isObject(body) && 'stet:role' in body ? fieldNames.get(body['stet:role']) : undefined;
  collectValues(body, field === undefined ? name : `${field} ${name}`, parts);
}

function collectAnnotation(annotation: object, name: string, parts: PartCollector): void {
  for (const [key, value] of Object.entries(annotation)) {
    parts.add(name, `${key}\n`);
    if (key === 'body' && Array.isArray(value)) for (const body of value) collectBody(body, name, parts);
    else collectValues(value, name, parts);
  }
}

function collectSource(source: unknown, parts: PartCollector): void {
  const numbered = numberedSchema.safeParse(source);
  const name = numbered.success ? `source ${numbered.data['stet:number']}` : 'source';
  for (const [key, value] of Object.entries(source ?? {})) {
    const field = fieldNames.get(key.replace('stet:', ''));
    collectValues({ [key]: value }, field === undefined ? name : `${field} ${name}`, parts);
  }
}

/** Extracts the keys, strings and numbers of our Web Annotations by parts. Throws on invalid JSON. */
export function extractWebAnnotationsText(json: string): ReportPart[] {
  const parts = new PartCollector();
  const nameClaim = createClaimNamer();
  const collection: unknown = JSON.parse(json);
  for (const [key, value] of Object.entries(collection ?? {})) {
    if (key === 'stet:sources' && Array.isArray(value))
      for (const source of value) collectSource(source, parts);
    else if (key === 'label') collectValues({ [key]: value }, 'the article', parts);
    else if (key === 'first' && isObject(value))
      for (const [pageKey, item] of Object.entries(value)) {
        if (pageKey !== 'items' || !Array.isArray(item))
          collectValues({ [pageKey]: item }, 'the other fields', parts);
        else for (const one of item) if (isObject(one)) collectAnnotation(one, nameClaim(one), parts);
      }
    else collectValues({ [key]: value }, key === 'creator' ? 'the header' : 'the other fields', parts);
  }
  return parts.list();
}
