/** A function that runs inside a blank page. It is sent there as source text, so it is self-contained. */

/** The XML of the parts of a document; empty for parts that are missing. */
export interface WordParts {
  document: string;
  footnotes: string;
  endnotes: string;
  comments: string;
  styles: string;
}

export interface WordContent {
  /** The text of the article and its notes, with all changes accepted. */
  text: string;
  /** The comments on text: the text between their anchors, and the text of the comment. */
  comments: { words: string; note: string }[];
}

/**
 * Extracts the text of a Word document from its XML (ECMA-376), and the text that each comment is about. A table of contents is no
 * text of the article.
 */
export function extractWordContent(parts: WordParts): WordContent {
  let text = '';
  const starts = new Map<string, number>();
  const ranges: { id: string; start: number; end: number }[] = [];
  const excluded = new Set(['del', 'moveFrom', 'Fallback', 'pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'sectPr']);
  const characters = new Map([
    ['tab', '\t'],
    ['br', '\n'],
    ['cr', '\n'],
    ['noBreakHyphen', '-'],
  ]);

  const getId = (element: Element) =>
    [...element.attributes].find(({ localName }) => localName === 'id')?.value ?? '';
  // A paragraph whose mark was deleted continues in the next one.
  const continuesInNext = (paragraph: Element) =>
    [...paragraph.children]
      .filter(({ localName }) => localName === 'pPr')
      .flatMap(({ children }) => [...children])
      .filter(({ localName }) => localName === 'rPr')
      .some(({ children }) => [...children].some(({ localName }) => /^(del|moveFrom)$/.test(localName)));

  const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  const getValue = (element: Element | null) =>
    [...(element?.attributes ?? [])].find(({ localName }) => localName === 'val')?.value ?? '';
  const contentsStyles = new Set(
    parts.styles === ''
      ? []
      : [...parse(parts.styles).querySelectorAll('style')]
          .filter((style) => /^toc \d$/i.test(getValue(style.querySelector('name'))))
          .map((style) => [...style.attributes].find(({ localName }) => localName === 'styleId')?.value),
  );

  const walk = (element: Element): void => {
    const { localName } = element;
    if (excluded.has(localName)) return;
    if (localName === 'p' && contentsStyles.has(getValue(element.querySelector('pStyle')))) return;
    if (localName === 't') {
      // Formulas and drawings have elements of the same name.
      if (/wordprocessingml/.test(element.namespaceURI ?? '')) text += element.textContent;
    } else if (localName === 'commentRangeStart') starts.set(getId(element), text.length);
    else if (localName === 'commentRangeEnd') {
      const start = starts.get(getId(element));
      if (start !== undefined) ranges.push({ id: getId(element), start, end: text.length });
    } else {
      text += characters.get(localName) ?? '';
      // A text box may be inside a paragraph.
      const outerParagraph = element.parentElement?.closest('*|p');
      if (localName === 'p' && outerParagraph) text += '\n';
      for (const child of element.children) walk(child);
      if (localName === 'p' && !continuesInNext(element)) text += '\n';
    }
  };

  const notes = new Map<string, string>();
  if (parts.comments !== '')
    for (const comment of parse(parts.comments).children) {
      const start = text.length;
      walk(comment);
      notes.set(getId(comment), text.slice(start));
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
