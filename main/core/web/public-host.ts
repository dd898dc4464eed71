import { lookup } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { notPublicError } from './web-messages.ts';

/**
 * IPv4 addresses that are not on the public internet, from IANA's IPv4 Special-Purpose Address Registry (RFC 6890 and its
 * updates), and multicast (RFC 5771). Addresses of the network's own services (AS112, relays) are refused, too: no page is
 * there.
 */
const special4: [string, number][] = [
  ['0.0.0.0', 8], // this network, unspecified
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by a provider's customers (CGNAT)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and the metadata services of clouds with their credentials
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // IETF protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
];

/**
 * Only 2000::/3 is global unicast (IANA's IPv6 address space). Loopback, unique-local, link-local and multicast addresses, and
 * embedded IPv4 addresses (mapped, NAT64), lie outside of it. `special6` are the exceptions inside of it (IANA's IPv6
 * Special-Purpose Address Registry).
 */
const global6: [string, number][] = [['2000::', 3]];
const special6: [string, number][] = [
  ['2001::', 23], // IETF protocol assignments: Teredo, benchmarking, AMT, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48], // AS112
  ['3ffe::', 16], // 6bone, given back
  ['3fff::', 20], // documentation
];

function createList(subnets: readonly [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family);
  return list;
}

const refused4 = createList(special4, 'ipv4');
const allowed6 = createList(global6, 'ipv6');
const refused6 = createList(special6, 'ipv6');

/** Whether the text is an IP address on the public internet. An IPv6 address with a zone is not. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !refused4.check(address, 'ipv4');
  return family === 6 && allowed6.check(address, 'ipv6') && !refused6.check(address, 'ipv6');
}

interface HostAddress {
  address: string;
  family: number;
}

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
