import { domainToUnicode } from 'node:url';
import { StetError } from '#main/base/stet-error.ts';
import { canOpenUrl, toBrowserUrl } from '#shared/domain/base/primitives.ts';

interface LinkTarget {
  /** The host, or the address of a mail, as it is shown before the link is opened. */
  host: string;
  href: string;
}

/**
 * Describes where an address leads that `urlSchema` accepts. Throws `badRequest` when it may not be opened. An
 * internationalized host is shown both in its own characters and in punycode (RFC 3492), because characters can be mistaken for
 * others.
 */
export function describeLink(url: string): LinkTarget {
  if (!canOpenUrl(url))
    throw new StetError(
      'badRequest',
      'This address was not opened: only web addresses, DOIs and mail addresses with nothing but a subject are opened. Copy it and check it yourself.',
    );
  const { protocol, hostname, host, pathname, href } = parse(toBrowserUrl(url));
  if (protocol === 'mailto:') return { host: pathname, href };
  const readable = domainToUnicode(hostname);
  return { host: readable === '' || readable === hostname ? host : `${readable} (${host})`, href };
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch {
    throw new StetError('badRequest', 'This is not an address that a browser can open.');
  }
}

interface LinkActions {
  confirm(link: LinkTarget): Promise<boolean>;
  open(href: string): Promise<void>;
}

/**
 * Shows where the link leads and opens it when the reviewer agrees. Resolves to whether it was opened. Every link out of Stet
 * is opened here.
 */
export async function openExternalLink(url: string, { confirm, open }: LinkActions): Promise<boolean> {
  const link = describeLink(url);
  if (!(await confirm(link))) return false;
  try {
    await open(link.href);
  } catch (error) {
    throw new StetError(
      'notFound',
      `No program opened ${link.host}. Copy the address and open it yourself.`,
      { cause: error },
    );
  }
  return true;
}
