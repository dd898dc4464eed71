/** Runs inside a bare page and stands alone: it is sent there as its own text. */

/** The XML of a document's parts; empty where there is none. */
export interface WordParts {
  document: string;
  footnotes: string;
  endnotes: string;
  comments: string;
}

export interface WordFacts {
  /** Of the article and its notes, as they are once all changes are accepted. */
  text: string;
  /** Those that stand at words: the words between their ends, and what they say. */
  comments: { words: string; note: string }[];
}

/** The text of a Word document by its own XML (ECMA-376), and where its comments stand. */
export function wordFacts(parts: WordParts): WordFacts {
  let text = '';
  const starts = new Map<string, number>();
  const ranges: { id: string; start: number; end: number }[] = [];
  const unseen = new Set(['del', 'moveFrom', 'Fallback', 'pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'sectPr']);
  const letters = new Map([
    ['tab', '\t'],
    ['br', '\n'],
    ['cr', '\n'],
    ['noBreakHyphen', '-'],
  ]);

  const idOf = (element: Element) =>
    [...element.attributes].find(({ localName }) => localName === 'id')?.value ?? '';
  // A paragraph whose mark was deleted runs on in the next one.
  const runsOn = (paragraph: Element) =>
    [...paragraph.children]
      .filter(({ localName }) => localName === 'pPr')
      .flatMap(({ children }) => [...children])
      .filter(({ localName }) => localName === 'rPr')
      .some(({ children }) => [...children].some(({ localName }) => /^(del|moveFrom)$/.test(localName)));

  const walk = (element: Element): void => {
    const { localName } = element;
    if (unseen.has(localName)) return;
    if (localName === 't') {
      // Formulas and drawings have an element of that name as well.
      if (/wordprocessingml/.test(element.namespaceURI ?? '')) text += element.textContent;
    } else if (localName === 'commentRangeStart') starts.set(idOf(element), text.length);
    else if (localName === 'commentRangeEnd') {
      const start = starts.get(idOf(element));
      if (start !== undefined) ranges.push({ id: idOf(element), start, end: text.length });
    } else {
      text += letters.get(localName) ?? '';
      // A text box may stand within a paragraph.
      const inside = element.parentElement?.closest('*|p');
      if (localName === 'p' && inside) text += '\n';
      for (const child of element.children) walk(child);
      if (localName === 'p' && !runsOn(element)) text += '\n';
    }
  };
  const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml').documentElement;

  const notes = new Map<string, string>();
  if (parts.comments !== '')
    for (const comment of parse(parts.comments).children) {
      const start = text.length;
      walk(comment);
      notes.set(idOf(comment), text.slice(start));
    }
  text = '';
  starts.clear();
  ranges.length = 0;
  for (const xml of [parts.document, parts.footnotes, parts.endnotes]) if (xml !== '') walk(parse(xml));
  return {
    text,
    comments: ranges.map(({ id, start, end }) => ({
      words: text.slice(start, end),
      note: notes.get(id) ?? '',
    })),
  };
}
