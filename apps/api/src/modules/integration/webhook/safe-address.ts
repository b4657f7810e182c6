import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const LONGEST = 500;

/** Addresses that are not on the public Internet (RFC 6890): a webhook must not reach into anybody's own network. */
const privateNets = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  privateNets.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateNets.addSubnet(net, bits, 'ipv6');

/** IPv4 inside IPv6 is looked at as IPv4. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIP(plain);
  if (family === 0) return true;
  return privateNets.check(plain, family === 6 ? 'ipv6' : 'ipv4') || /^::ffff:/i.test(plain);
}

/** The address as it will be called, or null. Outside production the own machine may be called too, for trying things out. */
export function endpointUrl(text: string, allowsLoopback: boolean): URL | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isLoopback = host === 'localhost' || host === '127.0.0.1';
  if (url.username || url.password) return null;
  if (allowsLoopback && isLoopback && /^https?:$/.test(url.protocol)) return url;
  if (url.protocol !== 'https:' || isLoopback) return null;
  return isIP(host) !== 0 && isPrivate(host) ? null : url;
}

/**
 * Resolves a name and refuses private addresses at the very moment of connecting, so that a name that changes its address
 * between check and call gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 4);
    const blocked = addresses.find(({ address }) => isPrivate(address));
    const first = addresses[0];
    if (blocked || !first) return done(new Error(`${hostname} is not public`), '', 4);
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};
