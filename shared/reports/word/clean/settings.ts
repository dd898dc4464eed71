import { joinXml, literal, type Xml, xml } from './xml';

/** The content of the settings part, in the order of the schema (ECMA-376, part 1: 17.15.1.78). */
export function createSettings(hasFootnotes: boolean): Xml {
  const notes = xml`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`;
  return xml`<w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>${
    hasFootnotes ? notes : literal('')
  }<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`;
}

/** The content of the numbering part: the one list of the document, with bullets. */
export const bullets = joinXml([
  xml`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>`,
  xml`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>`,
  xml`<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`,
  xml`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
]);

const createSeparator = (id: number, type: 'separator' | 'continuationSeparator') =>
  xml`<w:footnote w:type="${literal(type)}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${literal(type)}/></w:r></w:p></w:footnote>`;

/** The content of the footnotes part: the lines above them, and the footnotes by their ids, which count from 1. */
export function createFootnotes(footnotes: ReadonlyMap<number, Xml>): Xml {
  const notes = Array.from(
    footnotes,
    ([id, content]) => xml`<w:footnote w:id="${id}">${content}</w:footnote>`,
  );
  return joinXml([createSeparator(-1, 'separator'), createSeparator(0, 'continuationSeparator'), ...notes]);
}
