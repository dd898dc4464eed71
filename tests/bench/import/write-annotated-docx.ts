import { strToU8, zipSync } from 'fflate';
import type { AnnotatedArticle, AnnotatedParagraph, Comment, Thread } from './annotated-article.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const microsoft = 'http://schemas.microsoft.com/office/2011/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces of the root of a part. */
export const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

/** The parts of a Word document by name, as XML without its header. `document` is the main one. */
type WordXml = { document: string } & Partial<
  Record<'styles' | 'footnotes' | 'comments' | 'commentsExtended', string>
>;

/** Packs the parts of a Word document (ECMA-376, part 2). */
export function packWordDocument(parts: WordXml): Uint8Array {
  const names = Object.keys(parts);
  const overrides = names.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${name === 'document' ? 'document.main' : name}+xml"/>`,
  );
  const related = names
    .filter((name) => name !== 'document')
    .map(
      (name) =>
        `<Relationship Id="${name}" Type="${name === 'commentsExtended' ? microsoft : office}/${name}" Target="${name}.xml"/>`,
    );
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="main" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${relations}>${related.join('')}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, xml])),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(header + xml)])),
  );
}

/** A comment as the parts of the document hold it. */
interface WrittenComment extends Comment {
  id: number;
  /** The comment that it replies to. */
  parent: number | null;
  isResolved: boolean;
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const run = (text: string, style = '', element = 't') =>
  text === ''
    ? ''
    : `<w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:${element} xml:space="preserve">${escapeXml(text)}</w:${element}></w:r>`;

/** Google says in a last reply that a comment is resolved. */
const resolvedReply: Comment = { by: 'Nora Veld', text: '_Marked as resolved_' };

/** Writes the article of an annotated document as Word or Google would. */
export class AnnotatedDocx {
  readonly #comments: WrittenComment[] = [];
  readonly #footnotes: string[] = [];

  constructor(private readonly article: AnnotatedArticle) {}

  write(): Uint8Array {
    const { paragraphs, replyStyle, hasRepliesFirst } = this.article;
    const body = paragraphs.map((paragraph) => this.#writeParagraph(paragraph)).join('');
    const heads = this.#comments.filter(({ parent }) => parent === null);
    const ordered = heads.flatMap((head) => {
      const thread = this.#comments.filter(({ id, parent }) => (parent ?? id) === head.id);
      return hasRepliesFirst ? thread.toReversed() : thread;
    });
    const comments = `<w:comments ${wordNames}>${ordered.map(writeComment).join('')}</w:comments>`;
    const states = this.#comments.map(
      ({ id, parent, isResolved }) =>
        `<w15:commentEx w15:paraId="${toParagraphId(id)}"${parent === null ? '' : ` w15:paraIdParent="${toParagraphId(parent)}"`} w15:done="${isResolved ? 1 : 0}"/>`,
    );
    return packWordDocument({
      document: `<w:document ${wordNames}><w:body>${body}</w:body></w:document>`,
      footnotes: `<w:footnotes ${wordNames}>${this.#footnotes.join('')}</w:footnotes>`,
      comments,
      ...(replyStyle === 'word' && {
        commentsExtended: `<w15:commentsEx ${wordNames}>${states.join('')}</w15:commentsEx>`,
      }),
    });
  }

  #writeParagraph(paragraph: AnnotatedParagraph): string {
    const { anchoring, before, first, between, second, after, threads, footnote } = paragraph;
    const [one = [], two = []] = threads.map((thread) => this.#addThread(thread));
    const bold = run(first, '<w:b/>');
    const middle = {
      words: () => `${opening(one)}${bold}${closing(one)}${run(between + second)}`,
      cell: () => `${opening(one)}${bold}${closing(one)}${run(between + second)}`,
      sentence: () => `${opening(one)}${bold}${run(between)}${run(second, '<w:i/>')}${closing(one)}`,
      paragraph: () => `${bold}${run(between + second)}`,
      twice: () =>
        `${opening([...two, ...one])}${bold}${closing(one)}${run(between + second)}${closing(two)}`,
      deleted: () =>
        `${run(first)}<w:del w:id="9${one[0] ?? 0}" w:author="Nora Veld">${opening(one)}${run(' or so', '', 'delText')}${closing(one)}</w:del>${run(between + second)}`,
    }[anchoring]();
    const content = `${run(before)}${middle}${run(after)}`;
    const note = footnote === null ? '' : this.#addFootnote(footnote);
    if (anchoring === 'paragraph') return `<w:p>${opening(one)}${content}${closing(one)}${note}</w:p>`;
    if (anchoring === 'cell')
      return `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="7000"/></w:tblGrid><w:tr><w:tc><w:p>${run('Pier')}</w:p></w:tc><w:tc><w:p>${content}${note}</w:p></w:tc></w:tr></w:tbl>`;
    return `<w:p>${content}${note}</w:p>`;
  }

  /** Adds a thread. Returns the ids of the comments that have marks in the text: with Google's, all of them. */
  #addThread({ comments, isResolved }: Thread): number[] {
    const isGoogles = this.article.replyStyle === 'google';
    const written = isGoogles && isResolved ? [...comments, resolvedReply] : comments;
    const firstId = this.#comments.length;
    for (const [index, comment] of written.entries())
      this.#comments.push({
        ...comment,
        id: firstId + index,
        parent: index === 0 || isGoogles ? null : firstId,
        isResolved: isResolved && index === 0,
      });
    return written.map((_comment, index) => firstId + index);
  }

  #addFootnote(text: string): string {
    const id = this.#footnotes.length + 1;
    this.#footnotes.push(`<w:footnote w:id="${id}"><w:p>${run(text)}</w:p></w:footnote>`);
    return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  }
}

const opening = (ids: readonly number[]) => ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
const closing = (ids: readonly number[]) =>
  ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('');

/** The id of the last paragraph of a comment, by which its state is found. */
const toParagraphId = (id: number) => (0x10_00_00_00 + id).toString(16).toUpperCase();

function writeComment({ id, by, text }: WrittenComment): string {
  const lines = text.split('\n');
  const paragraphs = lines.map(
    (line, index) =>
      `<w:p${index === lines.length - 1 ? ` w14:paraId="${toParagraphId(id)}"` : ''}>${run(line)}</w:p>`,
  );
  // A minute apart, so that a reply is later than its comment.
  const date = new Date(Date.UTC(2026, 2, 1, 10, id)).toISOString().replace('.000', '');
  return `<w:comment w:id="${id}" w:author="${escapeXml(by)}" w:date="${date}">${paragraphs.join('')}</w:comment>`;
}
