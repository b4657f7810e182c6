import { daysBetween, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

/** Being prepared, waiting for the platform's word, on sale, resting, taken down. */
export const CHANNEL_STATES = ['PREPARING', 'WAITING', 'SELLING', 'PAUSED', 'REMOVED'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];
export type ChannelAction = 'submit' | 'return' | 'sell' | 'pause' | 'remove' | 'restart';

/** As the cooperative reports it: the platforms are asked nothing. */
export const CHANNEL_TRANSITIONS: Transitions<ChannelState, ChannelAction> = {
  PREPARING: { submit: 'WAITING', sell: 'SELLING', remove: 'REMOVED' },
  WAITING: { return: 'PREPARING', sell: 'SELLING', remove: 'REMOVED' },
  SELLING: { pause: 'PAUSED', remove: 'REMOVED' },
  PAUSED: { sell: 'SELLING', remove: 'REMOVED' },
  REMOVED: { restart: 'PREPARING' },
};

export type ChannelUrlRefusal =
  { readonly code: 'URL_NOT_HTTPS' } | { readonly code: 'URL_OTHER_SITE'; readonly hosts: readonly string[] };

const URL_MAX = 500;

/**
 * An https address on one of the platform's hosts or below them ("shopee.vn" admits "banhang.shopee.vn", not "shopee.vn.example.com").
 * No hosts means the cooperative's own site: any public host name. Text only: nothing is ever fetched.
 */
export function channelUrl(text: string, hosts: readonly string[]): Result<string, ChannelUrlRefusal> {
  const match = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24})([/?#][^\s<>"'\\]*)?$/i.exec(text.trim());
  if (!match || text.length > URL_MAX) return refuse({ code: 'URL_NOT_HTTPS' });
  const host = match[1]!.toLowerCase();
  const fits = hosts.length === 0 || hosts.some((known) => host === known || host.endsWith(`.${known}`));
  return fits ? accept(`https://${host}${match[2] ?? ''}`) : refuse({ code: 'URL_OTHER_SITE', hosts });
}

/** Days since the last step of a listing that is not on sale yet; null while nobody need call, which is before `stallDays` of them. */
export function channelStalledDays(
  listing: { readonly state: ChannelState; readonly movedOn: LocalDate },
  today: LocalDate,
  stallDays: number,
): number | null {
  if (listing.state !== 'PREPARING' && listing.state !== 'WAITING') return null;
  const days = daysBetween(listing.movedOn, today);
  return days >= stallDays ? days : null;
}
