import { readJsonLd } from './json-ld';

/** Obstacles to reading the text of a page without its scripts and without an account. */
export interface PageAccess {
  /** The page itself says that its article is for subscribers. */
  isForSubscribers: boolean;
  /** A script builds the text of the page. */
  needsScript: boolean;
}

/** Elements that scripts of well-known frameworks fill. */
const scriptRoots =
  '#root, #app, #__next, #__nuxt, #main-app, #react-root, app-root, [ng-app], [data-reactroot]';

const asksForScript =
  /(?:enable|activate|turn on|requires?|needs?|without)\s+(?:\S+\s+){0,3}java\s?script|java\s?script\s+(?:\S+\s+){0,5}(?:enabled|disabled|required|activated|aktivier|nötig|activ|habilit|desactiv)|(?:aktivier|activez|activa|habilit|включите|enable)\S*\s+(?:\S+\s+){0,3}java\s?script/i;

/** Reads what a page says about who can read it. */
export function readPageAccess(document: Document): PageAccess {
  const tier = document.querySelector('meta[property$="content_tier" i], meta[name$="content_tier" i]');
  const isLocked = /^(?:locked|premium|paid)$/i.test(tier?.getAttribute('content') ?? '');
  const hasScript = document.querySelector('script') !== null;
  const hasEmptyRoot = Array.from(document.querySelectorAll(scriptRoots)).some(
    ({ textContent }) => (textContent ?? '').trim() === '',
  );
  const notes = Array.from(document.querySelectorAll('noscript'), ({ textContent }) => textContent ?? '');
  return {
    isForSubscribers: isLocked || readJsonLd(document).isFree === false,
    needsScript: hasScript && (hasEmptyRoot || notes.some((note) => asksForScript.test(note))),
  };
}

/** Whether a text asks for scripts to be enabled. */
export function asksForScripts(text: string): boolean {
  return asksForScript.test(text);
}

const wall =
  /(?:subscribe|sign ?up|log ?in|sign ?in|register|become a (?:member|subscriber))\b.{0,40}\bto (?:continue|keep|read|unlock|access|view|get (?:full )?access)|(?:to )?(?:continue|keep) reading (?:this|with|for|the|,|by|\.|$)|to (?:read|unlock|access) (?:this|the) (?:full|whole|complete|entire)?\s*(?:article|story)|(?:article|story|content) is (?:only |exclusively |reserved )?(?:for|available to|available for) (?:\S+ )?(?:subscribers|members)|(?:for|exclusive to) subscribers only|subscriber[- ](?:only|exclusive)|you(?:’|'| ha)ve (?:reached|read) (?:your|all|the)\b.{0,40}\barticles?|nur für (?:\S+ )?abonnent|weiterlesen mit|jetzt (?:\S+ )?(?:abonnieren|freischalten|anmelden) und weiterlesen|(?:réservé|reservé)\S* (?:aux|à nos) abonnés|abonnez-vous pour (?:lire|continuer)|(?:exclusivo|solo|sólo) para (?:suscriptores|assinantes|abonados)|(?:suscríbete|suscríbase|assine) para (?:seguir|continuar|ler)|abbonati per (?:continuare|leggere)/i;

/** Whether a short text says that the rest of an article is for those who subscribe or sign in. */
export function soundsLikeWall(text: string): boolean {
  return wall.test(text);
}
