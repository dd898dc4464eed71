import { type Place, startsWithOpener } from './place';

/** An ellipsis apart from the word before it, or in brackets: words were left out. */
const omission = /(?:^|[\s[(])(?:…|\.{3}|\.\s\.\s\.)["”’»)\]]*$/;
const omissionAfterEnd = /[.!?]["”’»)]*\s(?:…|\.{3})["”’»)]*$/;

/** Whether the text before a place ends in an ellipsis that stands for words left out of the same sentence. */
export function goesOnAfterOmission(place: Place): boolean {
  if (!/…|\.\s?\./.test(place.before.slice(-6))) return false;
  return omission.test(place.before) && !omissionAfterEnd.test(place.before) && !startsWithOpener(place);
}
