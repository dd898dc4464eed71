import { type Place, startsWithOpener } from './place';

const nameWithMark = /(?:^|[^\p{L}])(?:Yahoo|Jeopardy|Joomla|Kahoot|Yum)!$/u;
const continuing = /^[,;:%)\]}]/;

/** Whether the mark before a place belongs to a name, as in `Yahoo! Finance`. */
export function goesOnAfterName(place: Place): boolean {
  return place.before.endsWith('!') && nameWithMark.test(place.before) && !startsWithOpener(place);
}

/** Whether the text after a place starts with a comma or another mark that no sentence starts with. Versions of ICU differ here. */
export function goesOnWithMark({ after }: Place): boolean {
  return continuing.test(after);
}
