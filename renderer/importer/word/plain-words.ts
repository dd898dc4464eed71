import { shownBranch } from './runs';

/** What is no part of the accepted text, or shows no words. */
const leftOut = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'rt']);

function wordsIn(element: Element): string {
  let words = '';
  for (const part of element.children) {
    const { localName } = part;
    if (localName === 't') words += part.textContent ?? '';
    else if (localName === 'tab' || localName === 'ptab') words += '\t';
    else if (localName === 'br' || localName === 'cr') words += '\n';
    else if (localName === 'noBreakHyphen') words += '\u2011';
    else if (localName === 'AlternateContent') {
      const branch = shownBranch(part);
      words += branch ? wordsIn(branch) : '';
    } else if (localName === 'p') words += `\n${wordsIn(part)}\n`;
    else if (!leftOut.has(localName)) words += wordsIn(part);
  }
  return words;
}

/** The words of a part of a document, a line a paragraph, tracked changes accepted; what has none is left out. */
export function paragraphsOf(root: Element): string[] {
  return wordsIn(root)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
