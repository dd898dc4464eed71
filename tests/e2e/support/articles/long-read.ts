/** The paragraphs of an article that is much longer than the window. Each begins with its number. */
export const longReadParagraphs = Array.from(
  { length: 80 },
  (_, index) =>
    `Paragraph ${index + 1} tells of the harbour, of its ferry and of the bridge that took its place, and of what the council said about all of them. It is long enough to break into several lines.`,
);

export const longReadTitle = 'A long read';

export const longReadText = [longReadTitle, ...longReadParagraphs].join('\n\n');
