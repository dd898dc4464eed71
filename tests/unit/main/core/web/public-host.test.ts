import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress, resolvePublicHost } from '#main/core/web/public-host.ts';

/** First and last address of each range that is not on the public internet. */
const special: [string, string][] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.31.196.0', '192.31.196.255'],
  ['192.52.193.0', '192.52.193.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['192.175.48.0', '192.175.48.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
];

const parseIPv4 = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const formatIPv4 = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
const groups = (number: number) => `${(number >>> 16).toString(16)}:${(number & 0xffff).toString(16)}`;

const ranges = special.map(([first, last]) => ({ min: parseIPv4(first), max: parseIPv4(last) }));
const specialNumber = fc.constantFrom(...ranges).chain((range) => fc.integer(range));
const anyNumber = fc.integer({ min: 0, max: 0xffff_ffff });

test('refuses every IPv4 address that is not on the public internet, and no other', () => {
  fc.assert(fc.property(specialNumber, (number) => !isPublicAddress(formatIPv4(number))));
  fc.assert(
    fc.property(anyNumber, (number) => {
      const inside = ranges.some(({ min, max }) => number >= min && number <= max);
      return isPublicAddress(formatIPv4(number)) === !inside;
    }),
  );
  for (const { min, max } of ranges) {
    expect([formatIPv4(min), isPublicAddress(formatIPv4(min))]).toEqual([formatIPv4(min), false]);
    expect([formatIPv4(max), isPublicAddress(formatIPv4(max))]).toEqual([formatIPv4(max), false]);
  }
});

test('refuses every IPv4 address inside an IPv6 address: mapped, compatible, NAT64, 6to4, Teredo', () => {
  fc.assert(
    fc.property(fc.oneof(specialNumber, anyNumber), (number) => {
      const [v4, v6] = [formatIPv4(number), groups(number)];
      const forms = [`::ffff:${v4}`, `::ffff:${v6}`, `0:0:0:0:0:ffff:${v6}`, `::ffff:0:${v6}`, `::${v4}`];
      forms.push(`64:ff9b::${v4}`, `64:ff9b:1::${v6}`, `2002:${v6}::1`, `2001:0:${v6}::1`);
      return forms.every((form) => !isPublicAddress(form));
    }),
  );
});

test('refuses a special address in every notation, before anything is looked up', async () => {
  const neverAsked = () => Promise.reject(new Error('looked up'));
  const refused = async (host: string) => {
    const url = new URL(`http://${host}/`);
    await expect(resolvePublicHost(url, neverAsked, isPublicAddress)).rejects.toThrow(
      'not on the public internet',
    );
  };
  await fc.assert(
    fc.asyncProperty(specialNumber, async (number) => {
      const [a, b, c, d] = formatIPv4(number).split('.').map(Number);
      const hex = `0x${number.toString(16)}`;
      const octal = `0${(a ?? 0).toString(8)}.${b}.${c}.${d}`;
      const short = `${a}.${number & 0xff_ffff}`;
      for (const host of [
        `${number}`,
        hex,
        octal,
        short,
        `${formatIPv4(number)}.`,
        `[::ffff:${formatIPv4(number)}]`,
      ])
        await refused(host);
    }),
    { numRuns: 50 },
  );
  for (const host of ['127.1', '0', '0x7f.1', '[::]', '[::1]', '１２７.0.0.1']) await refused(host);
});

test.each([
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'with a zone'],
  ['fec0::1', 'site-local'],
  ['fc00::1', 'unique-local'],
  ['fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'unique-local'],
  ['ff02::1', 'multicast'],
  ['100::1', 'discarded'],
  ['2001::1', 'Teredo'],
  ['2001:2::1', 'benchmarking'],
  ['2001:20::1', 'ORCHID'],
  ['2001:1ff:ffff::1', 'IETF protocol assignments'],
  ['2001:db8::1', 'documentation'],
  ['3fff::1', 'documentation'],
  ['3fff:fff:ffff::1', 'documentation'],
  ['2002:808:808::1', '6to4'],
  ['5f00::1', 'segment routing'],
  ['4000::1', 'not given out'],
  ['example.org', 'no address'],
  ['2606:4700::1111%1', 'with a zone'],
  ['', 'nothing'],
])('refuses %j: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '2001:200::1', '2a00:1450:4001::1'])(
  'takes %s',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);
