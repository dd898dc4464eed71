/** The figures of the article, each of which is a claim to check. */
export const countedClaims = Array.from({ length: 100 }, (_, index) => `${index + 20} boats`);

/** An article with this many facts, at most a hundred, one in each sentence. */
export function countedText(count: number): string {
  const sentences = countedClaims.slice(0, count).map((boats) => `The harbour counted ${boats} on that day.`);
  const paragraphs = Array.from({ length: Math.ceil(count / 5) }, (_, index) =>
    sentences.slice(5 * index, 5 * index + 5).join(' '),
  );
  return paragraphs.join('\n\n');
}

/** The paragraphs of an article that is much longer than the window. Each begins with its number. */
export const longReadParagraphs = Array.from(
  { length: 80 },
  (_, index) =>
    `Paragraph ${index + 1} tells of the harbour, of its ferry and of the bridge that took its place, and of what the council said about all of them. It is long enough to break into several lines.`,
);

export const longReadTitle = 'A long read';

export const longReadText = [longReadTitle, ...longReadParagraphs].join('\n\n');
