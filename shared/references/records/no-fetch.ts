/**
 * Replaces `node-fetch` and `sync-fetch` in the window. citation-js loads them and they need Node, but nothing is ever
 * fetched.
 */
function noFetch(): never {
  throw new Error('Nothing is fetched here.');
}

export class Headers {}

// biome-ignore lint/style/noDefaultExport: the packages that this file replaces have one.
export default Object.assign(noFetch, { Headers });
