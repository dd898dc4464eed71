import { getSignClass } from '../parse/phrase';
import type { NumberLanguage } from '../parse/text-language';

const year = (name: string) => `(?<${name}>[${getSignClass('year')}])`;
const count = `(?<count>[${getSignClass('number')}])`;
/** Words between the years and the time between them: no other figure, no new sentence. */
const words = (limit: number) =>
  `[^${getSignClass('number', 'year', 'percent', 'money', 'measure', 'range', 'fraction')}.;]{0,${limit}}?`;

/** A time in years that is not somebody's age, a sentence or a time before today. */
const years =
  "[ -]years?(?![ -]old|[ -]ago|[’'] | (?:of age|in prison|in jail|behind bars|imprisonment|before|earlier|younger|older|apart|each|per))";
const jahre =
  '(?:[ -]Jahren?|[ -]?jährige[nrms]?)(?!\\p{L}| (?:alt|zuvor|vorher|früher|Haft|Gefängnis|jünger|älter)| Freiheit|-jährige[nr]? Haft)';

/** Something that a text has begin, and end, in a year. */
const begins =
  '(?:since|open(?:ed|s|ing)?|found(?:ed|ing)|establish(?:ed|ing)|beg[ai]n|begun|start(?:ed|ing|s)|join(?:ed|ing)|took (?:over|office|charge|up)|becom(?:e|ing)|became|launched|introduced|elected|appointed|built|married|moved|signed|set up|arrived|entered)';
const ends =
  '(?:clos(?:ed|es|ing|ure)|end(?:ed|s|ing)|retir(?:ed|es|ing)|stepp?(?:ed|ing|s)? down|left|leaves|resign(?:ed|s)|died|dissolved|demolished|shut|stopped|quit|abolished|scrapped|divorced|returned|handed over|gave up|withdrew|expired|torn down|replaced|went (?:bankrupt|out of business))';
const beginnt =
  '(?:seit|geschlossen|geheiratet|getraut|eröffnet|öffnete|gegründet|gründete|begann|begonnen|startete|gestartet|trat|übernahm|wurde|kam|zog|eingeführt|gewählt|ernannt|gebaut|erbaut|heirateten?|unterzeichnet|eingestellt)';
const endet =
  '(?:schloss(?:en)?|geschlossen|endete|beendet|ging|trat|gab|verließ|starb|aufgelöst|abgerissen|eingestellt|abgeschafft|aufgehört|hörte|zurück|übergab|schied|ausgeschieden|kehrte|gekündigt|stillgelegt|verkauft|dicht)';

interface IntervalPattern {
  /** Expressions with `from`, `to` and `count`. */
  pattern: RegExp;
  /** Whether the words leave no doubt that the time is the one between the years. */
  isCertain: boolean;
}

const certain = (pattern: string): IntervalPattern => ({
  pattern: new RegExp(pattern, 'giu'),
  isCertain: true,
});
const likely = (pattern: string): IntervalPattern => ({
  pattern: new RegExp(pattern, 'giu'),
  isCertain: false,
});

/** How a text gives two years and the time between them. */
export const intervalPatterns: Partial<Record<NumberLanguage, readonly IntervalPattern[]>> = {
  en: [
    certain(
      `(?:from|between) ${words(20)}${year('from')}${words(20)} (?:to|until|till|through|and|–|-) ${words(20)}${year('to')},? ${words(12)}(?:\\(|(?:for|after|or|over|lasting|lasted|spanning|a|that is|i\\.e\\.|in all|in|within|the space of|some|just|exactly|only|nearly|almost) )+${words(10)}${count}${years}`,
    ),
    certain(
      `(?:for|after|over|in|spent) (?:a total of |the )?${count}${years}${words(40)},? ?\\(?(?:from|between) ${words(12)}${year('from')} (?:to|until|till|through|and) ${words(12)}${year('to')}`,
    ),
    certain(
      `(?:from|between) ${words(12)}${year('from')} (?:to|until|till|through|and) ${words(12)}${year('to')}${words(80)}(?:after|for|(?:in|over) (?:the|those|these|his|her|its|their)|(?:his|her|its|their|a|an)) ${words(12)}${count}${years}`,
    ),
    likely(
      `since ${words(12)}${year('from')}${words(90)}${year('to')},? ${words(30)}after ${words(8)}${count}${years}`,
    ),
    certain(
      `${year('from')}${words(90)}(?:^|[ ,(])(?:but |and |only |just |exactly |almost |nearly |some )*${count} years (?:later|afterwards?|on),? (?:in|by) ${words(12)}${year('to')}`,
    ),
    certain(
      `${year('from')}${words(90)}(?:,| and| but| until| in) ${words(30)}${year('to')},? (?:just |only |exactly |some |nearly |almost |about )*${count} years (?:later|afterwards?)`,
    ),
    certain(
      `${year('to')},? ${words(14)}${count} years (?:after|since)${words(70)} (?:in|since) ${words(12)}${year('from')}`,
    ),
    certain(
      `${count} years (?:after|since)${words(70)} in ${words(12)}${year('from')},${words(60)} in ${year('to')}`,
    ),
    likely(
      `${begins}${words(40)}${year('from')}${words(100)}${ends}${words(60)}${year('to')}${words(50)}(?:after|for|lasted|lasting) ${words(12)}${count}${years}`,
    ),
    certain(
      `${begins}${words(40)}${year('from')}${words(60)}(?:until|till|to|through) ${words(12)}${year('to')},? ${words(14)}(?:a total of|for|after|or|in all|lasting|that is|making) ${words(8)}${count}${years}`,
    ),
    likely(
      `after ${words(8)}${count}${years}${words(60)}${begins}${words(30)}${year('from')}${words(60)}${year('to')}`,
    ),
    likely(
      `${begins}${words(40)}${year('from')}${words(100)}(?:after|for) ${words(12)}${count}${years}${words(60)}${year('to')}`,
    ),
  ],
  de: [
    certain(
      `(?:von|zwischen) ${words(20)}${year('from')}${words(20)} (?:bis|und|–|-) ${words(20)}${year('to')},? ${words(20)}(?:\\(|(?:also|nach|oder|ganze|genau|das sind|mithin|insgesamt|rund|fast|knapp|gut|über|volle|immerhin|während|somit|in|nur|innerhalb von|binnen|d\\.h\\.) )+${words(10)}${count}${jahre}`,
    ),
    certain(
      `(?:von|zwischen) ${words(12)}${year('from')} (?:bis|und) ${words(12)}${year('to')}${words(60)} ${count} Jahre lang`,
    ),
    certain(
      `${count} Jahre(?: lang)?${words(40)},? ?\\(?(?:von|zwischen) ${words(12)}${year('from')} (?:bis|und) ${words(12)}${year('to')}`,
    ),
    certain(
      `(?:von|zwischen) ${words(12)}${year('from')} (?:bis|und) ${words(12)}${year('to')}${words(80)}(?:nach|in (?:den|diesen|seinen|ihren)|seine[nr]?|ihre[nr]?) ${words(12)}${count}${jahre}`,
    ),
    likely(
      `seit ${words(12)}${year('from')}${words(90)}${year('to')},? ${words(40)}nach ${words(12)}${count}${jahre}`,
    ),
    certain(
      `${year('from')}${words(90)}(?:^|[ ,(])(?:aber |und |nur |erst |genau |fast |rund )*${count} Jahre (?:später|danach|darauf),? (?:im Jahr |im Jahre )?${words(4)}${year('to')}`,
    ),
    certain(
      `${year('from')}${words(90)}(?:,| und| aber| bis) ${words(30)}${year('to')},? (?:also |nur |genau |erst |rund |fast )*${count} Jahre (?:später|danach|darauf)`,
    ),
    certain(`${year('to')},? ${words(20)}${count} Jahre nach${words(70)} ${year('from')}`),
    likely(
      `${year('from')}${words(60)}${beginnt}${words(80)}${year('to')}${words(70)}nach ${words(12)}${count}${jahre}`,
    ),
    likely(
      `${beginnt}${words(40)}${year('from')}${words(80)}${endet}${words(40)}${year('to')}${words(60)}nach ${words(12)}${count}${jahre}`,
    ),
    certain(
      `${year('from')}${words(60)}${beginnt}${words(60)}bis ${words(12)}${year('to')},? ${words(20)}(?:insgesamt|also|nach|oder|mithin|das sind) ${words(8)}${count}${jahre}`,
    ),
    likely(
      `nach ${words(8)}${count}${jahre}${words(60)}${year('from')}${words(40)}${beginnt}${words(50)}${year('to')}`,
    ),
    likely(
      `nach ${words(8)}${count}${jahre}${words(60)}${beginnt}${words(30)}${year('from')}${words(50)}${year('to')}`,
    ),
    likely(
      `${year('from')}${words(60)}${beginnt}${words(60)}nach ${words(12)}${count}${jahre}${words(60)}${year('to')}`,
    ),
  ],
};

/** How a sentence begins that goes on from the year of the one before it: "Five years later, in 1998, …". */
export const nextPatterns: Partial<Record<NumberLanguage, readonly RegExp[]>> = {
  en: [
    `^(?:but |and |only |just |exactly |some |almost |nearly )*${count} years (?:later|afterwards?|on),? (?:in|by) ${words(12)}${year('to')}`,
    `^in ${words(12)}${year('to')},? ${words(14)}${count} years later`,
    `^(?:in|by) ${words(12)}${year('to')}${words(90)}after ${words(8)}${count}${years}(?= (?:in|as|at|of|on|with|there)|[,.]|$)`,
    `^after ${words(8)}${count}${years}(?= (?:in|as|at|of|on|with|there)|,)${words(90)}in ${words(12)}${year('to')}`,
  ].map((pattern) => new RegExp(pattern, 'iu')),
  de: [
    `^(?:aber |und |nur |erst |genau |fast |rund )*${count} Jahre (?:später|danach|darauf),? (?:im Jahr |im Jahre )?${words(20)}${year('to')}`,
    `^(?:im Jahr |im Jahre )?${year('to')},? ${words(20)}${count} Jahre (?:später|danach|darauf)`,
    `^(?:im Jahr |im Jahre )?${words(20)}${year('to')}${words(90)}nach ${words(8)}${count}${jahre}`,
    `^nach ${words(8)}${count}${jahre}${words(90)}${year('to')}`,
  ].map((pattern) => new RegExp(pattern, 'iu')),
};
