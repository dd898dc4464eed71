import { foldForSearch } from './characters/folding.ts';

/** The two-letter languages of ISO 639-1, and some of which the region or the script matters for a text: BCP 47 tags. */
const knownTags = (
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de de-AT de-CH dv dz ee el en en-AU ' +
  'en-CA en-GB en-IE en-IN en-NZ en-US en-ZA eo es es-AR es-ES es-MX et eu fa ff fi fj fo fr fr-BE fr-CA fr-CH fy ga gd gl gn ' +
  'gu gv ha he hi hr ht hu hy hz ia id ig ii ik io is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo ' +
  'lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nl-BE nn no nr nv ny oc oj om or os pa pi pl ps pt pt-BR pt-PT qu ' +
  'rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr sr-Cyrl sr-Latn ss st su sv sw ta te tg th ti tk tn to tr ts tt ty ug ' +
  'uk ur uz ve vi vo wa wo xh yi yo za zh zh-Hans zh-Hant zu'
).split(' ');

/** The name of a language in a language, as "German" in English; null where it has none. */
function findName(tag: string, inLanguage: string): string | null {
  try {
    const options = { type: 'language', fallback: 'none', languageDisplay: 'standard' } as const;
    return new Intl.DisplayNames([inLanguage], options).of(tag) ?? null;
  } catch {
    // Not a tag.
    return null;
  }
}

/** The English name of a language by its BCP 47 tag: "German", "English (United Kingdom)"; null where it isn't known. */
export function nameLanguage(tag: string): string | null {
  return findName(tag, 'en');
}

export interface KnownLanguage {
  /** BCP 47. */
  tag: string;
  name: string;
  /** The name in the language itself. */
  ownName: string;
}

let known: readonly KnownLanguage[] | null = null;

/** The languages that are offered, by their English names. */
export function listKnownLanguages(): readonly KnownLanguage[] {
  known ??= knownTags
    .map((tag) => {
      const name = nameLanguage(tag) ?? tag;
      return { tag, name, ownName: findName(tag, tag) ?? name };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return known;
}

/** Reads a language that somebody typed: a BCP 47 tag, or a name in English or in the language itself. Null when it is neither. */
export function parseLanguage(typed: string): string | null {
  const wanted = foldForSearch(typed.trim());
  const named = listKnownLanguages().find(
    ({ name, ownName }) => foldForSearch(name) === wanted || foldForSearch(ownName) === wanted,
  );
  return named?.tag ?? parseTag(typed.trim());
}

/** A tag in its usual form. One of three letters may be a language that has no name here; others need one. */
function parseTag(typed: string): string | null {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(typed);
    return nameLanguage(tag.split('-')[0] ?? '') !== null || /^[a-z]{3}(?:-|$)/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}
