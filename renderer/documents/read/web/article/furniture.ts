import { listKeys } from '#shared/text/sequences/records.ts';
import { endsSentence } from './page-blocks.ts';

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

/** Words with which sites label what is not the article. A sentence that begins with one may be of the article. */
const labels = [
  'related|recommended|trending|popular|latest|watch|listen|up next|more|sponsored|promoted|register|support|donate|photos?|images?|pictures?|' +
    'photograph|credits?|getty|reuters|ap photo|newsletters?|loading|print|e-?mail|share|tweet|submit|close|next|previous|comments?|tags?|topics?|' +
    'source|sources|ads?|advert|advertisement|advertising|enlarge|must.?reads?|in case you missed it|what do you think|contact|order',
  'newsletter|teilen|anmelden|kommentieren|kommentare?|anzeige|werbung|foto|bild|quelle|schlagworte?|mehr|zum thema|meistgelesen',
  'partager|commentaires?|publicité|crédit|mots.clés|à lire|les plus lus|compartir|comentarios?|publicidad|etiquetas|relacionad[oa]s|siga|mais lidas|' +
    'comentários?|publicidade|condividi|реклама|отзывы|поделиться|самые популярные|関連記事|もっと読む|相关阅读|相关文章|관련 ?기사',
];

/** Words with which sites lead away from an article, or ask for something. */
const openings = [
  // More to read
  'read (?:more|next|also|now)|more (?:from|on|about|in|stories|news|like|coverage)|see (?:more|also)|you (?:may|might) (?:also )?(?:like|be interested)|' +
    'don.?t miss|most (?:read|viewed|shared|popular)|also read|continue reading|click (?:here|to)|explore more|what to read next|further reading|' +
    'lesen sie|auch interessant|das könnte sie|weiterlesen|siehe auch|lire (?:aussi|la suite|plus)|voir aussi|sur le même|en savoir plus|' +
    'lea (?:también|más)|leer más|lee (?:también|más)|te puede interesar|le puede interesar|ver también|lo más leído|leia (?:também|mais)|veja também|saiba mais|' +
    'leggi anche|potrebbe interessarti|lees (?:ook|meer)|läs (?:också|mer)|читайте также|смотрите также|см\\. также',
  // Offers and requests
  'subscribe|sign (?:up|in)|log ?(?:in|out)|join (?:us|now|our|the conversation)|get .{1,40}\\b(?:newsletter|inbox|email|app|delivered)|' +
    'follow (?:us|me|him|her|on|@.*|.{1,40} on (?:twitter|facebook|instagram|youtube|tiktok|threads|linkedin|bluesky|mastodon|x)|.{1,40}\\bcoverage (?:of|at|here))|like us|share (?:this|on)|(?:print|email|e-mail) this|download (?:the|our) app|support (?:us|our)|become a (?:member|subscriber)|' +
    'want more|enjoy(?:ed|ing) (?:this|the)|if you (?:enjoyed|liked)|buy now|shop now|learn more|find out more|order reprints|text size|order (?:now|here)|' +
    'view author|write to|contact (?:us|the author)|send (?:us )?(?:your )?(?:tips|feedback|news)|have a (?:tip|story)|already a (?:subscriber|member)|' +
    'create (?:an|a free) account|(?:enter )?your e-?mail|by (?:signing|submitting|subscribing|clicking|entering)|thank you for (?:reading|subscribing|signing)|' +
    'free (?:trial|newsletter)|stay (?:up to date|informed|connected|in the know)|don.t have an account|have your say|let us know|stay tuned|' +
    'visit .{0,40}(?:homepage|website)|buy (?:it|at|on|from)|check price|view (?:deal|gallery|photos|comments|all)|see (?:deal|price|all|full)|price:|add to (?:cart|list)|' +
    '(?:us)?[$£€]\\s?\\d[\\d.,]*\\s*(?:at|from|on|/|$)|jetzt (?:abonnieren|anmelden|lesen)|folgen sie|добавить (?:отзыв|комментарий)',
  // Readers, rights and advertisements
  '\\d+ comments?|(?:leave|add|post|write) (?:a |your )?(?:comment|reply)|paid (?:post|content)|story continues below|article continues|scroll (?:down )?(?:for|to)|' +
    '©|copyright|all rights reserved|alle rechte|tous droits|todos los derechos|terms (?:of use|and conditions)|privacy policy|we use cookies|this (?:site|website) uses|' +
    'filed under|posted in|categor(?:y|ies):|image (?:copyright|caption|credit|source)|(?:show|hide) caption|back to top|skip to|(?:play|watch) (?:the )?video|video player|' +
    'media (?:playback|caption)|please (?:enable|note: comments|log|sign|subscribe|consider)|about the author|more by|editor.?s.? picks|today.s paper|' +
    'a version of this (?:article|story)|this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published)|originally published',
];

/** Beginnings of such words, whatever their endings. */
const stems =
  'abonnier|s.abonner|abonnez|inscrivez|suivez|suscríb|suscrib|compart[ei]|síguenos|assine|inscreva|compartilh|iscriviti|подпис|комментар';

const start = '^[\\s|•·–—>»→*[(]*';
const label = new RegExp(`${start}(?:${labels.join('|')})(?![\\p{L}\\p{N},])`, 'iu');
const opening = new RegExp(`${start}(?:(?:${openings.join('|')})(?!\\p{L})|${stems})`, 'iu');

/** A text of more words that ends in a colon announces what follows. */
const maxLabelWords = 5;

/** Whether a text begins as what leads away from an article does. */
export function soundsLikeFurniture(text: string): boolean {
  return leadsAway(text) || (label.test(text) && !endsSentence(text) && !announces(text));
}

/** Whether a text begins as links and offers do. Other furniture may also be a heading of the article: "More than a crossing". */
export function leadsAway(text: string): boolean {
  return opening.test(text);
}

function announces(text: string): boolean {
  return /[:：]$/u.test(text) && text.split(/\s+/).length > maxLabelWords;
}

const agencies =
  'getty images|associated press|shutterstock|afp|reuters|epa|ap photo|ap images|istock|alamy|dpa|pa images|pa wire|picture alliance|bloomberg via getty';
const creditNouns =
  'image|images|photo|photos|photograph|picture|pic|pics|foto|fotos|fotografía|bild|abb|crédit|credit|source|getty|ap|reuters|afp|courtesy|via';
const credit = new RegExp(`[(\\[](?:${creditNouns})\\b[^)\\]]{0,80}[)\\]]\\s*$|(?:${agencies})[\\s)]*$`, 'i');

/** Whether a text ends in the credit of a picture: "(Photo: Ada Fields)". */
export function isCredit(text: string): boolean {
  return credit.test(text);
}

/** The meaning of the name of an element (class, id, role, itemprop) for its text. */
export type NameGroup = 'furniture' | 'details' | 'standfirst' | 'caption' | 'aside';

const groups: Record<NameGroup, string> = {
  /** Parts that are no article: what the site offers, and what its readers say. */
  furniture:
    'ad ads adslot advert advertisement advertising anzeige publicidad publicite banner breadcrumb breadcrumbs comment comments ' +
    'commentaires kommentare comentarios consent cookie cta disqus donate donation feedback follow followus footer login signin ' +
    'signup register registration mailinglist menu modal most mostpopular mostread mehr nav navbar navigation newsletter outbrain ' +
    'taboola pager pagination paywall popular popup print promo promoted promotion rating recirc recirculation recommend ' +
    'recommendation recommendations recommended related relatedarticles relatedlinks relacionados share sharebar sharedaddy sharing ' +
    'shares social socials sociallinks sponsor sponsored sidebar subscribe subscription teaser teasers toolbar tools trending upsell ' +
    'reprint reprints readmore seealso skip sitemap complementary contentinfo search',
  /** Lines above an article: who wrote it, when, and under which topics. */
  details:
    'attribution author authors autor auteur bio byline byliner contributor contributors date dateline datetime datepublished ' +
    'datemodified kicker meta metadata published publication pubdate tag tags tagged taxonomy time timestamp topic topics updated ' +
    'category categories eyebrow',
  /** The lines between title and text that say what it is about. */
  standfirst: 'abstract dek standfirst summary subtitle subheadline',
  caption:
    'caption captions credit credits copyright figcaption imagecaption photocredit imagecredit photo legende bildunterschrift',
  aside:
    'aside box callout embed factbox infobox inset more player poll pullquote rail video videos widget widgets gallery slideshow',
};

const groupOfWord = new Map(
  listKeys(groups).flatMap((group) => groups[group].split(' ').map((word) => [word, group])),
);

/** An id or class of more words is a slug: it repeats a heading, and says nothing about design. */
const maxNameWords = 4;
const namingAttributes = ['class', 'id', 'role', 'itemprop', 'data-component', 'data-testid', 'aria-label'];

/** The words of a name, as it is and by its parts: "relatedLinks", "related-links" and "related_links" are "related" and "links". */
function splitName(name: string): string[] {
  const parts =
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return parts.length > maxNameWords ? [] : [...parts, name.toLowerCase()];
}

function listNames(element: Element): string[] {
  return namingAttributes.flatMap((attribute) => element.getAttribute(attribute)?.split(/\s+/) ?? []);
}

/** The groups of names that an element has. */
export function listNameGroups(element: Element): NameGroup[] {
  return listNames(element)
    .flatMap(splitName)
    .flatMap((word) => groupOfWord.get(word) ?? []);
}
