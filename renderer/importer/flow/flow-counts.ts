/** Counts of what the reader of a word-processing document leaves out, from zero on. */
export const createFlowCounts = () => ({
  imagesLeftOut: 0,
  objectsLeftOut: 0,
  hiddenLeftOut: 0,
  contentsLeftOut: 0,
});
