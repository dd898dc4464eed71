import { motivations } from '../../../domain/web-annotation/vocabulary';
import { breakRule, hasKey, isJsonObject, type JsonObject, joinPath } from './refusal';
import {
  checkEach,
  checkOptional,
  checkRequired,
  direction,
  iri,
  language,
  mailAddress,
  mediaType,
  oneOf,
  reference,
  text,
  time,
} from './values';

const motivation = oneOf(motivations, 'a motivation of the model, or an IRI');

/** Agents (3.3.2). */
function checkAgents(object: JsonObject, key: string, path: string): void {
  for (const agent of checkEach(object, key, reference, path)) {
    if (!isJsonObject(agent)) continue;
    const own = joinPath(path, key);
    checkOptional(agent, 'id', iri, own);
    checkEach(agent, 'type', text, own);
    checkEach(agent, 'name', text, own);
    checkOptional(agent, 'nickname', text, own);
    checkEach(agent, 'email', mailAddress, own);
    checkEach(agent, 'email_sha1', text, own);
    checkEach(agent, 'homepage', iri, own);
  }
}

/** Checks properties that annotations, bodies and targets have in common: their lifecycle, rights and other identities (3.3.1, 3.3.3, 3.3.6, 3.3.7). */
export function checkLifecycle(object: JsonObject, path: string): void {
  for (const key of ['created', 'modified', 'generated']) checkOptional(object, key, time, path);
  for (const key of ['creator', 'generator']) checkAgents(object, key, path);
  for (const audience of checkEach(object, 'audience', reference, path))
    if (isJsonObject(audience)) {
      checkOptional(audience, 'id', iri, joinPath(path, 'audience'));
      checkEach(audience, 'type', text, joinPath(path, 'audience'));
    }
  checkEach(object, 'rights', iri, path);
  checkOptional(object, 'canonical', iri, path);
  checkEach(object, 'via', iri, path);
}

export function checkMotivation(object: JsonObject, key: 'motivation' | 'purpose', path: string): void {
  checkEach(object, key, motivation, path);
}

/** The properties that any body or target may have (3.2.1, 3.3). */
export function checkResource(object: JsonObject, path: string): void {
  checkEach(object, 'type', text, path);
  checkEach(object, 'format', mediaType, path);
  checkEach(object, 'language', language, path);
  checkOptional(object, 'processingLanguage', language, path);
  checkOptional(object, 'textDirection', direction, path);
  checkEach(object, 'accessibility', text, path);
  checkMotivation(object, 'purpose', path);
  checkLifecycle(object, path);
}

/** Checks the address of a resource of the web (3.2.1). */
export function checkExternalResource(object: JsonObject, path: string): void {
  checkRequired(object, 'id', iri, path);
  for (const key of ['source', 'target']) if (hasKey(object, key)) breakRule(path, `has an id and a ${key}`);
}
