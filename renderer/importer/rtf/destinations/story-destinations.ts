import { FlowWriter } from '../../flow/flow-writer';
import { plainParagraph } from '../rtf-group';
import type { RtfReader } from '../rtf-reader';
import { type Open, openAll } from './open';

/** Begins a note or a text box within the paragraph that is open. */
const openStory =
  (isNote: boolean): Open =>
  ({ group, paragraphs }) => {
    if (group.destination !== 'text') return;
    group.writer.beginStory(isNote);
    group.paragraph = plainParagraph;
    group.isRaised = false;
    const restore = paragraphs.beginAside();
    group.onClose = () => {
      paragraphs.end();
      group.writer.endStory();
      restore();
    };
  };

/** Has the text of the group written to a writer of its own, and hands over its lines. */
function writeAside({ group, paragraphs }: RtfReader, receive: (lines: string[]) => void): void {
  group.destination = 'text';
  group.writer = new FlowWriter();
  group.paragraph = plainParagraph;
  group.isPictureCounted = true;
  const restore = paragraphs.beginAside();
  group.onClose = () => {
    receive(group.writer.takeBlocks().flatMap(({ text }) => (text === '' ? [] : [text])));
    restore();
  };
}

const openPageLine: Open = (reader) =>
  writeAside(reader, (lines) => {
    if (lines.length > 0) reader.counts.pageLinesLeftOut += 1;
    reader.beside.push(...lines);
  });

const openComment: Open = (reader) => {
  const { writer } = reader.group;
  const { comments } = reader;
  comments.begin();
  writeAside(reader, (lines) => {
    const id = comments.end(lines.join('\n'));
    // A comment on no range is about the words before it.
    if (id !== null) writer.anchor(id, 'start');
  });
};

const anchorOf =
  (edge: 'start' | 'end'): Open =>
  (reader) => {
    const { writer } = reader.group;
    reader.capture((text) => writer.anchor(text, edge));
  };

const pageLines = ['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'];

/** Notes, text boxes, page headers and footers, and comments (RTF 1.9.1, "Footnotes", "Annotations"). */
export const storyDestinations: Record<string, Open> = {
  footnote: openStory(true),
  ...openAll(['shptxt', 'dptxbxtext'], openStory(false)),
  ...openAll(pageLines, openPageLine),
  annotation: openComment,
  atnauthor: (reader) => reader.capture((text) => reader.comments.setAuthor(text)),
  atnref: (reader) => reader.capture((text) => reader.comments.setReference(text)),
  atndate: (reader) => reader.capture((text) => reader.comments.setDate(Number(text))),
  atnparent: (reader) => reader.capture((text) => reader.comments.setParent(Number(text))),
  atrfstart: anchorOf('start'),
  atrfend: anchorOf('end'),
};
