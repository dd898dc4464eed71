import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { notPublic } from './web-messages';

export interface HostAddress {
  address: string;
  family: number;
}

/** All IP addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true });

/** A host whose addresses were looked up once and found to be public: nothing else is connected to. */
export interface PublicHost {
  lookup: LookupFunction;
  /** Whether a socket's other end is one of them. */
  has(address: string | undefined): boolean;
}

/**
 * Looks up the host of an address, which may be an IP address already. Rejects with a `StetError` when any of its addresses
 * is not public: a name that is both outside and inside is a trap.
 */
export async function publicHost(
  { hostname, host }: URL,
  resolve: Resolve,
  isPublic: (address: string) => boolean,
): Promise<PublicHost> {
  const name = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(name);
  const addresses = family === 0 ? [...(await resolve(name))] : [{ address: name, family }];
  const [first] = addresses;
  if (!first || !addresses.every(({ address }) => isPublic(address))) throw notPublic(host);
  const pinned = new BlockList();
  for (const { address } of addresses) pinned.addAddress(address, familyOf(address));
  return {
    lookup: (_name, { all }, answer) =>
      all ? answer(null, addresses) : answer(null, first.address, first.family),
    has: (address) => address !== undefined && pinned.check(address, familyOf(address)),
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
