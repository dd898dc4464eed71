const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'pl', 'ru', 'tr'];

/** Words beside a date: what happened then, and time zones. */
const others =
  'published updated posted modified created first last on at am pm a p m et est edt pt pst pdt ct cst cdt gmt utc bst cet cest ist original ' +
  'publicado actualizado publicada el a las de às em publié mis à jour le modifié veröffentlicht aktualisiert stand am um uhr feira th st nd rd the ' +
  'pubblicato aggiornato il alle gepubliceerd bijgewerkt op updatedat date min read minute minutes ago hours hour days day';

/** The names of months and weekdays, long and short. */
function listDateNames(): string[] {
  return languages.flatMap((language) =>
    (['long', 'short'] as const).flatMap((width) => [
      ...Array.from({ length: 12 }, (_, month) =>
        new Date(Date.UTC(2024, month, 15)).toLocaleDateString(language, {
          month: width,
          day: 'numeric',
          timeZone: 'UTC',
        }),
      ),
      ...Array.from({ length: 7 }, (_, day) =>
        new Date(Date.UTC(2024, 0, 1 + day)).toLocaleDateString(language, {
          weekday: width,
          timeZone: 'UTC',
        }),
      ),
    ]),
  );
}

const splitWords = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const dateWords = new Set([...listDateNames().flatMap(splitWords), ...splitWords(others)]);

/** Longest line that is only a date, in UTF-16 code units. */
const maxDateLineLength = 140;

/** Whether a text is only a date or a time, as "Updated 10:01 pm PST, Tuesday, November 19, 2019". */
export function isDateLine(text: string): boolean {
  if (text.length > maxDateLineLength || !/\d{1,2}[:.h]\d\d|\b(19|20)\d\d\b|\d+ \w+ ago/u.test(text))
    return false;
  return splitWords(text).every((word) => dateWords.has(word));
}
