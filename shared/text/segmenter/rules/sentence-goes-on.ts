import { goesOnAfterAbbreviation } from './abbreviations';
import { isWithinAddress } from './addresses';
import { goesOnAfterOmission } from './ellipses';
import { goesOnAfterName, goesOnWithMark } from './names';
import { goesOnAfterNumber } from './numbers';
import type { Place } from './place';
import { goesOnInLowerCase, goesOnWithSpeaker } from './quotations';

/** The rules by which a sentence goes on where the platform ends it. */
const rules: readonly ((place: Place) => boolean)[] = [
  goesOnInLowerCase,
  goesOnWithMark,
  goesOnAfterAbbreviation,
  goesOnAfterNumber,
  goesOnAfterOmission,
  goesOnWithSpeaker,
  goesOnAfterName,
  isWithinAddress,
];

/** Whether a sentence goes on at a place where the platform's segmenter ends it. */
export function sentenceGoesOn(place: Place): boolean {
  return rules.some((rule) => rule(place));
}
