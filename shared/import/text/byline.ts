import { maxLineLength } from '#shared/domain/base/primitives.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findWrittenDate } from './written-date.ts';

/** Lower-case parts of names. */
const nameParticles = new Set(
  'af al ap av bin bint da dal dalla das de dei del della den der di do dos du e el ibn la las le les li lo los ter ten the van vom von y zu zum zur'.split(
    ' ',
  ),
);

/** Agencies and others whose name may stand alone, in lower case. */
export const agencies = new Set(
  (
    'afp|agence france-presse|ansa|ap|apa|associated press|the associated press|bbc|bbc news|belga|bloomberg|bloomberg news|cnn|' +
    'dpa|dpa-afx|efe|epd|europa press|ims|kna|kyodo|kyodo news|lusa|ntb|pa|pa media|press association|pap|reuters|ritzau|sid|stt|tass|' +
    'tt|upi|xinhua|ats|keystone-sda|sda|stpa|anp|tanjug|hina|mti|ctk|čtk|тасс|интерфакс|риа новости|staff|staff reporter|staff writer|editors|the editors|' +
    'the editorial board|editorial board|our correspondent|our staff|our own correspondent|redaktion|redacción|la redacción|la rédaction|redazione|' +
    'adnkronos|agi|agerpres|anadolu|anadolu agency|antara|aap|askanews|bernama|bta|canadian press|the canadian press|interfax|' +
    'interfax-ukraine|irna|pti|ria novosti|ukrinform|yonhap'
  ).split('|'),
);

/** Job titles, which follow the name of the person who holds them. */
const rolePattern =
  /\b(?:(?:affairs|arts|assistant|associate|business|chief|contributing|crime|culture|deputy|diplomatic|economics?|education|environment|executive|foreign|health|home|international|investigations|investigative|legal|managing|national|news|political|science|security|senior|social|special|sports?|technology|world)\s+)*(?:analysts?|columnists?|contributors?|correspond[ea]nts?|correspondants?|corresponsal|corrispondente|desk|editors?|enviad[ao] especial|envoyée?s?(?: spéciale?s?)?|inviat[ao]|editor-in-chief|freelancers?|journalists?|journalistin|korrespondent(?:in)?|newsroom|photographers?|producers?|redakteur(?:in)?|reporter(?:s|in)?|staff|writers?)\b/iu;

/**
 * Words, in lower case, that occur in phrases and headlines but not in names: "By the Numbers", "Von Anfang an", "Por Qué
 * Importa".
 */
const noNameWords = new Set(
  (
    'a all also and any are because been being could every had has have how if is its itself last least most next no not now only our ' +
    'since some than that the their them then these they this those today tomorrow tonight under until was were what when where which ' +
    'while who whose why with would yesterday your monday tuesday wednesday thursday friday saturday sunday christmas easter midnight ' +
    'noon night morning evening day days week weeks weekend month months year years hour hours comparison contrast default design ' +
    'numbers phone popular email mail train plane land sea air ' +
    'anfang ende auf aus bis kopf nach nun seiten wegen wird wir ' +
    'avion ailleurs conséquent contre exemple hasard ' +
    'ahora cierto ejemplo eso favor primera qué que supuesto vez ' +
    'exemplo isso enquanto fatto fronte meno nuovo oggi più solito ieri'
  ).split(' '),
);

/** Longest line that can be a byline, in UTF-16 code units. */
const maxBylineLength = 240;
/** The most names in a byline. */
const maxNames = 12;
/** The most words after a bar or dash, such as a date, a job title or the reading time. More words make a sentence. */
const maxWordsBehind = 8;
/** The most words of one name. */
const maxNameWords = 6;

/** The words before the names, with the language they belong to; null for several languages. */
const prefixes: { language: string | null; pattern: RegExp }[] = [
  {
    language: 'en',
    pattern:
      /^(?:(?:analysis|essay|exclusive|interview|opinion|photographs?|photos|report(?:ing|ed)?|story|text|words|written)\s+)?by(?:\s*:\s*|\s+|$)/iu,
  },
  {
    language: 'de',
    pattern:
      /^(?:(?:ein[e]?\s+)?(?:analyse|bericht|essay|gastbeitrag|interview|kolumne|kommentar|porträt|reportage|rezension|text)\s+)?von(?:\s+unsere[mr]\s+\p{L}+)?(?:\s*:\s*|\s+|$)/iu,
  },
  {
    language: 'fr',
    pattern:
      /^(?:(?:propos recueillis|texte|reportage|récit|analyse|écrit|publié)\s+)?par(?:\s*:\s*|\s+|$)/iu,
  },
  { language: 'es', pattern: /^(?:(?:texto|escrito|publicado)\s+)?por(?:\s*:\s*|\s+|$)/iu },
  { language: 'it', pattern: /^(?:(?:testo|articolo)\s+)?(?:di|a cura di)(?:\s*:\s*|\s+|$)/iu },
  { language: 'nl', pattern: /^(?:(?:geschreven|tekst)\s+)?door(?:\s*:\s*|\s+|$)/iu },
  { language: 'da', pattern: /^(?:(?:skrevet|skriven|tekst|text)\s+)?(?:af|av)(?:\s*:\s*|\s+|$)/iu },
  {
    language: null,
    pattern:
      /^(?:authors?|autor(?:in|en|a|es|ka|ky)?|auteure?s?|autore|autori|byline|words|text|texte|texto|testo|tekst|teksti|автор|автори|ířta|írta|συντάκτης)\s*:\s*/iu,
  },
];

/** Where the names end and something else begins: a bar, a bullet, a dash between spaces. */
const fieldSeparator = /\s*[|·•∙►\t]\s*|\s+[–—-]{1,2}\s+|\s{3,}/u;
const nameSeparator =
  /\s*[,;&/]\s*|\s+(?:and|und|et|e|y|och|og|en|i|a|ja|és|și|ve|и|та|και|with|mit|avec|con|com)\s+/u;
/** Words after a name that say where the person is, or whom they write for. */
const placeAfterName =
  /\s+(?:in|for|at|from|of|für|aus|à|pour|en|para|da|a|per|voor|i|w|в)\s+(?=(?:the\s|der\s|la\s|el\s)?\p{Lu}).*$/u;
const wordsBeforeDate =
  /(?:[\s,]+(?:(?:first |last )?(?:published|updated|posted)|on|am|vom|le|el|il|veröffentlicht|publié|publicado|pubblicato))*[\s,:(]*$/iu;
const leadingMarks = /^[\s*_~#>–—-]+|[\s*_~]+$/gu;
/** A word of a name: a capital letter or a script without case, then letters, apostrophes and hyphens; or an initial. */
const nameWord = /^(?:d['’]|l['’]|O['’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’‑-]*\.?$/u;

/** A byline: the names as they are written, and the language of the words before them. */
interface Byline {
  names: string;
  /** BCP 47; null when the words before the names are of several languages. */
  language: string | null;
}

/**
 * Reads a line that is a byline: "By Ada Fields and Bo Keld, Reuters", "Von Ada Fields", "Text: Ada Fields". Other words after
 * the names are cut off, such as a date, a job title or a place. Null for any other line, including one that only begins like a
 * byline ("By the time").
 */
export function readByline(line: string): Byline | null {
  const text = line.replace(leadingMarks, '').trim();
  if (text.length > maxBylineLength || text.includes('\n')) return null;
  for (const { language, pattern } of prefixes) {
    const prefix = pattern.exec(text)?.[0] ?? '';
    const names = prefix === '' ? null : readNames(text.slice(prefix.length), /:\s*$/.test(prefix));
    if (names !== null) return { names, language };
  }
  return null;
}

/** Whether a line holds only the words before the names, which are then on the next line. */
export function isBylineStart(line: string): boolean {
  const text = line.replace(leadingMarks, '').trim();
  return text !== '' && prefixes.some(({ pattern }) => pattern.exec(`${text} `)?.[0].trim() === text);
}

function readNames(text: string, isAfterColon: boolean): string | null {
  const [field = ''] = text.split(fieldSeparator);
  const wordsBehind = text.slice(field.length).match(/\p{L}{2,}/gu) ?? [];
  if (wordsBehind.length > maxWordsBehind) return null;
  const date = findWrittenDate(field);
  const undated = collapseWhitespace(field.slice(0, date?.start))
    .replace(/\s+@\w+$/u, '')
    .replace(/\s*\([^()]*\)?$/u, '')
    .replace(wordsBeforeDate, '');
  const parts = undated.split(nameSeparator).filter((part) => part !== '');
  const names: string[] = [];
  for (const part of parts) {
    const name = readName(part);
    // A job title ends the names, and so does another credit, as in "Text: Ada Fields, Fotos: Bo Keld".
    if (name === null) {
      if (names.length > 0 && (rolePattern.test(part) || /^\p{L}+:\s/u.test(part))) break;
      return null;
    }
    names.push(name);
  }
  const [lastName = ''] = names.slice(-1);
  const isPlace = names.length > 1 && !/\s/.test(lastName) && !agencies.has(lastName.toLowerCase());
  // "Ada Fields, Berlin": one word after a comma is where the people are, or whom they write for.
  if (isPlace && undated.slice(0, undated.lastIndexOf(lastName)).trimEnd().endsWith(',')) names.pop();
  const isKnown = names.some((name) => /\s/.test(name) || agencies.has(name.toLowerCase()));
  if (names.length === 0 || names.length > maxNames || !(isKnown || isUnspacedName(names, isAfterColon)))
    return null;
  return cutAfter(undated, names).slice(0, maxLineLength);
}

/** Whether the names are in a script without spaces between words, where one word is a whole name. */
function isUnspacedName(names: readonly string[], isAfterColon: boolean): boolean {
  return (
    isAfterColon &&
    names.every((name) =>
      /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(name),
    )
  );
}

/** The text up to the end of the last name. */
function cutAfter(text: string, names: readonly string[]): string {
  let end = 0;
  for (const name of names) end = text.indexOf(name, end) + name.length;
  return text.slice(0, end);
}

/** A name at the start of a part, without a job title or place after it; null when the part does not begin with a name. */
function readName(part: string): string | null {
  const beforePlace = part.replace(placeAfterName, '');
  if (agencies.has(beforePlace.toLowerCase())) return beforePlace;
  const role = rolePattern.exec(beforePlace);
  const name = role ? beforePlace.slice(0, role.index).trimEnd() : beforePlace;
  const words = name.split(/\s+/);
  if (words.length > maxNameWords) return null;
  const isName =
    words.every((word) => nameWord.test(word) || nameParticles.has(word)) &&
    words.some((word) => nameWord.test(word) && !nameParticles.has(word)) &&
    words.every((word) => !noNameWords.has(word.toLowerCase()));
  return isName ? name : null;
}
