import type { ReportText } from '#shared/reports/base/report-text.ts';
import { trustXml, type Xml } from '#shared/reports/word/xml.ts';
import { getLanguageDirection } from '#shared/text/characters/direction.ts';

const serif = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>';
const sans = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>';
const grey = '<w:color w:val="595959"/>';

/** The size of text in half points, for scripts of both kinds. */
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const bold = '<w:b/><w:bCs/>';

interface StyleText {
  id: string;
  /** The name by which programs know a built-in style (ECMA-376, part 1: 17.7.4.9). */
  name: string;
  paragraph?: string;
  run?: string;
  basedOn?: string;
  next?: string;
}

const headingSizes = [32, 28, 26, 24, 22, 22];

const headings = headingSizes.map(
  (halfPoints, index): StyleText => ({
    id: `Heading${index + 1}`,
    name: `heading ${index + 1}`,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${320 - 20 * index}" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="${index}"/>`,
    run: `${sans}${bold}${size(halfPoints)}`,
  }),
);

const paragraphStyles: StyleText[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph:
      '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="120" w:line="240" w:lineRule="auto"/>',
    run: `${serif}${bold}${size(48)}`,
  },
  {
    id: 'Byline',
    name: 'Byline',
    next: 'Normal',
    paragraph: '<w:spacing w:before="0" w:after="320"/>',
    run: `${sans}${grey}${size(20)}`,
  },
  ...headings,
  {
    id: 'Quote',
    name: 'Quote',
    paragraph:
      '<w:pBdr><w:left w:val="single" w:sz="12" w:space="12" w:color="BFBFBF"/></w:pBdr><w:ind w:left="567" w:right="567"/>',
    run: '<w:i/><w:iCs/>',
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: '<w:spacing w:after="60"/><w:ind w:left="425" w:hanging="425"/>',
  },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: '<w:keepLines/><w:spacing w:before="60" w:after="240" w:line="240" w:lineRule="auto"/>',
    run: `${sans}${grey}${size(18)}`,
  },
  {
    id: 'TableText',
    name: 'Table Text',
    paragraph: '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
    run: size(20),
  },
  { id: 'Note', name: 'Note', paragraph: '<w:spacing w:after="80"/>', run: size(19) },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: size(18),
  },
  {
    id: 'CommentText',
    name: 'annotation text',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: size(20),
  },
  { id: 'Header', name: 'header', paragraph: '<w:spacing w:after="0"/>', run: `${sans}${grey}${size(16)}` },
  {
    id: 'Footer',
    name: 'footer',
    paragraph: '<w:spacing w:after="0"/><w:jc w:val="center"/>',
    run: `${sans}${grey}${size(16)}`,
  },
];

const characterStyles: StyleText[] = [
  { id: 'FootnoteReference', name: 'footnote reference', run: '<w:vertAlign w:val="superscript"/>' },
  { id: 'Hyperlink', name: 'Hyperlink', run: '<w:color w:val="0B5394"/><w:u w:val="single"/>' },
  { id: 'CommentReference', name: 'annotation reference', run: size(16) },
];

function createStyle(type: 'paragraph' | 'character', { id, name, paragraph, run, next }: StyleText): string {
  const base =
    type === 'paragraph' ? '<w:basedOn w:val="Normal"/>' : '<w:basedOn w:val="DefaultParagraphFont"/>';
  return [
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${base}`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    '<w:qFormat/>',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
  .join('');

const defaultStyles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`,
];

/** The language of the text as its defaults have it (ECMA-376, part 1: 17.3.2.20). */
function createLanguage(language: string | null): string {
  if (language === null || !/^[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language)) return '';
  const isRightToLeft = getLanguageDirection(language) === 'rtl';
  const isEastAsian = /^(?:zh|ja|ko|yue)\b/i.test(language);
  return `<w:lang ${isRightToLeft ? 'w:bidi' : isEastAsian ? 'w:eastAsia' : 'w:val'}="${language}"/>`;
}

/** The content of the styles part: the house style. */
export function createStyles(language: ReportText | null): Xml {
  const styles = [
    `<w:docDefaults><w:rPrDefault><w:rPr>${serif}${size(22)}${createLanguage(language)}</w:rPr></w:rPrDefault>`,
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
    ...defaultStyles,
    ...paragraphStyles.map((style) => createStyle('paragraph', style)),
    ...characterStyles.map((style) => createStyle('character', style)),
  ];
  return trustXml(styles.join(''));
}
