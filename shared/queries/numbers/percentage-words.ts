/** Patterns, for one language, that show how figures and a rate belong together. */
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
const some = (count: number) => `(?:[\\p{L}\\ue600-\\ue7ff][\\p{L}'’.-]*,? ){0,${count}}`;
const behindWords = (count: number) => `(?: [\\p{L}\\ue600-\\ue7ff][\\p{L}'’.-]*){0,${count}}`;
const compile = (pattern: string) => new RegExp(pattern, 'iu');

const englishGrowth =
  'up|down|rise|rises|rose|risen|rising|increase[ds]?|increasing|grow|grows|grew|grown|growing|growth|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|climb(?:s|ed|ing)?|soar(?:s|ed|ing)?|leap(?:t|ed|s)?|hikes?|boost(?:s|ed)?|expan(?:d|ds|ded|sion)|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shrink|shrank|shrunk|shrinking|slump(?:s|ed)?|plung(?:e|es|ed|ing)|plummet(?:s|ed)?|slid|slide|dip(?:s|ped)?|cut|cuts|cutting|reduc(?:e|es|ed|ing|tion)|slash(?:ed)?|trim(?:med)?|loss|lost|raise[ds]?|raising|plus|minus|change|swing|went|gone|going';
const englishBeside =
  'more|fewer|less|higher|lower|larger|smaller|bigger|greater|longer|shorter|heavier|cheaper|costlier|above|below|better|worse|faster|slower|older|taller';

const english: PercentageWords = {
  from: compile(`(?:^|[^\\p{L}])(?:from|between) ${some(4)}$`),
  to: compile(
    ` (?:to|reach(?:ed|es|ing)?|hit|hits|stands? at|stood at|now|is now|are now|was now|became) ${some(5)}$`,
  ),
  base: compile(
    `(?:^|[^\\p{L}])(?:from|than|against|versus|vs\\.?|compared (?:with|to)|after|instead of|rather than|up on|down on|over|on|as \\p{L}+ as) ${some(7)}$`,
  ),
  change: compile(`(?<!\\p{L})(?:${englishGrowth}|now|today)(?!\\p{L})`),
  partOf: compile(`^${behindWords(4)},? (?:of|out of|among|from among) ${some(5)}$`),
  wholeBefore: compile(
    `(?:^|[,;:—–(“"¶] ?|(?:out|total|and|but) )(?:of|out of|from among|among) ${some(5)}$`,
  ),
  ofThem: compile(`^${behindWords(2)} (?:of (?:them|those|these|which|whom))(?!\\p{L})`),
  ofWhich: compile('(?<!\\p{L})of (?:which|whom|those|these|them)(?!\\p{L})'),
  changeBefore: compile(
    `(?<!\\p{L})(?:${englishGrowth}|by)(?:,? (?:of|by|a|an|the|some|about|around|roughly|nearly|almost|more|less|than|just|over|under|to|is|was|another|full|sharply|slightly|another))* $`,
  ),
  changeBehind: compile(
    `^(?:-point)?(?: [\\p{L}-]+){0,2} (?:${englishBeside}|${englishGrowth})(?!\\p{L})|^ (?:${englishBeside})`,
  ),
  shareBefore: compile(
    `(?:[(,[—–] ?|(?<!\\p{L}))(?:or|about|roughly|nearly|almost|just|only|some|exactly|that is|i\\.e\\.,?|which is|is|was|are|were|equals?|equal to|equivalent to|represent(?:s|ed|ing)?|amount(?:s|ed|ing)? to|works? out (?:to|at)|mak(?:e|es|ing) up|made up|comes? to|came to|account(?:s|ed|ing)? for|compris(?:e|es|ed|ing)|(?:rate|share|proportion|turnout|percentage|majority) of|mean(?:s|ing)?|giving (?:it|her|him|them))(?: (?:a|an|about|around|roughly|nearly|almost|just|only|over|under|some))* $`,
  ),
  shareBehind: compile('^ of (?!those|them|these|which|whom)'),
  clause: compile(
    '[;:]|¶|,? (?:but|while|whereas|though|although) |, and (?!(?:that|this|it|so|now|rose|fell|grew) )|, with |, (?:the|its|their|his|her) ',
  ),
  refersBack: compile(
    '^(?:in other words|so|thus|overall|that|this|which|it|those|these|the (?:rise|fall|increase|drop|decrease|decline|change|growth|jump|reduction)|an? (?:\\p{L}+ )?(?:rise|fall|increase|drop|decrease|decline|change|growth|jump|reduction|share))(?!\\p{L})',
  ),
  rise: compile(
    '(?<!\\p{L})(?:ris(?:e|es|en|ing)|rose|increas\\p{L}+|gr[oe]w\\p{L}*|gain\\p{L}*|jump\\p{L}*|surg\\p{L}+|climb\\p{L}*|soar\\p{L}*|hikes?|up|more|higher|larger|bigger|greater|longer)(?!\\p{L})',
  ),
  fall: compile(
    '(?<!\\p{L})(?:fall\\p{L}*|fell|drop\\p{L}*|declin\\p{L}+|decreas\\p{L}+|shr[aiu]nk\\p{L}*|slump\\p{L}*|plung\\p{L}+|cuts?|reduc\\p{L}+|loss|down|fewer|less|lower|smaller|shorter)(?!\\p{L})',
  ),
  time: compile(
    '^[ -]?(?:year|month|week|day|hour|decade|centur)(?:s|y|ies)?(?:[ -](?:old|ago|later|earlier|before|term|long|in)|,|\\.|;|\\)| |$)',
  ),
  when: compile(
    '\\ue600|(?<!\\p{L})(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|[\\ue600-\\ue6ff])|last|this|now|today|ago|earlier|before|previous(?:ly)?|then|year|season|once)(?!\\p{L})',
  ),
  multiples: [
    [2, compile('(?<!\\p{L})(?:doubl(?:ed|es?|ing)|twice (?:as \\p{L}+|what|the)|twofold)(?!\\p{L})')],
    [
      3,
      compile(
        '(?<!\\p{L})(?:(?:tripl|trebl)(?:ed|es?|ing)|three times (?:as \\p{L}+|what|the)|threefold)(?!\\p{L})',
      ),
    ],
    [
      4,
      compile('(?<!\\p{L})(?:quadrupl(?:ed|es?|ing)|four times (?:as \\p{L}+|what|the)|fourfold)(?!\\p{L})'),
    ],
    [5, compile('(?<!\\p{L})(?:five times (?:as \\p{L}+|what|the)|fivefold)(?!\\p{L})')],
    [10, compile('(?<!\\p{L})(?:ten times (?:as \\p{L}+|what|the)|tenfold)(?!\\p{L})')],
    [
      0.5,
      compile(
        '(?<!\\p{L})(?:halv(?:ed|es?|ing)|half as (?:many|much|high|large|big|long|often)|in half)(?!\\p{L})',
      ),
    ],
  ],
};

const germanGrowth =
  'anstieg|anstiegs|zuwachs|zuwächse|steigerung|zunahme|wachstum|erhöhung|plus|minus|rückgang|rückgangs|abnahme|senkung|verlust|einbruch|sprung|steigen|steigt|stieg|stiegen|gestiegen|angestiegen|wuchs|wuchsen|gewachsen|wächst|erhöhte|erhöht|erhöhten|kletterte|kletterten|geklettert|sank|sanken|gesunken|sinkt|fiel|fielen|gefallen|fällt|schrumpfte|schrumpften|geschrumpft|verringerte|verringert|reduzierte|reduziert|zurückgegangen|zurück|senkte|gesenkt|kürzte|gekürzt|verlor|gewann|legte|zugelegt|verteuerte|verteuert';
const germanBeside =
  'mehr|weniger|höher|niedriger|größer|kleiner|teurer|billiger|länger|kürzer|schwerer|leichter|stärker|schwächer|gestiegen|gesunken|gewachsen|gefallen|zugelegt|zurückgegangen|geschrumpft|über|unter';

const german: PercentageWords = {
  from: compile(`(?:^|[^\\p{L}])(?:von|zwischen) ${some(3)}$`),
  to: compile(` (?:auf|bei|nun|jetzt|heute|inzwischen|mittlerweile|nur noch) ${some(4)}$`),
  base: compile(
    `(?:^|[^\\p{L}])(?:von|nach|als|wie|gegenüber|statt|anstatt|verglichen mit|im vergleich zu|zuvor|nach zuvor|davor) ${some(6)}$`,
  ),
  change: compile(`(?<!\\p{L})(?:${germanGrowth}|heute|jetzt|nun|inzwischen|mittlerweile)(?!\\p{L})`),
  partOf: compile(`^${behindWords(4)},? (?:von|der|aller|dieser|unter|aus) ${some(4)}$`),
  wholeBefore: compile(`(?:^|[,;:—–(„"»¶] ?|und |aber )(?:von|unter) ${some(4)}$`),
  ofThem: compile(`^${behindWords(2)} (?:davon|von ihnen|von diesen)(?!\\p{L})`),
  ofWhich: compile('(?<!\\p{L})(?:davon|darunter|von denen|von ihnen)(?!\\p{L})'),
  changeBefore: compile(
    `(?<!\\p{L})(?:${germanGrowth}|um)(?:,? (?:von|um|ein|eine|einen|einem|einer|rund|etwa|fast|gut|knapp|mehr|als|die|sich|satte|ganze|sogar|weitere|nur))* $`,
  ),
  changeBehind: compile(
    `^(?: [\\p{L}-]+){0,2} (?:${germanBeside})(?!\\p{L})|^(?: [\\p{L}-]+)? (?:anstieg|zuwachs|rückgang|plus|minus)(?!\\p{L})`,
  ),
  shareBefore: compile(
    `(?:[(,[—–] ?|(?<!\\p{L}))(?:also|oder|das sind|das ist|sind|ist|war|waren|mithin|d\\.h\\.|nämlich|rund|etwa|nur|knapp|gut|fast|genau|immerhin|entspricht|entspreche|entsprach|macht|machen|(?:anteil|quote|beteiligung|wahlbeteiligung|\\p{L}+(?:quote|anteil|beteiligung)) von)(?: (?:etwa|rund|nur|knapp|gut|fast|genau|gerade|einmal|einer?|einem|über|eine))* $`,
  ),
  shareBehind: compile('^ (?:der|von|aller|des) '),
  clause: compile(
    '[;:]|¶|,? (?:aber|während|wobei|wohingegen) |, und (?!(?:das|dies|damit|somit) )|, (?:der|die|das)(?! (?:sind|ist|war|waren|entspricht|macht)(?!\\p{L})) ',
  ),
  refersBack: compile(
    '^(?:das|dies|es|diese[rs]?|damit|ein (?:\\p{L}+ )?(?:plus|minus|anstieg|zuwachs|rückgang)|eine (?:\\p{L}+ )?(?:steigerung|zunahme|abnahme|quote))(?!\\p{L})',
  ),
  rise: compile(
    '(?<!\\p{L})(?:anstieg\\p{L}*|zuw[aä]chs\\p{L}*|steigerung|zunahme|wachstum|erhöh\\p{L}+|plus|stieg\\p{L}*|gestiegen|wuchs\\p{L}*|gewachsen|kletter\\p{L}+|mehr|höher|größer|teurer|länger)(?!\\p{L})',
  ),
  fall: compile(
    '(?<!\\p{L})(?:rückgang\\p{L}*|abnahme|senkung|verlust|einbruch|minus|sank\\p{L}*|gesunken|fiel\\p{L}*|gefallen|schrumpf\\p{L}+|verringer\\p{L}+|reduzier\\p{L}+|weniger|niedriger|kleiner|billiger|kürzer)(?!\\p{L})',
  ),
  time: compile('^[ -]?(?:jahr|monat|woche|tag|stunde|jahrzehnt|jahrhundert)(?:e|en|n|s|es)?(?!\\p{L})'),
  when: compile(
    '\\ue600|(?<!\\p{L})(?:[\\ue600-\\ue6ff]|vorjahr|vorjahres|jahr|jahre|jahren|heute|jetzt|damals|zuvor|früher|letzten|vergangenen)(?!\\p{L})',
  ),
  multiples: [
    [2, compile('(?<!\\p{L})(?:verdoppel(?:te|ten|t|n)|doppelt so \\p{L}+|zweimal so \\p{L}+)(?!\\p{L})')],
    [3, compile('(?<!\\p{L})(?:verdreifach(?:te|ten|t|en)|dreimal so \\p{L}+)(?!\\p{L})')],
    [4, compile('(?<!\\p{L})(?:vervierfach(?:te|ten|t|en)|viermal so \\p{L}+)(?!\\p{L})')],
    [5, compile('(?<!\\p{L})(?:verfünffach(?:te|ten|t|en)|fünfmal so \\p{L}+)(?!\\p{L})')],
    [10, compile('(?<!\\p{L})(?:verzehnfach(?:te|ten|t|en)|zehnmal so \\p{L}+)(?!\\p{L})')],
    [0.5, compile('(?<!\\p{L})(?:halbier(?:te|ten|t|en)|halb so \\p{L}+)(?!\\p{L})')],
  ],
};

export const percentageWords = { en: english, de: german } as const;
