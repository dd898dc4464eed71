import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import {
  type Print,
  reportAtLeast,
  reportAverageAndWorst,
  type ScoredFile,
} from '../support/report-metrics.ts';
import { type ImportBench, importThrough } from './built-app.ts';
import { getRecall, splitWords } from './text-metrics.ts';

/** A function that runs inside a blank page. It is sent there as source text, so it is self-contained. */

/** The XML of the parts of a document; empty for parts that are missing. */
interface WordParts {
  document: string;
  footnotes: string;
  endnotes: string;
  comments: string;
  styles: string;
}

interface WordContent {
  /** The text of the article and its notes, with all changes accepted. */
  text: string;
  /** The comments on text: the text between their anchors, and the text of the comment. */
  comments: { words: string; note: string }[];
}

/**
 * Extracts the text of a Word document from its XML (ECMA-376), and the text that each comment is about. A table of contents is no
 * text of the article.
 */
function extractWordContent(parts: WordParts): WordContent {
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

/** Reads the text and the comments of a document from its XML, without the importer. */
export function readWordContent(blankPage: Page, docx: Uint8Array): Promise<WordContent> {
  const parts = unzipSync(docx);
  const readPart = (name: string) => (parts[name] ? new TextDecoder().decode(parts[name]) : '');
  // The main part may have any name; its related parts are in the same folder.
  const main = /officeDocument"[^>]*Target="\/?([^"]+)"|Target="\/?([^"]+)"[^>]*officeDocument"/.exec(
    readPart('_rels/.rels'),
  );
  const document = main?.[1] ?? main?.[2] ?? 'word/document.xml';
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  return blankPage.evaluate(extractWordContent, {
    document: readPart(document),
    footnotes: readPart(`${folder}footnotes.xml`),
    endnotes: readPart(`${folder}endnotes.xml`),
    comments: readPart(`${folder}comments.xml`),
    styles: readPart(`${folder}styles.xml`),
  });
}

/** Counts the comments on text, and lists those that did not become claims on the same text with the same note. */
export function compareComments({ text, claims }: DraftProposal, { comments }: WordContent) {
  const normalize = (text: string | null) => collapseWhitespace(text ?? '');
  const onText = comments.filter(({ words }) => normalize(words) !== '');
  const lost = onText.filter(
    ({ words, note }) =>
      !claims.some(
        (claim) =>
          normalize(text.slice(claim.span.start, claim.span.end)) === normalize(words) &&
          normalize(claim.note).includes(normalize(note)),
      ),
  );
  return { total: onText.length, lost: lost.map(({ words }) => normalize(words)) };
}

/** Compares the drafts of Word documents with their XML. */
export async function measureWordDocuments(
  { page, blankPage }: ImportBench,
  folder: string,
  print: Print,
): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .toSorted();
  const scores: ScoredFile[] = [];
  const lost: string[] = [];
  let commentCount = 0;
  let wordCount = 0;
  print(`Word (${files.length})`);
  for (const name of files) {
    const bytes = readFileSync(join(folder, name));
    const content = await readWordContent(blankPage, bytes);
    const { result } = await importThrough(page, name.slice(name.lastIndexOf('/') + 1), bytes);
    if (!result.ok) {
      print(`  refused: ${name}: ${result.problem.message}`);
      scores.push({ name, score: 0 });
      continue;
    }
    const expected = splitWords(content.text);
    wordCount += expected.length;
    scores.push({ name, score: getRecall(expected, splitWords(result.proposal.text)) });
    const compared = compareComments(result.proposal, content);
    commentCount += compared.total;
    lost.push(...compared.lost.map((words) => `${name}: "${words}"`));
  }
  reportAverageAndWorst(print, 'word recall', scores, { average: 0.99, worst: 0.99 }, `${wordCount} words`);
  reportAtLeast(print, {
    what: 'comments on their text',
    value: commentCount - lost.length,
    bound: commentCount,
  });
  for (const words of lost) print(`    lost: ${words}`);
}
