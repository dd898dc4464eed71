/** Elements that are not part of the text once tracked changes are accepted, or that show no text. */
const excludedElements = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'rt']);

/** Selects elements with visible content, such as a shape, or the picture of it for older programs. */
const visibleContent = 't, txbxContent, blip, imagedata, chart, relIds, OLEObject';

/** Chooses the first alternative with visible content; a document has several for new and old programs. */
export function chooseBranch(alternatives: Element): Element | null {
  const branches = Array.from(alternatives.children);
  return branches.find((branch) => branch.querySelector(visibleContent) !== null) ?? branches[0] ?? null;
}

function readText(element: Element): string {
  let text = '';
  for (const child of element.children) {
    const { localName } = child;
    if (localName === 't') text += child.textContent ?? '';
    else if (localName === 'tab' || localName === 'ptab') text += '\t';
    else if (localName === 'br' || localName === 'cr') text += '\n';
    else if (localName === 'noBreakHyphen') text += '\u2011';
    else if (localName === 'AlternateContent') {
      const branch = chooseBranch(child);
      text += branch ? readText(branch) : '';
    } else if (localName === 'p') text += `\n${readText(child)}\n`;
    else if (!excludedElements.has(localName)) text += readText(child);
  }
  return text;
}

/** Reads the text of each paragraph, tracked changes accepted. Paragraphs without text are left out. */
export function readParagraphTexts(root: Element): string[] {
  return readText(root)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
