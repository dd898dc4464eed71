/** Signs that people type one way and articles print another; each stands for one character, so offsets stay. */
const alike: [RegExp, string][] = [
  [/[‘’‚‛′‹›´`]/g, "'"],
  [/[“”„‟″«»]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u00a0\u2007\u2009\u202f\n]/g, ' '],
];

/** The text with plain quotes, dashes and spaces for typographic ones. No offset changes. */
export function plainSigns(text: string): string {
  return alike.reduce((plain, [sign, typed]) => plain.replace(sign, typed), text);
}
