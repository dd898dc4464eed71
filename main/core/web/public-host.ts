import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { notPublicError } from './web-messages';

interface HostAddress {
  address: string;
  family: number;
}

/** All IP addresses of a host name. */
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>;

export const lookUpHost: ResolveHost = (host) => lookup(host, { all: true });

/** A host whose addresses were looked up once and are all public. Only these are connected to. */
export interface PublicHost {
  lookup: LookupFunction;
  /** Whether a socket's remote address is one of them. */
  has(address: string | undefined): boolean;
}

/**
 * Looks up the host of a URL, which may be an IP address already. Rejects with a `StetError` when any of its addresses is not
 * public: a name with both public and private addresses is an attack.
 */
export async function resolvePublicHost(
  { hostname, host }: URL,
  resolve: ResolveHost,
  isPublic: (address: string) => boolean,
): Promise<PublicHost> {
  const name = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(name);
  const addresses = family === 0 ? [...(await resolve(name))] : [{ address: name, family }];
  const [first] = addresses;
  if (!first || !addresses.every(({ address }) => isPublic(address))) throw notPublicError(host);
  const pinned = new BlockList();
  for (const { address } of addresses) pinned.addAddress(address, getFamily(address));
  return {
    lookup: (_name, { all }, answer) =>
      all ? answer(null, addresses) : answer(null, first.address, first.family),
    has: (address) => address !== undefined && pinned.check(address, getFamily(address)),
  };
}

function getFamily(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
