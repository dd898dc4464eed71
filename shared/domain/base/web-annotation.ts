/** Characters of a URI (RFC 3986). */
const uri = /^[a-z][a-z0-9+.-]*:(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;

/**
 * An address of a source as a URI (RFC 3986), with what a URI can't hold percent-encoded; null when it can't be made one. Validators
 * of Web Annotations ask for URIs where the model says IRI.
 */
export function toUri(address: string): string | null {
  if (/\p{Surrogate}/u.test(address)) return null;
  const encoded = encodeURI(address).replace(/%25([0-9a-f]{2})/gi, '%$1');
  return uri.test(encoded) ? encoded : null;
}

/** The JSON-LD context of Web Annotations (W3C Web Annotation Data Model, 3.1). */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** The namespace to which our own terms, `stet:…`, expand in JSON-LD. */
const stetNamespace = 'urn:x-stet:';

/** The context of our own files: the standard's, and the prefix of the terms that the standard has no word for. */
export const ownContext = [annotationContext, { stet: stetNamespace }] as const;

/** The motivations and purposes of the model (3.3.5). */
export const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const;

/** The roles of bodies in our own files (`stet:role`). `changes` says why a verdict no longer counts. */
export const bodyRoles = [
  'verdict',
  'note',
  'correction',
  'claimant',
  'kind',
  'tag',
  'changes',
  'evidence',
  'gap',
] as const;

export type BodyRole = (typeof bodyRoles)[number];

/** An IRI for a part of a check, such as `urn:x-stet:claim:V1StGXR8`. Ids are letters, digits, - and _, which a URN may hold. */
export function formatOwnIri(kind: 'article' | 'claim' | 'source' | 'annotations', id: string): string {
  return `${stetNamespace}${kind}:${id}`;
}
