/** The paragraphs of a short article to check, as they appear on the screen. */
export const ferryParagraphs = [
  'Ferry to stop in May',
  'The ferry carried 1.2 million people in 2019, the harbour office said. It was built in 1986.',
  'Its owner blamed the bridge, which cost €40 million. The crossing took eleven minutes, he said.',
  'A last trip is planned for 3 May. Tickets are free.',
];

export const ferryTitle = 'Ferry to stop in May';

export const ferryText = ferryParagraphs.join('\n\n');
