/** Languages by their Windows language ids ([MS-LCID] 2.2), as .rtf and .doc have them. */
const languages = new Map<number, string>([
  ...([
    [1033, 'en-US'],
    [2057, 'en-GB'],
    [3081, 'en-AU'],
    [4105, 'en-CA'],
    [5129, 'en-NZ'],
    [6153, 'en-IE'],
  ] as const),
  ...([
    [7177, 'en-ZA'],
    [16393, 'en-IN'],
    [1031, 'de-DE'],
    [2055, 'de-CH'],
    [3079, 'de-AT'],
    [1036, 'fr-FR'],
  ] as const),
  ...([
    [2060, 'fr-BE'],
    [3084, 'fr-CA'],
    [4108, 'fr-CH'],
    [1034, 'es-ES'],
    [3082, 'es-ES'],
    [2058, 'es-MX'],
  ] as const),
  ...([
    [1040, 'it-IT'],
    [1043, 'nl-NL'],
    [2067, 'nl-BE'],
    [1046, 'pt-BR'],
    [2070, 'pt-PT'],
    [1053, 'sv-SE'],
  ] as const),
  ...([
    [1030, 'da-DK'],
    [1044, 'nb-NO'],
    [2068, 'nn-NO'],
    [1035, 'fi-FI'],
    [1045, 'pl-PL'],
    [1029, 'cs-CZ'],
  ] as const),
  ...([
    [1051, 'sk-SK'],
    [1038, 'hu-HU'],
    [1048, 'ro-RO'],
    [1049, 'ru-RU'],
    [1058, 'uk-UA'],
    [1026, 'bg-BG'],
  ] as const),
  ...([
    [1032, 'el-GR'],
    [1055, 'tr-TR'],
    [1037, 'he-IL'],
    [1025, 'ar-SA'],
    [1065, 'fa-IR'],
    [1041, 'ja-JP'],
  ] as const),
  ...([
    [1042, 'ko-KR'],
    [2052, 'zh-CN'],
    [1028, 'zh-TW'],
    [1057, 'id-ID'],
    [1066, 'vi-VN'],
    [1054, 'th-TH'],
  ] as const),
  ...([
    [1081, 'hi-IN'],
    [1050, 'hr-HR'],
    [1060, 'sl-SI'],
    [1061, 'et-EE'],
    [1062, 'lv-LV'],
    [1063, 'lt-LT'],
  ] as const),
  ...([
    [1027, 'ca-ES'],
    [1069, 'eu-ES'],
    [1039, 'is-IS'],
  ] as const),
]);

/** The language (BCP 47) of a Windows language id; null for one that is not known. */
export function getLanguage(id: number): string | null {
  return languages.get(id) ?? null;
}
