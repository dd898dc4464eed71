import type { QueryRule } from '../../../../../shared/queries/query';
import type { Span } from '../../../../../shared/text/span';
import type { Random } from '../../../support/random';
import { type Article, createArticle } from './read-articles';
import { slips } from './slips';

/** An article with one error in it, and where that is. */
export interface PlantedError {
  rule: QueryRule;
  kind: string;
  article: Article;
  place: Span;
}

type Plant = (article: Article, random: Random) => PlantedError | null;

/** The names of a set of articles, known without any rule of ours. */
export interface KnownNames {
  /** Whether a capitalized word is a name. */
  isName: (word: string) => boolean;
}

const escapeForPattern = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&');
const findWord = (text: string, word: string) => [
  ...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escapeForPattern(word)}(?![\\p{L}\\p{N}])`, 'gu')),
];

/** Replaces a span of an article. The blocks follow, because no error reaches over the end of one. */
function replace({ id, draft }: Article, { start, end }: Span, words: string): Article {
  const changed = draft.text.slice(0, start) + words + draft.text.slice(end);
  return createArticle(id, changed, draft.language);
}

/** Misspells one of at least two occurrences of a name. */
export function misspell(kind: string, { isName }: KnownNames): Plant {
  return (article, random) => {
    const words = [
      ...new Set(article.draft.text.match(/(?<![\p{L}\p{N}@/._-])\p{Lu}\p{Ll}{4,}(?![\p{L}\p{N}@/_-])/gu)),
    ];
    const names = words.filter((word) => isName(word) && findWord(article.draft.text, word).length > 1);
    const name = names[random.below(names.length)];
    if (name === undefined) return null;
    const found = findWord(article.draft.text, name);
    const start = found[random.below(found.length)]?.index ?? 0;
    const misspelt = slips[kind]?.(name, random) ?? null;
    if (misspelt === null || misspelt === name || findWord(article.draft.text, misspelt).length > 0)
      return null;
    const place = { start, end: start + misspelt.length };
    return {
      rule: 'spelling',
      kind,
      place,
      article: replace(article, { start, end: start + name.length }, misspelt),
    };
  };
}

/** Removes a quotation mark of a paragraph in which every mark has its partner. */
export function removeMark(which: 0 | 1): Plant {
  return (article, random) => {
    const { text, blocks } = article.draft;
    const quoting = blocks.filter(({ start, end }) => isPlainlyPaired(text.slice(start, end)));
    const block = quoting[random.below(quoting.length)];
    if (!block) return null;
    const marks = [...text.slice(block.start, block.end).matchAll(/["“”„»«]/gu)];
    const start = block.start + (marks[random.below(marks.length / 2) * 2 + which]?.index ?? 0);
    return {
      rule: 'quotation-mark',
      kind: which === 0 ? 'opening mark' : 'closing mark',
      place: { start: block.start, end: block.end - 1 },
      article: replace(article, { start, end: start + 1 }, ''),
    };
  };
}

function isPlainlyPaired(paragraph: string): boolean {
  const marks = (paragraph.match(/["“”„»«]/gu) ?? []).join('');
  return marks !== '' && /^(?:(?:“”)+|(?:„“)+|(?:"")+|(?:»«)+)$/u.test(marks);
}

/** Moves the first name from the first mention of a person to the second, so that the surname stands first. */
export function introduceLate({ isName }: KnownNames): Plant {
  return (article, random) => {
    const { text, blocks, language } = article.draft;
    const speaks = (surname: string) =>
      new RegExp(
        `${surname} (?:said|says|told|added|wrote|thinks|sagte|nennt|will|hofft|hält|sieht)|(?:said|says|sagte|erklärte|erzählte) ${surname}`,
        'u',
      ).test(text);
    const surnames = [...new Set(text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{3,}(?![\p{L}\p{N}-])/gu))]
      .filter(isName)
      .filter(speaks);
    const people = surnames.flatMap((surname) => {
      const [first, ...later] = findWord(text, surname);
      const given = /(?<![\p{L}-])\p{Lu}\p{Ll}+ $/u.exec(text.slice(0, first?.index ?? 0))?.[0];
      const next = later.find(({ index }) => !/\p{Lu}[\p{L}.]* $/u.test(text.slice(index - 15, index)));
      const standfirst = blocks[0];
      if (!first || !next || given === undefined || first.index < (standfirst?.end ?? 0)) return [];
      const isTitled = new RegExp(`\\p{Lu}[\\p{L}.]* ${given}$`, 'u').test(text.slice(0, first.index));
      if (isTitled && language !== 'de') return [];
      return { full: given + surname, surname, at: first.index - given.length, next: next.index };
    });
    const person = people[random.below(people.length)];
    if (!person) return null;
    const { full, surname, at, next } = person;
    const late = replace(article, { start: next, end: next + surname.length }, full);
    const place = { start: at, end: at + surname.length };
    return {
      rule: 'introduction',
      kind: 'late first name',
      place,
      article: replace(late, { start: at, end: at + full.length }, surname),
    };
  };
}
