/**
 * Stands in the window for `node-fetch` and `sync-fetch`, which citation-js loads and which need Node: nothing there is
 * ever fetched, and so there is nothing to fetch with.
 */
function noFetch(): never {
  throw new Error('Nothing is fetched here.');
}

export class Headers {}

// biome-ignore lint/style/noDefaultExport: the packages it stands for have one.
export default Object.assign(noFetch, { Headers });
