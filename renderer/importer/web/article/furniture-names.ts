import { listAll } from '../../../../shared/text/sequences/list-all';

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
  listAll<NameGroup>()(['furniture', 'details', 'standfirst', 'caption', 'aside']).flatMap((group) =>
    groups[group].split(' ').map((word) => [word, group]),
  ),
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
