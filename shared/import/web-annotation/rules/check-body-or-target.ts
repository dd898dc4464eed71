import { checkExternalResource, checkResource } from './check-resource';
import { checkSelectors } from './check-selector';
import { breakRule, hasKey, isJsonObject, type JsonObject, joinPath, listValues } from './refusal';
import { checkEach, checkOptional, checkRequired, checkTypes, iri, reference, text } from './values';

/** Sets of bodies and of targets: `Choice` of 3.2.7, and the others of appendix E, which earlier drafts of the model had. */
export const setTypes = ['Choice', 'Composite', 'List', 'Independents'] as const;

export type SetType = (typeof setTypes)[number];

/** The kinds of bodies and targets that the model distinguishes by their keys. */
export type ResourceKind = 'set' | 'specific' | 'textual' | 'external';

/** Classifies a body or target. Breaks a rule when its keys contradict each other, or say nothing. */
export function classifyResource(resource: JsonObject, path: string): ResourceKind {
  const types = checkTypes(resource, path);
  const has = (key: string) => hasKey(resource, key);
  const isSet = has('items') || setTypes.some((type) => types.includes(type));
  const isSpecific = has('source') || types.includes('SpecificResource');
  const isTextual = has('value') || types.includes('TextualBody');
  if ([isSet, isSpecific, isTextual].filter(Boolean).length > 1)
    breakRule(path, 'has more than one of a list of items, a source and a value');
  if (isSet) return 'set';
  if (isSpecific) return 'specific';
  if (isTextual) return 'textual';
  if (!has('id')) breakRule(path, 'has neither an id, a source, a value nor items');
  return 'external';
}

function checkSpecific(resource: JsonObject, path: string): void {
  checkOptional(resource, 'id', iri, path);
  const source = checkRequired(resource, 'source', reference, path);
  if (isJsonObject(source)) {
    checkExternalResource(source, joinPath(path, 'source'));
    checkResource(source, joinPath(path, 'source'));
  }
  checkSelectors(resource, 'selector', path);
  checkSelectors(resource, 'state', path);
  checkEach(resource, 'styleClass', text, path);
  for (const key of ['scope', 'renderedVia'])
    for (const value of checkEach(resource, key, reference, path))
      if (isJsonObject(value)) checkRequired(value, 'id', iri, joinPath(path, key));
}

function checkSet(resource: JsonObject, side: 'body' | 'target', path: string): void {
  const types = checkTypes(resource, path);
  if (types.length !== 1 || !setTypes.some((type) => type === types[0]))
    breakRule(joinPath(path, 'type'), 'is not exactly one of Choice, Composite, List and Independents');
  checkOptional(resource, 'id', iri, path);
  const { items } = resource;
  if (!Array.isArray(items) || items.length === 0) breakRule(joinPath(path, 'items'), 'is no list of items');
  for (const item of items) checkBodyOrTarget(item, side, joinPath(path, 'items'));
}

/** Checks one body or target (3.2, 4). */
function checkBodyOrTarget(value: unknown, side: 'body' | 'target', path: string): void {
  if (!isJsonObject(value)) {
    if (!iri.is(value)) breakRule(path, 'is not an IRI or an object');
    return;
  }
  const kind = classifyResource(value, path);
  checkResource(value, path);
  if (kind === 'external') checkExternalResource(value, path);
  else if (kind === 'specific') checkSpecific(value, path);
  else if (kind === 'set') checkSet(value, side, path);
  else if (side === 'target') breakRule(path, 'is a text and not a resource');
  else {
    checkOptional(value, 'id', iri, path);
    checkRequired(value, 'value', text, path);
  }
  if (kind !== 'specific' && hasKey(value, 'styleClass'))
    breakRule(path, 'has a styleClass without a source');
}

/** Checks the bodies or the targets of an annotation. */
export function checkBodiesOrTargets(annotation: JsonObject, side: 'body' | 'target'): void {
  const values = listValues(annotation, side);
  if (hasKey(annotation, side) && values.length === 0 && side === 'target')
    breakRule(side, 'is an empty list');
  for (const value of values) checkBodyOrTarget(value, side, side);
}
