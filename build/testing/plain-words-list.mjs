/** Words that keep newcomers from understanding names, comments and the interface, each with words to use instead. */
const words = [
  [/(?<!\ball )\b(un)?told\b(?! apart)/i, 'reported, described, notified'],
  [/\btell(s|ing)?\b/i, 'report, describe, notify, show'],
  [/\bunsaid\b/i, 'missing, left out'],
  [/\bmend(s|ed|ing)?\b/i, 'edit, fix, correct'],
  [/\bcall(s|ed|ing)? off\b/i, 'cancel'],
  [/\blet(s|ting)? go\b/i, 'retire, release'],
  [/\bfor want of\b/i, 'without, lacking'],
  [/\bneedles?\b/i, 'search pattern'],
  [/\bso (many|much)\b/i, 'this many, at most …'],
];

/** Openings that make a sentence hard to follow. A question may begin with “What”. */
const openings = [
  [/^Of (?!course\b)/, 'begin with the subject'],
  [/^Whatever\b/, 'anything that …'],
  [/^What\b(?!.*\?$)/, 'name the thing first'],
];

const splitSentences = (text) => text.split(/(?<=[.!?:])\s+|\n\s*\n/);

/** Unclear words and openings in a text, each with words to use instead. Only prose has sentences. */
export function findUnclear(text, isProse) {
  const unclear = words.flatMap(([word, instead]) => {
    const match = word.exec(text);
    return match ? [{ found: match[0], instead }] : [];
  });
  if (!isProse) return unclear;
  const sentences = splitSentences(text);
  return unclear.concat(
    openings.flatMap(([opening, instead]) =>
      sentences.filter((one) => opening.test(one)).map((one) => ({ found: one.slice(0, 40), instead })),
    ),
  );
}
