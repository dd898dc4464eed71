import { plainParagraph } from '../rtf-group';
import type { RtfReader } from '../rtf-reader';
import type { ReadControl } from './control';

const endParagraph: ReadControl = ({ paragraphs }) => paragraphs.end();

const breakLine: ReadControl = (reader) => {
  const { destination, writer, revision } = reader.group;
  if (destination === 'captured') reader.write(' ');
  if (destination === 'text' && revision !== 'deleted') writer.breakLine(reader.paragraphs.type);
};

function change({ group }: RtfReader, properties: Partial<RtfReader['group']['paragraph']>): void {
  group.paragraph = { ...group.paragraph, ...properties };
}

/** Paragraphs, and the rows and cells of tables in which they are (RTF 1.9.1, "Paragraph Text", "Table Definitions"). */
export const paragraphControls: Record<string, ReadControl> = {
  ...{ par: endParagraph, sect: endParagraph, '\n': endParagraph, '\r': endParagraph },
  ...{ line: breakLine, page: breakLine, column: breakLine },
  pard: ({ group }) => {
    group.paragraph = plainParagraph;
  },
  s: (reader, number) => {
    if (reader.definedStyle) reader.definedStyle.number = number ?? 0;
    else change(reader, { style: number ?? 0 });
  },
  outlinelevel: (reader, number) => {
    if (reader.definedStyle) reader.definedStyle.outlineLevel = number;
    else change(reader, { outlineLevel: number });
  },
  dropcapt: (reader) => change(reader, { isDropCap: true }),
  intbl: (reader) => change(reader, { isInTable: true }),
  trowd: ({ paragraphs }) => {
    paragraphs.cellCount = 0;
  },
  cellx: ({ paragraphs }) => {
    paragraphs.cellCount += 1;
  },
  cell: ({ paragraphs }) => paragraphs.endCell(),
  nestcell: endParagraph,
  row: ({ paragraphs }) => paragraphs.endRow(),
};
