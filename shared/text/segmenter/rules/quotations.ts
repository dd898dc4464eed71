import { type Place, startsWithOpener } from './place';

/** A word in lower case, also behind a dash or an opening mark. Items such as `b) …` and names such as `iPhone` are none. */
const lowerCase = /^["'“”‘’„‚«»(\u2013\u2014-]*\s?\p{Ll}(?!\p{Ll}?\p{Lu}|\))/u;
/** Dutch `’s Avonds` and `’t Is` open sentences. */
const elidedArticle = /^['’‘][a-z]\s\p{Lu}/u;

/** The end of a quotation, and who says it: `“Why?” Ms. Keld asked.` */
const closedQuotation = /[.!?…]["”’»“]$/;
const speaker =
  /^(?:(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov)\.\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'.-]*){0,3}\s(\p{Ll}+)/u;
const wordOfSpeech =
  /^(?:said|says|ask(?:s|ed)|repl(?:ies|ied)|answered|add(?:s|ed)|told|tells|wrote|writes|shouted|called|cried|recalled|continued|explained|noted|wondered|whispered|quipped)$/;
/** Japanese `「…。」と` */
const closedJapaneseQuotation = /[。！？][」』]$/;
const japaneseParticle = /^(?:と|って)/;

/** Whether a sentence goes on in lower case, as in `“Why?” she asked.` and `« Non ! » dit-il.` */
export function goesOnInLowerCase({ before, after, isSpaced }: Place): boolean {
  return (isSpaced || closedQuotation.test(before)) && lowerCase.test(after) && !elidedArticle.test(after);
}

/** Whether the words after a quotation say who spoke, so that both are one sentence. */
export function goesOnWithSpeaker(place: Place): boolean {
  const { before, after } = place;
  if (closedJapaneseQuotation.test(before)) return japaneseParticle.test(after);
  if (!closedQuotation.test(before)) return false;
  const [, verb] = speaker.exec(after) ?? [];
  return verb !== undefined && wordOfSpeech.test(verb) && !startsWithOpener(place);
}
