import { domainToUnicode } from 'node:url';
import { browserUrl } from '../../../shared/domain/url';
import { StetError } from '../errors/stet-error';

interface LinkTarget {
  /** Where it leads, to be shown before it is opened: the host, or the address of a mail. */
  host: string;
  /** The address to open. */
  href: string;
}

/**
 * Where an address (as `urlSchema` takes them) leads. A host with letters that can be mistaken for others is shown both as
 * it is read and as it is looked up (punycode, RFC 3492). Rejects with `badRequest` what is not an address after all.
 */
export function describeLink(url: string): LinkTarget {
  const { protocol, hostname, host, pathname, href } = parse(browserUrl(url));
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

interface LinkEffects {
  confirm(link: LinkTarget): Promise<boolean>;
  open(href: string): Promise<void>;
}

/** Shows where the link leads and opens it when the reviewer agrees; whether it was opened. The only way out of Stet. */
export async function openOutsideLink(url: string, { confirm, open }: LinkEffects): Promise<boolean> {
  const link = describeLink(url);
  if (!(await confirm(link))) return false;
  try {
    await open(link.href);
  } catch (error) {
    throw new StetError(
      'notFound',
      `No program opened ${link.host}. Copy the address and open it yourself.`,
      {
        cause: error,
      },
    );
  }
  return true;
}
