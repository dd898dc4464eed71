import { strToU8, zipSync } from 'fflate';

/** A comment as a program wrote it into a file that came back. */
export interface ReportComment {
  id: number;
  by: string;
  /** RFC 3339 in UTC, to the second. */
  at: string;
  text: string;
  durableId?: string;
  /** The comment that it replies to. */
  repliesTo?: number;
  isResolved?: boolean;
}

const office = 'http://schemas.openxmlformats.org';
const microsoft = 'http://schemas.microsoft.com/office';
const namespaces = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:w14="${microsoft}/word/2010/wordml" xmlns:w15="${microsoft}/word/2012/wordml"`,
  `xmlns:w16cid="${microsoft}/word/2016/wordml/cid"`,
  `xmlns:mc="${office}/markup-compatibility/2006" mc:Ignorable="w14 w15 w16cid"`,
].join(' ');

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const paragraph = (...content: string[]) => `<w:p>${content.join('')}</w:p>`;
/** Words with the ranges of comments. */
export const commented = (content: string, ...ids: number[]) =>
  [
    ...ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`),
    content,
    ...ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`),
  ].join('');

type Signed = Pick<ReportComment, 'by' | 'at'>;

const sign = ({ by, at }: Signed) => `w:id="900" w:author="${escapeXml(by)}" w:date="${at}"`;
export const inserted = (text: string, by: Signed) => `<w:ins ${sign(by)}>${run(text)}</w:ins>`;
export const deleted = (text: string, by: Signed) =>
  `<w:del ${sign(by)}><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`;
/** The properties of a paragraph whose mark was deleted or inserted. */
export const markChange = (kind: 'del' | 'ins', by: Signed) =>
  `<w:pPr><w:rPr><w:${kind} ${sign(by)}/></w:rPr></w:pPr>`;

const paraId = (id: number) => `1000000${id}`;

function writeComment({ id, by, at, text }: ReportComment): string {
  const lines = text.split('\n');
  const paragraphs = lines.map((line, index) =>
    index === lines.length - 1 ? `<w:p w14:paraId="${paraId(id)}">${run(line)}</w:p>` : paragraph(run(line)),
  );
  return `<w:comment w:id="${id}" w:author="${escapeXml(by)}" w:date="${at}">${paragraphs.join('')}</w:comment>`;
}

function writeState({ id, repliesTo, isResolved }: ReportComment): string {
  const parent = repliesTo === undefined ? '' : ` w15:paraIdParent="${paraId(repliesTo)}"`;
  return `<w15:commentEx w15:paraId="${paraId(id)}"${parent} w15:done="${isResolved ? 1 : 0}"/>`;
}

const writeId = ({ id, durableId }: ReportComment) =>
  durableId === undefined
    ? ''
    : `<w16cid:commentId w16cid:paraId="${paraId(id)}" w16cid:durableId="${durableId}"/>`;

/** Makes a Word file from the XML of its paragraphs and its comments, of which at most nine have numbers from 1. */
export function makeReturnedReport(body: string, comments: readonly ReportComment[]): Uint8Array {
  const part = (name: string, content: string) => strToU8(`<${name} ${namespaces}>${content}</${name}>`);
  const types = `${office}/officeDocument/2006/relationships`;
  const related = (...list: [type: string, target: string][]) =>
    strToU8(
      `<Relationships xmlns="${office}/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="r${index}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`,
    );
  const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const names = ['comments', 'commentsExtended', 'commentsIds'];
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${content}.${type}+xml"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${names.map((name) => override(name, name)).join('')}</Types>`,
    ),
    '_rels/.rels': related([`${types}/officeDocument`, 'word/document.xml']),
    'word/_rels/document.xml.rels': related(
      [`${types}/comments`, 'comments.xml'],
      [`${microsoft}/2011/relationships/commentsExtended`, 'commentsExtended.xml'],
      [`${microsoft}/2016/09/relationships/commentsIds`, 'commentsIds.xml'],
    ),
    'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
    'word/comments.xml': part('w:comments', comments.map(writeComment).join('')),
    'word/commentsExtended.xml': part('w15:commentsEx', comments.map(writeState).join('')),
    'word/commentsIds.xml': part('w16cid:commentsIds', comments.map(writeId).join('')),
  });
}
