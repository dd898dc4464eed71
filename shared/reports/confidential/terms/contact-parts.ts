import { isCommonWord } from '#shared/text/common-words.ts';
import type { TermPart } from '../search/confidential-term.ts';
import { normalizeWords } from '../search/normalize-words.ts';
import { listPersonParts, rateWord } from './names.ts';

/** Hosts that many people share, so that they identify nobody. Includes their subdomains. */
const sharedHosts = new Set(
  `gmail.com googlemail.com google.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com
  proton.me protonmail.com pm.me tutanota.com tuta.com gmx.at gmx.de gmx.net gmx.com web.de t-online.de aon.at orange.fr free.fr
  laposte.net wanadoo.fr libero.it virgilio.it mail.ru yandex.ru qq.com 163.com posteo.de mailbox.org fastmail.com zoho.com
  archive.org archive.ph archive.today archive.is perma.cc doi.org youtube.com youtu.be twitter.com x.com facebook.com
  instagram.com linkedin.com reddit.com wikipedia.org wikimedia.org github.com dropbox.com medium.com substack.com bsky.app t.me`
    .split(/\s+/)
    .filter(Boolean),
);
/** Mailboxes of offices, which identify nobody. */
const officeMailboxes = new Set(
  'admin contact editor hello info kontakt mail news noreply office post press presse redaktion service support team'.split(
    ' ',
  ),
);
/** Labels of hosts that name a service, and second-level labels of country domains. */
const plainLabels = new Set(
  'www m mail smtp web blog docs archive archives co com org net gov gv ac edu or ne go'.split(' '),
);

const email = /([\p{L}\p{N}._%+'-]+)@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
const handle = /(?<![\p{L}\p{N}.])@([\p{L}\p{N}_.-]{3,})/gu;
const personName = /\p{Lu}[\p{L}'’]+(?:[ -]\p{Lu}[\p{L}'’.]*)+/gu;
const extension = /(?:\.\p{L}[\p{L}\p{N}]{0,5}|\.\d?[\p{L}]{2,3}\d?){1,2}$/u;

/** The shortest name of a mailbox, host or file that counts, in letters and digits. Shorter ones occur by chance. */
const minLength = 5;

/** Rates a compound of words: a mailbox, the label of a host, a file name without its extension. */
function rateCompound(text: string): TermPart[] {
  const words = normalizeWords(text);
  const isKnown = words.every((word) => isCommonWord(word) || word.length < 3 || /^\p{N}{1,3}$/u.test(word));
  const { length } = words.join('');
  if (length < 2) return [];
  return [{ text, level: length >= minLength && (!isKnown || words.length > 2) ? 'certain' : 'possible' }];
}

/** Lists a host, its domain and the labels that identify somebody. */
function listHostParts(host: string): TermPart[] {
  const labels = host.toLowerCase().split('.').filter(Boolean);
  const bare = labels[0] === 'www' ? labels.slice(1) : labels;
  const isShared = bare.some((_, index) => sharedHosts.has(bare.slice(index).join('.')));
  if (isShared) return [{ text: bare.join('.'), level: 'possible' }];
  if (/^[\d.]+$/.test(host)) return [{ text: host, level: 'certain' }];
  const named = bare.slice(0, -1).filter((label) => !plainLabels.has(label));
  const domain = named.length > 0 ? bare.slice(bare.lastIndexOf(named.at(-1) ?? '')) : bare;
  return [
    ...[bare, domain].map((part): TermPart => ({ text: part.join('.'), level: 'certain' })),
    ...named.flatMap(rateCompound),
  ];
}

function listMailboxParts(user: string): TermPart[] {
  const name = user.split('+')[0] ?? user;
  if (officeMailboxes.has(name.toLowerCase())) return [];
  const words = normalizeWords(name);
  return [...rateCompound(name), ...(words.length > 1 ? words.flatMap((word) => rateWord(word) ?? []) : [])];
}

/** Lists the user and host of each e-mail address in a text, and social media handles. */
function listEmailParts(text: string): TermPart[] {
  const mails = Array.from(text.matchAll(email), ([, user = '', host = '']) => [
    ...listMailboxParts(user),
    ...listHostParts(host),
  ]);
  const handles = Array.from(text.replace(email, ' ').matchAll(handle), ([, name = '']) =>
    rateCompound(name),
  );
  return [...mails, ...handles].flat();
}

/** Lists the parts of a contact field: mailboxes, hosts, handles, and the words of persons’ names. */
export function listContactParts(contact: string): TermPart[] {
  const names = Array.from(contact.matchAll(personName), ([name]) => listPersonParts(name));
  return [...listEmailParts(contact), ...names.flat()];
}

/**
 * Lists the segments of an address's path and query, without extensions: they may hold the headline of a page. A single common word,
 * such as `news`, and short numbers are left out.
 */
function listPathParts(path: string): TermPart[] {
  const segments = path.split(/[/?#&=;]+/).map((segment) => decodeSegment(segment).replace(extension, ''));
  return segments.flatMap((segment) => {
    const words = normalizeWords(segment).filter((word) => !/^\p{N}{1,4}$/u.test(word));
    const isPlain = words.length < 2 && words.every((word) => isCommonWord(word) || word.length < minLength);
    return isPlain ? [] : rateCompound(segment);
  });
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // An address is stored as typed, and may have a `%` that encodes nothing.
    return segment;
  }
}

/** Lists the host and path of an address, or the user and host of an e-mail address. */
export function listAddressParts(url: string): TermPart[] {
  if (/^(?:mailto:)/i.test(url)) return listEmailParts(decodeAddress(url));
  const [, host, path = ''] = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?(.*)$/is.exec(url) ?? [];
  return host === undefined ? [] : [...listHostParts(decodeAddress(host)), ...listPathParts(path)];
}

function decodeAddress(url: string): string {
  return url.replace(/%40/g, '@');
}

/** Lists a file name without its extension. */
export function listFileNameParts(name: string): TermPart[] {
  const stem = name.replace(extension, '');
  return stem === name ? [] : rateCompound(stem);
}
