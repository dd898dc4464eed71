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
