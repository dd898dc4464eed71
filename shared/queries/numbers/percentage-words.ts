/**
 * Patterns, for one language, that show how figures and a rate belong together.
 *
 * They and their neighbours ask for Latin letters: a pattern with `\p{L}` and the flag `i` takes a millisecond to
 * compile, and there are hundreds.
 */
export interface PercentageWords {
  /** Before the first figure of a change. */
  from: RegExp;
  /** Before the second figure of a change. */
  to: RegExp;
  /** Between two figures, before the one that came first. */
  base: RegExp;
  /** As `base`, but only where the figure before it is the only one that it can be compared with. */
  change: RegExp;
  /** Between a part and its whole. */
  partOf: RegExp;
  /** Before a whole that its parts follow. */
  wholeBefore: RegExp;
  /** Behind a part whose whole was named before. */
  ofThem: RegExp;
  /** Between a whole and its part. */
  ofWhich: RegExp;
  changeBefore: RegExp;
  changeBehind: RegExp;
  shareBefore: RegExp;
  shareBehind: RegExp;
  /** Where a clause with another subject begins. */
  clause: RegExp;
  /** In a sentence whose rate is about the figures of the sentence before. */
  refersBack: RegExp;
  /** Beside a rate: the second figure is the larger one (`rise`) or the smaller one (`fall`). */
  rise: RegExp;
  fall: RegExp;
  /** Units of time: a figure with one is no quantity to compare. */
  time: RegExp;
  /** Words that say when: two figures then belong to two points in time. */
  when: RegExp;
  multiples: readonly (readonly [factor: number, pattern: RegExp])[];
}

/** A pattern for at most `count` words, each followed by a space. Signs of years count as words; signs of other figures do not. */
const some = (count: number) => `(?:[\\p{sc=Latn}\\ue600-\\ue7ff][\\p{sc=Latn}'’.-]*,? ){0,${count}}`;
const behindWords = (count: number) => `(?: [\\p{sc=Latn}\\ue600-\\ue7ff][\\p{sc=Latn}'’.-]*){0,${count}}`;
const compile = (pattern: string) => new RegExp(pattern, 'iu');

const englishGrowth =
  'up|down|rise|rises|rose|risen|rising|increase[ds]?|increasing|grow|grows|grew|grown|growing|growth|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|climb(?:s|ed|ing)?|soar(?:s|ed|ing)?|leap(?:t|ed|s)?|hikes?|boost(?:s|ed)?|expan(?:d|ds|ded|sion)|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shrink|shrank|shrunk|shrinking|slump(?:s|ed)?|plung(?:e|es|ed|ing)|plummet(?:s|ed)?|slid|slide|dip(?:s|ped)?|cut|cuts|cutting|reduc(?:e|es|ed|ing|tion)|slash(?:ed)?|trim(?:med)?|loss|lost|raise[ds]?|raising|plus|minus|change|swing|went|gone|going';
const englishBeside =
  'more|fewer|less|higher|lower|larger|smaller|bigger|greater|longer|shorter|heavier|cheaper|costlier|above|below|better|worse|faster|slower|older|taller';

const english: PercentageWords = {
  from: compile(`(?:^|[^\\p{sc=Latn}])(?:from|between) ${some(4)}$`),
  to: compile(
    ` (?:to|reach(?:ed|es|ing)?|hit|hits|stands? at|stood at|now|is now|are now|was now|became) ${some(5)}$`,
  ),
  base: compile(
    `(?:^|[^\\p{sc=Latn}])(?:from|than|against|versus|vs\\.?|compared (?:with|to)|after|instead of|rather than|up on|down on|over|on|as \\p{sc=Latn}+ as) ${some(7)}$`,
  ),
  change: compile(`(?<!\\p{sc=Latn})(?:${englishGrowth}|now|today)(?!\\p{sc=Latn})`),
  partOf: compile(`^${behindWords(4)},? (?:of|out of|among|from among) ${some(5)}$`),
  wholeBefore: compile(
    `(?:^|[,;:—–(“"¶] ?|(?:out|total|and|but) )(?:of|out of|from among|among) ${some(5)}$`,
  ),
  ofThem: compile(`^${behindWords(2)} (?:of (?:them|those|these|which|whom))(?!\\p{sc=Latn})`),
  ofWhich: compile('(?<!\\p{sc=Latn})of (?:which|whom|those|these|them)(?!\\p{sc=Latn})'),
  changeBefore: compile(
    `(?<!\\p{sc=Latn})(?:${englishGrowth}|by)(?:,? (?:of|by|a|an|the|some|about|around|roughly|nearly|almost|more|less|than|just|over|under|to|is|was|another|full|sharply|slightly|another))* $`,
  ),
  changeBehind: compile(
    `^(?:-point)?(?: [\\p{sc=Latn}-]+){0,2} (?:${englishBeside}|${englishGrowth})(?!\\p{sc=Latn})|^ (?:${englishBeside})`,
  ),
  shareBefore: compile(
    `(?:[(,[—–] ?|(?<!\\p{sc=Latn}))(?:or|about|roughly|nearly|almost|just|only|some|exactly|that is|i\\.e\\.,?|which is|is|was|are|were|equals?|equal to|equivalent to|represent(?:s|ed|ing)?|amount(?:s|ed|ing)? to|works? out (?:to|at)|mak(?:e|es|ing) up|made up|comes? to|came to|account(?:s|ed|ing)? for|compris(?:e|es|ed|ing)|(?:rate|share|proportion|turnout|percentage|majority) of|mean(?:s|ing)?|giving (?:it|her|him|them))(?: (?:a|an|about|around|roughly|nearly|almost|just|only|over|under|some))* $`,
  ),
  shareBehind: compile('^ of (?!those|them|these|which|whom)'),
  clause: compile(
    '[;:]|¶|,? (?:but|while|whereas|though|although) |, and (?!(?:that|this|it|so|now|rose|fell|grew) )|, with |, (?:the|its|their|his|her) ',
  ),
  refersBack: compile(
    '^(?:in other words|so|thus|overall|that|this|which|it|those|these|the (?:rise|fall|increase|drop|decrease|decline|change|growth|jump|reduction)|an? (?:\\p{sc=Latn}+ )?(?:rise|fall|increase|drop|decrease|decline|change|growth|jump|reduction|share))(?!\\p{sc=Latn})',
  ),
  rise: compile(
    '(?<!\\p{sc=Latn})(?:ris(?:e|es|en|ing)|rose|increas\\p{sc=Latn}+|gr[oe]w\\p{sc=Latn}*|gain\\p{sc=Latn}*|jump\\p{sc=Latn}*|surg\\p{sc=Latn}+|climb\\p{sc=Latn}*|soar\\p{sc=Latn}*|hikes?|up|more|higher|larger|bigger|greater|longer)(?!\\p{sc=Latn})',
  ),
  fall: compile(
    '(?<!\\p{sc=Latn})(?:fall\\p{sc=Latn}*|fell|drop\\p{sc=Latn}*|declin\\p{sc=Latn}+|decreas\\p{sc=Latn}+|shr[aiu]nk\\p{sc=Latn}*|slump\\p{sc=Latn}*|plung\\p{sc=Latn}+|cuts?|reduc\\p{sc=Latn}+|loss|down|fewer|less|lower|smaller|shorter)(?!\\p{sc=Latn})',
  ),
  time: compile(
    '^[ -]?(?:year|month|week|day|hour|decade|centur)(?:s|y|ies)?(?:[ -](?:old|ago|later|earlier|before|term|long|in)|,|\\.|;|\\)| |$)',
  ),
  when: compile(
    '\\ue600|(?<!\\p{sc=Latn})(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|[\\ue600-\\ue6ff])|last|this|now|today|ago|earlier|before|previous(?:ly)?|then|year|season|once)(?!\\p{sc=Latn})',
  ),
  multiples: [
    [
      2,
      compile(
        '(?<!\\p{sc=Latn})(?:doubl(?:ed|es?|ing)|twice (?:as \\p{sc=Latn}+|what|the)|twofold)(?!\\p{sc=Latn})',
      ),
    ],
    [
      3,
      compile(
        '(?<!\\p{sc=Latn})(?:(?:tripl|trebl)(?:ed|es?|ing)|three times (?:as \\p{sc=Latn}+|what|the)|threefold)(?!\\p{sc=Latn})',
      ),
    ],
    [
      4,
      compile(
        '(?<!\\p{sc=Latn})(?:quadrupl(?:ed|es?|ing)|four times (?:as \\p{sc=Latn}+|what|the)|fourfold)(?!\\p{sc=Latn})',
      ),
    ],
    [5, compile('(?<!\\p{sc=Latn})(?:five times (?:as \\p{sc=Latn}+|what|the)|fivefold)(?!\\p{sc=Latn})')],
    [10, compile('(?<!\\p{sc=Latn})(?:ten times (?:as \\p{sc=Latn}+|what|the)|tenfold)(?!\\p{sc=Latn})')],
    [
      0.5,
      compile(
        '(?<!\\p{sc=Latn})(?:halv(?:ed|es?|ing)|half as (?:many|much|high|large|big|long|often)|in half)(?!\\p{sc=Latn})',
      ),
    ],
  ],
};

const germanGrowth =
  'anstieg|anstiegs|zuwachs|zuwächse|steigerung|zunahme|wachstum|erhöhung|plus|minus|rückgang|rückgangs|abnahme|senkung|verlust|einbruch|sprung|steigen|steigt|stieg|stiegen|gestiegen|angestiegen|wuchs|wuchsen|gewachsen|wächst|erhöhte|erhöht|erhöhten|kletterte|kletterten|geklettert|sank|sanken|gesunken|sinkt|fiel|fielen|gefallen|fällt|schrumpfte|schrumpften|geschrumpft|verringerte|verringert|reduzierte|reduziert|zurückgegangen|zurück|senkte|gesenkt|kürzte|gekürzt|verlor|gewann|legte|zugelegt|verteuerte|verteuert';
const germanBeside =
  'mehr|weniger|höher|niedriger|größer|kleiner|teurer|billiger|länger|kürzer|schwerer|leichter|stärker|schwächer|gestiegen|gesunken|gewachsen|gefallen|zugelegt|zurückgegangen|geschrumpft|über|unter';

const german: PercentageWords = {
  from: compile(`(?:^|[^\\p{sc=Latn}])(?:von|zwischen) ${some(3)}$`),
  to: compile(` (?:auf|bei|nun|jetzt|heute|inzwischen|mittlerweile|nur noch) ${some(4)}$`),
  base: compile(
    `(?:^|[^\\p{sc=Latn}])(?:von|nach|als|wie|gegenüber|statt|anstatt|verglichen mit|im vergleich zu|zuvor|nach zuvor|davor) ${some(6)}$`,
  ),
  change: compile(
    `(?<!\\p{sc=Latn})(?:${germanGrowth}|heute|jetzt|nun|inzwischen|mittlerweile)(?!\\p{sc=Latn})`,
  ),
  partOf: compile(`^${behindWords(4)},? (?:von|der|aller|dieser|unter|aus) ${some(4)}$`),
  wholeBefore: compile(`(?:^|[,;:—–(„"»¶] ?|und |aber )(?:von|unter) ${some(4)}$`),
  ofThem: compile(`^${behindWords(2)} (?:davon|von ihnen|von diesen)(?!\\p{sc=Latn})`),
  ofWhich: compile('(?<!\\p{sc=Latn})(?:davon|darunter|von denen|von ihnen)(?!\\p{sc=Latn})'),
  changeBefore: compile(
    `(?<!\\p{sc=Latn})(?:${germanGrowth}|um)(?:,? (?:von|um|ein|eine|einen|einem|einer|rund|etwa|fast|gut|knapp|mehr|als|die|sich|satte|ganze|sogar|weitere|nur))* $`,
  ),
  changeBehind: compile(
    `^(?: [\\p{sc=Latn}-]+){0,2} (?:${germanBeside})(?!\\p{sc=Latn})|^(?: [\\p{sc=Latn}-]+)? (?:anstieg|zuwachs|rückgang|plus|minus)(?!\\p{sc=Latn})`,
  ),
  shareBefore: compile(
    `(?:[(,[—–] ?|(?<!\\p{sc=Latn}))(?:also|oder|das sind|das ist|sind|ist|war|waren|mithin|d\\.h\\.|nämlich|rund|etwa|nur|knapp|gut|fast|genau|immerhin|entspricht|entspreche|entsprach|macht|machen|(?:anteil|quote|beteiligung|wahlbeteiligung|\\p{sc=Latn}+(?:quote|anteil|beteiligung)) von)(?: (?:etwa|rund|nur|knapp|gut|fast|genau|gerade|einmal|einer?|einem|über|eine))* $`,
  ),
  shareBehind: compile('^ (?:der|von|aller|des) '),
  clause: compile(
    '[;:]|¶|,? (?:aber|während|wobei|wohingegen) |, und (?!(?:das|dies|damit|somit) )|, (?:der|die|das)(?! (?:sind|ist|war|waren|entspricht|macht)(?!\\p{sc=Latn})) ',
  ),
  refersBack: compile(
    '^(?:das|dies|es|diese[rs]?|damit|ein (?:\\p{sc=Latn}+ )?(?:plus|minus|anstieg|zuwachs|rückgang)|eine (?:\\p{sc=Latn}+ )?(?:steigerung|zunahme|abnahme|quote))(?!\\p{sc=Latn})',
  ),
  rise: compile(
    '(?<!\\p{sc=Latn})(?:anstieg\\p{sc=Latn}*|zuw[aä]chs\\p{sc=Latn}*|steigerung|zunahme|wachstum|erhöh\\p{sc=Latn}+|plus|stieg\\p{sc=Latn}*|gestiegen|wuchs\\p{sc=Latn}*|gewachsen|kletter\\p{sc=Latn}+|mehr|höher|größer|teurer|länger)(?!\\p{sc=Latn})',
  ),
  fall: compile(
    '(?<!\\p{sc=Latn})(?:rückgang\\p{sc=Latn}*|abnahme|senkung|verlust|einbruch|minus|sank\\p{sc=Latn}*|gesunken|fiel\\p{sc=Latn}*|gefallen|schrumpf\\p{sc=Latn}+|verringer\\p{sc=Latn}+|reduzier\\p{sc=Latn}+|weniger|niedriger|kleiner|billiger|kürzer)(?!\\p{sc=Latn})',
  ),
  time: compile(
    '^[ -]?(?:jahr|monat|woche|tag|stunde|jahrzehnt|jahrhundert)(?:e|en|n|s|es)?(?!\\p{sc=Latn})',
  ),
  when: compile(
    '\\ue600|(?<!\\p{sc=Latn})(?:[\\ue600-\\ue6ff]|vorjahr|vorjahres|jahr|jahre|jahren|heute|jetzt|damals|zuvor|früher|letzten|vergangenen)(?!\\p{sc=Latn})',
  ),
  multiples: [
    [
      2,
      compile(
        '(?<!\\p{sc=Latn})(?:verdoppel(?:te|ten|t|n)|doppelt so \\p{sc=Latn}+|zweimal so \\p{sc=Latn}+)(?!\\p{sc=Latn})',
      ),
    ],
    [3, compile('(?<!\\p{sc=Latn})(?:verdreifach(?:te|ten|t|en)|dreimal so \\p{sc=Latn}+)(?!\\p{sc=Latn})')],
    [4, compile('(?<!\\p{sc=Latn})(?:vervierfach(?:te|ten|t|en)|viermal so \\p{sc=Latn}+)(?!\\p{sc=Latn})')],
    [5, compile('(?<!\\p{sc=Latn})(?:verfünffach(?:te|ten|t|en)|fünfmal so \\p{sc=Latn}+)(?!\\p{sc=Latn})')],
    [10, compile('(?<!\\p{sc=Latn})(?:verzehnfach(?:te|ten|t|en)|zehnmal so \\p{sc=Latn}+)(?!\\p{sc=Latn})')],
    [0.5, compile('(?<!\\p{sc=Latn})(?:halbier(?:te|ten|t|en)|halb so \\p{sc=Latn}+)(?!\\p{sc=Latn})')],
  ],
};

export const percentageWords = { en: english, de: german } as const;
