/** Deeper nesting of elements than this is in no article. */
export const maxElementDepth = 400;

/** Thrown when a document nests its parts so deeply that reading it would fail. */
export class TooDeepError extends Error {}

/** Why a document that is nested too deeply is refused. */
export const whyTooDeep = 'nests its parts deeper than any article does';
