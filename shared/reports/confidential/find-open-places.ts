import { findItemName, type ReportPart } from '../extract/report-part';
import type { RedactedText } from './redacted-text';
import type { Occurrence } from './search/occurrence';
import type { SearchText } from './search/search-text-builder';

/** The parts of one claim or source: their indexes, and the occurrences in them. */
interface Item {
  partIndexes: number[];
  occurrences: Occurrence[];
}

/** Groups the parts of claims and sources that have occurrences. */
function groupByItem(
  occurrences: readonly Occurrence[],
  parts: readonly Pick<ReportPart, 'name'>[],
): Map<string, Item> {
  const names = parts.map(({ name }) => findItemName(name));
  const items = new Map<string, Item>();
  for (const occurrence of occurrences) {
    const name = names[occurrence.partIndex ?? -1] ?? null;
    if (name === null) continue;
    const item = items.get(name);
    if (item) item.occurrences.push(occurrence);
    else items.set(name, { partIndexes: [], occurrences: [occurrence] });
  }
  for (const [index, name] of names.entries()) items.get(name ?? '')?.partIndexes.push(index);
  return items;
}

/** Whether one of the occurrences in an item touches a text that is redacted in it, or might. */
function touchesChangedText(
  { partIndexes, occurrences }: Item,
  changedTexts: readonly string[],
  { characters, textEnds }: SearchText,
): boolean {
  const partTexts = partIndexes.map((index) =>
    characters.slice(textEnds[index - 1] ?? 0, textEnds[index] ?? characters.length),
  );
  return changedTexts.some((words) => {
    if (words === '') return false;
    let isFound = false;
    for (const [position, text] of partTexts.entries())
      for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
        isFound = true;
        const end = at + words.length;
        const isTouched = occurrences.some(
          ({ partIndex, offsetInPart, length }) =>
            partIndex === partIndexes[position] && offsetInPart < end && offsetInPart + length > at,
        );
        if (isTouched) return true;
      }
    // It is written in another form, so any place in the item can be a part of it.
    return !isFound;
  });
}

/**
 * Splits occurrences into those that the redacted report has as well, and those that are `open`: they have to be compared with
 * it. `items` names the claims and sources, or the article, whose redacted text is needed for that. A possible leak that
 * touches no text which is redacted in its claim or source stands in the redacted report as well; then no other text of that
 * claim or source has to be compared either. Certain leaks are always compared.
 */
export function splitByOpenItems(
  occurrences: readonly Occurrence[],
  parts: readonly Pick<ReportPart, 'name'>[],
  text: SearchText,
  { listChangedTexts }: RedactedText,
): { open: Occurrence[]; unchanged: Occurrence[]; items: Set<string> } {
  const items = new Set<string>();
  const unchanged = new Set<Occurrence>();
  for (const [name, item] of groupByItem(occurrences, parts)) {
    const isPossible = item.occurrences.every(({ term }) => term.level === 'possible');
    const changed = isPossible ? listChangedTexts(name) : null;
    if (changed === null || touchesChangedText(item, changed, text)) items.add(name);
    else for (const occurrence of item.occurrences) unchanged.add(occurrence);
  }
  return { open: occurrences.filter((one) => !unchanged.has(one)), unchanged: [...unchanged], items };
}
