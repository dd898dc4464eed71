import { detectDirection } from '../../../text/characters/direction';
import type { RankedBlock } from '../../model/ranked-blocks';
import { createParagraph } from './paragraphs';
import { createRuns, type PartContext } from './run-markup';
import { listPieces, splitIntoCells, type TextPiece } from './text-pieces';
import { joinXml, literal, type Xml, xml } from './xml';

function createCell(part: PartContext, pieces: readonly TextPiece[], language: string | null): Xml {
  const text = pieces.map((piece) => piece.text).join('');
  const runs = createRuns(part, pieces);
  return xml`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${createParagraph({ style: 'TableText' }, runs, text, language)}</w:tc>`;
}

/** A table of consecutive rows, `textWidth` wide (in twentieths of a point). `beginRow` is called before each row is made. */
export function createTable(
  part: PartContext,
  rows: readonly RankedBlock[],
  beginRow: (row: RankedBlock) => void,
  { language, textWidth }: { language: string | null; textWidth: number },
): Xml {
  const cells = rows.map(({ block }) => splitIntoCells(listPieces(block)));
  const columns = Math.max(...cells.map(({ length }) => length));
  const column = xml`<w:gridCol w:w="${Math.floor(textWidth / columns)}"/>`;
  const body = rows.map((row, index) => {
    beginRow(row);
    const own = (cells[index] ?? []).map((cell, position) => {
      if (position > 0) part.map.addGenerated('\t');
      return createCell(part, cell, language);
    });
    // A shorter row has no cells that are not in the draft.
    const missing = columns - own.length;
    const properties = missing === 0 ? literal('') : xml`<w:trPr><w:gridAfter w:val="${missing}"/></w:trPr>`;
    return xml`<w:tr>${properties}${joinXml(own)}</w:tr>`;
  });
  const text = rows.map(({ block }) => block.text).join('\n');
  const isRightToLeft = detectDirection(text, language) === 'rtl';
  const properties = xml`<w:tblPr><w:tblStyle w:val="TableGrid"/>${literal(isRightToLeft ? '<w:bidiVisual/>' : '')}<w:tblW w:w="5000" w:type="pct"/></w:tblPr>`;
  const grid = joinXml(Array<Xml>(columns).fill(column));
  return xml`<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${joinXml(body)}</w:tbl>`;
}
