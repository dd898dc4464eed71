const year = '(?<year>(?:1[89]|20)\\d\\d)(?![\\d-])';
const noLetter = '(?<!\\p{L})';
/** Words between "born" and the year: a place, a date, and what joins them. */
const placeOrDate =
  "(?:(?:in|on|at|to|into|near|outside|the|a|an|and|of|parents|family|town|village|city|am|im|Jahr|Jahre|bei|an|der|um|\\p{Lu}[\\p{L}.'’-]*|\\d{1,2}(?:st|nd|rd|th|\\.)?),?\\s+){0,10}?";
const death = '(?<death>(?:1[89]|20)\\d\\d)';

/** How a year of birth is written in English and German. */
export const birthPatterns: readonly RegExp[] = [
  new RegExp(
    `(?<=\\p{Lu}[\\p{L}'’-]+ )\\((?:born |geb\\. |\\* ?)?${year.replace('(?![\\d-])', '')} ?[–—-] ?(?:† ?)?${death}\\)`,
    'gu',
  ),
  new RegExp(`${noLetter}(?:born|Born|geboren|Geboren)\\s+${placeOrDate}${year}`, 'gu'),
  new RegExp(`${noLetter}(?:b\\.|geb\\.|\\*)\\s?${placeOrDate}${year}`, 'gu'),
  new RegExp(`${noLetter}Jahrgang ${year}`, 'gu'),
  new RegExp(
    `${noLetter}(?:im Jahr |am \\d{1,2}\\. ?\\p{Lu}\\p{Ll}+ )?${year} (?:(?:in|bei) [^,.;:()]{2,30}? )?geborene[rn]?(?!\\p{L})`,
    'gu',
  ),
  new RegExp(
    `${noLetter}${placeOrDate}${year} (?:(?:in|bei|nahe|auf|als) [^,.;:()]{2,50}? )?(?:geboren(?!\\p{L})|zur Welt)`,
    'gu',
  ),
];

const age = '(?<age>\\d{1,3})';
const ageOrWord = '(?<age>\\d{1,3}|[a-zäöüß]+(?:-[a-z]+)?)';
const noDigit = '(?![\\d.,]*\\d|\\p{L}| ?%)';
const name = "(?<name>\\p{Lu}[\\p{L}'’-]+)";

/** How an age is written in English and German, the most certain first. */
export const agePatterns: readonly { when: 'now' | 'event' | 'death'; pattern: RegExp }[] = [
  {
    when: 'death',
    pattern: new RegExp(
      `${noLetter}(?:died|passed away|dies|death|dead)(?!\\p{L})[^;:]{0,80}? (?:aged|at the age of|at age|age) ${ageOrWord}${noDigit}`,
      'gu',
    ),
  },
  {
    when: 'death',
    pattern: new RegExp(
      `${noLetter}(?:starb|verstarb|gestorben|verstorben|stirbt)(?!\\p{L})[^;:]{0,80}? (?:im Alter von|mit) ${ageOrWord}${noDigit}`,
      'gu',
    ),
  },
  {
    when: 'death',
    pattern: new RegExp(
      `${noLetter}im Alter von ${ageOrWord} Jahren (?:[^;:,.]{0,40} )?(?:starb|verstarb|gestorben|verstorben)`,
      'gu',
    ),
  },
  {
    when: 'event',
    pattern: new RegExp(
      `${noLetter}(?:at (?:the )?age (?:of )?|aged |when (?:s?he|they) (?:was|were) (?:just |only )?)${ageOrWord}${noDigit}`,
      'giu',
    ),
  },
  {
    when: 'death',
    pattern: new RegExp(`${noLetter}(?:died|dies)(?!\\p{L})[^;:.]{0,60}?,? at ${age}(?=[.,;]|$)`, 'gu'),
  },
  {
    when: 'event',
    pattern: new RegExp(`${noLetter}(?:[Ii]m Alter von|[Mm]it(?: nur| gerade)?) ${ageOrWord} Jahren`, 'gu'),
  },
  {
    when: 'event',
    pattern: new RegExp(
      `${noLetter}(?:was|were)(?: just| only| still| already| barely)? ${ageOrWord}(?: years old)?,? (?:when|by the time|at the time)(?!\\p{L})`,
      'gu',
    ),
  },
  {
    when: 'event',
    pattern: new RegExp(
      `${noLetter}war(?: (?:er|sie))?(?: \\d{4})?(?: (?:erst|gerade|bereits|schon|noch))* ${ageOrWord}(?: Jahre alt)?,? (?:als|da)(?!\\p{L})`,
      'gu',
    ),
  },
  { when: 'now', pattern: new RegExp(`${name}, (?:now |today )?${age},(?! \\d)`, 'gu') },
  {
    when: 'now',
    pattern: new RegExp(`(?<!\\p{L})[Tt]he (?:\\p{Ll}+ )?\\p{Ll}+, (?:now |today )?${age},(?! \\d)`, 'gu'),
  },
  { when: 'now', pattern: new RegExp(`${name} \\(${age}\\)`, 'gu') },
  { when: 'now', pattern: new RegExp(`(?<![\\p{L}\\d.,-])${age}(?:-| )year(?:-| )old`, 'gu') },
  { when: 'now', pattern: new RegExp(`(?<![\\p{L}\\d.,-])${age}-?[Jj]ährige[rnms]?(?!\\p{L})`, 'gu') },
  {
    when: 'now',
    pattern: new RegExp(
      `${noLetter}(?:is|is now|turns|turned|turning|now)(?: just| only| already)? ${ageOrWord}(?: years old|(?= this year| today| now|[,.;]|$| and ))`,
      'gu',
    ),
  },
  {
    when: 'now',
    pattern: new RegExp(
      `${noLetter}(?:ist|wird|wurde)(?: heute| jetzt| inzwischen| nun| gerade| erst)? ${ageOrWord}(?: Jahre(?: alt)?|(?=[,.;]|$))`,
      'gu',
    ),
  },
  {
    when: 'now',
    pattern: new RegExp(`${noLetter}(?:heute|inzwischen|mittlerweile) ${ageOrWord} Jahre alt`, 'gu'),
  },
];

/** A sentence that begins with a pronoun for a person. */
export const pronounStart = /^["“„»]?(?:he|she|er|sie)\s/iu;
/** Relatives, whose ages and births stand beside those of a person. */
export const relatives =
  /(?<!\p{L})(?:mother|father|parents?|sons?|daughters?|wife|husband|brothers?|sisters?|children|child|girl|boy|baby|twins?|grand\p{L}+|nephew|niece|mutter|vater|eltern|sohn|söhne|töchter|tochter|frau|mann|ehemann|ehefrau|bruder|schwester|kind|kinder|enkel\p{L}*)(?!\p{L})/iu;
