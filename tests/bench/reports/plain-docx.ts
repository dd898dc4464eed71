import { Document, Packer, Paragraph } from 'docx';

/** A title and the paragraphs below it. */
export interface PlainText {
  title: string;
  paragraphs: string[];
}

/** Writes a text as a Word file with the `docx` package, as a program would that adds no comments and changes. */
export async function writePlainDocx({ title, paragraphs }: PlainText): Promise<Uint8Array> {
  const children = [
    new Paragraph({ text: title, heading: 'Title' }),
    ...paragraphs.map((text) => new Paragraph({ text })),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ title, sections: [{ children }] })));
}
