/** A short article to check: its paragraphs as they stand on the screen. */
export const ferry = [
  'Ferry to stop in May',
  'The ferry carried 1.2 million people in 2019, the harbour office said. It was built in 1986.',
  'Its owner blamed the bridge, which cost €40 million. The crossing took eleven minutes, he said.',
  'A last trip is planned for 3 May. Tickets are free.',
];

export const ferryTitle = 'Ferry to stop in May';

export const ferryText = ferry.join('\n\n');

/** The paragraphs of a plain text, as blank lines part them; nothing in them is changed. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split(/\n(?:[^\S\n]*\n)+/);
}
