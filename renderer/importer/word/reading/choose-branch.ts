/** Selects elements with visible content, such as a shape, or the picture of it for older programs. */
const visibleContent = 't, txbxContent, blip, imagedata, chart, relIds, OLEObject';

/** Chooses the first alternative with visible content; a document has several for new and old programs. */
export function chooseBranch(alternatives: Element): Element | null {
  const branches = Array.from(alternatives.children);
  return branches.find((branch) => branch.querySelector(visibleContent) !== null) ?? branches[0] ?? null;
}
