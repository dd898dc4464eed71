import { isCommonWord, isFrequentWord } from '../../../text/common-words';
import { normalizeText, normalizeWords } from '../search/normalize-words';
import { titles } from './name-parts';
import type { TermPart } from './term-part';

/** In letters: shorter beginnings of a name are words too often. */
const minBeginningLength = 4;
/** In letters: a shorter name with a letter changed is another name too often. */
const minMisspelledLength = 6;

/** Initials that mean something else nearly everywhere, by their letters. */
const abbreviations = new Set(
  `ac ad ag ai am ap ar at au ba bc bbc bbq be bp bs ca cbs cc cd ceo cfo ch cia cnn co cto cv da db dc de dj dna dr ds dvd ea ec eg er eu
  ev fa faq fbi fc fm gb gdp gm gop gp gps gt hd hiv hp hq hr ia ibm id ie ii iii il in ip iq ir irs it iv ix jr kg kpi la lcd led lg
  ltd ma mba mc md me mi mit mo mp mph mr ms mt nasa nato nba nbc nc nd ne nfl ngo nh nhl nj nm no nsa nv ny nyc nz oh ok or pa pc pdf
  ph phd pm po pr ps qa rd ri rna roi rv sa sc sd se sec sim sms sos sq sr st suv tb td tm tn tv tx ufo uk un us usa usb ussr ut uv va
  vat vc vi vii viii vip vs vt wa wc wi wto wv ww xi xl xx`.split(/\s+/),
);

/** Titles before an initial: `Ms Q.`. `M Q` and `Don Q` are other things too often. */
const titlesOfInitials = titles.filter((title) => !['M', 'Don', 'Sir', 'Lord', 'Lady'].includes(title));

const initialOf = (word: string) => Array.from(word)[0] ?? '';

/** Lists the initials of a name: `Z. Q.`, `ZQ`, and with a title `Ms Q.`. */
function listInitials(words: readonly string[], surname: string): TermPart[] {
  const written = words.map(initialOf).filter((letter) => /\p{Lu}/u.test(letter));
  if (written.length < 2 || written.length !== words.length) return [];
  const short = [written[0], written.at(-1)];
  const all = [...new Set([short.join(' '), written.join(' ')])];
  const together = all.map((letters) => letters.replaceAll(' ', ''));
  const meansMore = (letters: string) => {
    const bare = normalizeText(letters);
    return abbreviations.has(bare) || isFrequentWord(bare);
  };
  const withTitle = titlesOfInitials.map((title) => `${title} ${initialOf(words.at(-1) ?? '')}`);
  return [...all, ...together]
    .filter((letters) => !meansMore(letters))
    .concat(withTitle)
    .map((text) => ({ text, level: 'possible', form: 'initials', formOf: surname, isAlwaysAsked: true }));
}

/** Lists the beginnings of a word of a name, alone and behind the initial of the given name: `Zanzi`, `z.quill`. */
function listBeginnings(word: string, initial: string | null): TermPart[] {
  const parts: TermPart[] = [];
  const rest = { level: 'possible', form: 'beginning', formOf: word, isAlwaysAsked: true } as const;
  for (let length = minBeginningLength; length <= word.length - 2; length += 1) {
    const beginning = word.slice(0, length);
    if (!isCommonWord(beginning)) parts.push({ text: beginning, isCapitalized: true, ...rest });
    if (initial !== null)
      parts.push({ text: `${initial} ${beginning}`, ...rest }, { text: initial + beginning, ...rest });
  }
  return parts;
}

/**
 * Lists forms of a person's name that are weaker than its words: initials, beginnings, and words with a letter changed. The reviewer is
 * asked about each, unless the article prints it, or the word itself.
 */
export function listNameForms(name: string): TermPart[] {
  const written = name.split(/[\s,]+/).filter((word) => normalizeWords(word).length > 0);
  const isReversed = /^\S+,/.test(name.trim());
  const ordered = isReversed ? [...written.slice(1), ...written.slice(0, 1)] : written;
  // A title is no name: `Dr. Käsemann` has no given name that is known.
  const words = ordered.filter((word) => !titles.includes(word.replace(/\.$/, '')));
  const surname = normalizeText(words.at(-1) ?? '');
  const initial = words.length > 1 ? normalizeText(initialOf(words[0] ?? '')) : null;
  const isRare = (word: string) => word.length >= minMisspelledLength && !isCommonWord(word);
  return [
    ...listInitials(words, surname),
    ...words.flatMap(normalizeWords).flatMap((word): TermPart[] => {
      if (!isRare(word) || !/^\p{L}+$/u.test(word)) return [];
      const misspelled = {
        level: 'possible',
        form: 'misspelling',
        formOf: word,
        isAlwaysAsked: true,
      } as const;
      const isSurname = word === surname;
      return [
        ...listBeginnings(word, isSurname ? initial : null),
        ...(isSurname && initial !== null ? [{ text: initial + word, level: 'certain' } as const] : []),
        { text: word, ...misspelled },
      ];
    }),
  ];
}

/** How letters with a mark, and ligatures, are written out. */
const writtenOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  æ: 'ae',
  œ: 'oe',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  Ø: 'Oe',
  Å: 'Aa',
  Æ: 'Ae',
  Œ: 'Oe',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  þ: 'th',
  Þ: 'Th',
};
/** Letters that lose their mark only here, because Unicode does not decompose them. The others lose it in the search. */
const bare: Readonly<Record<string, string>> = { ø: 'o', Ø: 'O', ß: 'ss', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D' };

function replaceLetters(text: string, table: Readonly<Record<string, string>>): string {
  return Array.from(text.normalize('NFC'), (letter) => table[letter] ?? letter).join('');
}

/**
 * Lists the other spellings of a text with umlauts and the like: `Grossmueller` and `Grossmuller` for `Großmüller`, and the other way
 * round. Empty when there is none.
 */
export function listSpellings(text: string): string[] {
  const base = [text, replaceLetters(text, writtenOut), replaceLetters(text, bare)];
  const bareDigraphs = base.map((one) => one.replace(/([aou])e(?=\p{L}{3})/giu, '$1'));
  // A name with a digraph by nature, such as `Samuel`, has no such spelling.
  const isWrittenOut = /ae|oe|ue/i.test(text) && /ss/i.test(text);
  const all = isWrittenOut ? [...base, ...bareDigraphs] : base;
  const spellings = new Set([...all, ...all.map((one) => one.replaceAll('ss', 'ß'))]);
  const known = new Set([normalizeText(text)]);
  return Array.from(spellings).filter((one) => {
    const normalized = normalizeText(one);
    if (known.has(normalized)) return false;
    known.add(normalized);
    return true;
  });
}
