import { Injectable } from '@nestjs/common';
import {
  accept,
  CHANNEL_TRANSITIONS,
  type ChannelState,
  channelUrl,
  nextState,
  quantity,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { ChannelCall } from './channel-call.entity.js';
import { ChannelListing } from './channel-listing.entity.js';
import type { ChannelRefusal } from './channel.messages.js';
import type {
  ChannelAddCommand,
  ChannelCallCommand,
  ChannelChangeCommand,
  ChannelCheckCommand,
  ChannelSaleCommand,
  ChannelStepCommand,
} from './channel.view.js';

const NOTE_MAX = 1000;

interface Locked {
  readonly id: string;
  readonly orgId: string;
  readonly ownerOrgId: string;
  readonly platformCode: string;
  readonly hosts: string[];
  readonly url: string | null;
  readonly state: ChannelState;
  readonly version: number;
}

/** A product's places on e-commerce platforms, as people report them: the platform fetches nothing from anywhere. */
@Injectable()
export class ChannelService {
  constructor(private readonly uow: UnitOfWork) {}

  add(actor: Actor, input: ChannelAddCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'channelAdd', clientKey: input.clientKey, input }, async (tx) => {
      const product = await tx.one<{ id: string; ownerOrgId: string; isDemo: boolean }>(
        'select id, org_id as "ownerOrgId", is_demo as "isDemo" from product where id = $1 and org_id = $2',
        [idOf(input.productId), actor.orgId],
      );
      assertMay(actor, 'product.edit', product);
      const [platform] = await tx.query<{ hosts: string[] }>('select hosts from channel_platform where code = $1', [
        input.platformCode,
      ]);
      if (!platform) return refuse<ChannelRefusal>({ code: 'PLATFORM_UNKNOWN' });
      const url = checkUrl(input.url, platform.hosts);
      if (!url.ok) return url;
      const id = newId();
      const [added] = await tx.change(
        `insert into channel_listing (id, org_id, product_id, platform_code, url, moved_at, is_demo) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (product_id, platform_code) do nothing returning id`,
        [id, actor.orgId, product.id, input.platformCode, url.value, tx.now, product.isDemo],
      );
      if (!added) return refuse<ChannelRefusal>({ code: 'ALREADY_LISTED' });
      await tx.audit('channel.add', 'channel', id, { platform: input.platformCode });
      return accept(id);
    });
  }

  change(actor: Actor, input: ChannelChangeCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'channelChange', clientKey: input.clientKey, input }, async (tx) => {
      const listing = await lock(tx, idOf(input.id), actor);
      if (listing.version !== input.version) return versionConflict(listing.version);
      const url = input.url === undefined ? accept(listing.url) : checkUrl(input.url, listing.hosts);
      if (!url.ok) return url;
      const moved = input.action ? nextState(CHANNEL_TRANSITIONS, listing.state, input.action) : accept(listing.state);
      if (!moved.ok) return refuse<ChannelRefusal>({ code: 'CHANNEL_STATE', state: listing.state });
      if (moved.value === 'SELLING' && !url.value) return refuse<ChannelRefusal>({ code: 'URL_MISSING' });
      const step = moved.value === listing.state ? {} : { movedAt: tx.now };
      await tx.updateVersioned(ChannelListing, listing.id, listing.version, { url: url.value, state: moved.value, ...step });
      await tx.audit('channel.change', 'channel', listing.id, { state: moved.value });
      return accept(listing.id);
    });
  }

  /** Ticking twice is ticking once. */
  tick(actor: Actor, input: ChannelStepCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'channelStep', clientKey: input.clientKey, input }, async (tx) => {
      const listing = await lock(tx, idOf(input.listingId), actor);
      const [step] = await tx.query(
        'select code from channel_step where code = $1 and (platforms is null or $2 = any(platforms))',
        [input.stepCode, listing.platformCode],
      );
      if (!step) return refuse<ChannelRefusal>({ code: 'STEP_UNKNOWN' });
      if (input.done) {
        await tx.query(
          `insert into channel_step_done (listing_id, step_code, org_id, done_by, done_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
          [listing.id, input.stepCode, listing.orgId, actor.userId, tx.now],
        );
        await tx.query('update channel_listing set moved_at = $2 where id = $1', [listing.id, tx.now]);
      } else {
        await tx.query('delete from channel_step_done where listing_id = $1 and step_code = $2', [listing.id, input.stepCode]);
      }
      return accept(listing.id);
    });
  }

  /** A person opened the link and says what stood there. */
  check(actor: Actor, input: ChannelCheckCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'channelCheck', clientKey: input.clientKey, input }, async (tx) => {
      const listing = await lock(tx, idOf(input.listingId), actor, 'either');
      const note = tidyText(input.note);
      if ((note?.length ?? 0) > NOTE_MAX) return refuse<ChannelRefusal>({ code: 'CHANNEL_NOTE_TOO_LONG', max: NOTE_MAX });
      if (input.checkedOn > tx.today) return refuse<ChannelRefusal>({ code: 'CHECK_IN_FUTURE' });
      await tx.query(
        'update channel_listing set last_checked_on = $2, last_checked_by = $3, last_check_note = $4 where id = $1',
        [listing.id, input.checkedOn, actor.userId, note],
      );
      await tx.audit('channel.check', 'channel', listing.id);
      return accept(listing.id);
    });
  }

  recordSale(actor: Actor, input: ChannelSaleCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'channelSale', clientKey: input.clientKey, input }, async (tx) => {
      const listing = await lock(tx, idOf(input.listingId), actor);
      const month = `${input.month.slice(0, 7)}-01`;
      const note = tidyText(input.note);
      const qty = input.qty == null ? null : quantity(input.qty);
      if (month > tx.today) return refuse<ChannelRefusal>({ code: 'MONTH_IN_FUTURE' });
      if ((note?.length ?? 0) > NOTE_MAX) return refuse<ChannelRefusal>({ code: 'CHANNEL_NOTE_TOO_LONG', max: NOTE_MAX });
      if ((qty === null && note === null) || qty?.isNegative) return refuse<ChannelRefusal>({ code: 'SALE_EMPTY' });
      await tx.query(
        `insert into channel_sale (listing_id, month, org_id, qty, note, recorded_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (listing_id, month) do update set qty = excluded.qty, note = excluded.note, recorded_at = excluded.recorded_at`,
        [listing.id, month, listing.orgId, qty?.toDecimalString() ?? null, note, tx.now],
      );
      return accept(listing.id);
    });
  }

  /** The officer's side of the follow-up. */
  noteCall(actor: Actor, input: ChannelCallCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'channelCall', clientKey: input.clientKey, input }, async (tx) => {
      const listing = await lock(tx, idOf(input.listingId), actor, 'alliance');
      const note = tidyText(input.note);
      if (!note) return refuse<ChannelRefusal>({ code: 'CHANNEL_NOTE_MISSING' });
      if (note.length > NOTE_MAX) return refuse<ChannelRefusal>({ code: 'CHANNEL_NOTE_TOO_LONG', max: NOTE_MAX });
      const { id: listingId, orgId } = listing;
      await tx.insert(ChannelCall, { id: newId(), listingId, orgId, note, calledBy: actor.userId, calledAt: tx.now });
      await tx.audit('channel.call', 'channel', listing.id);
      return accept(listing.id);
    });
  }
}

type Who = 'owner' | 'alliance' | 'either';

/** The row, held; NOT_FOUND for everybody but its cooperative and the Alliance, even where visitors may read it. */
async function lock(tx: Tx, id: string, actor: Actor, who: Who = 'owner'): Promise<Locked> {
  const listing = await tx.one<Locked>(
    `select l.id, l.org_id as "orgId", l.org_id as "ownerOrgId", l.platform_code as "platformCode", p.hosts, l.url, l.state, l.version
     from channel_listing l join channel_platform p on p.code = l.platform_code
     where l.id = $1 and (l.org_id = $2 or $3) for update of l`,
    [id, actor.orgId, actor.orgKind === 'ALLIANCE'],
  );
  const asOfficer = who === 'alliance' || (who === 'either' && actor.orgKind === 'ALLIANCE');
  assertMay(actor, asOfficer ? 'board.view' : 'product.edit', listing);
  return listing;
}

function checkUrl(text: string | null | undefined, hosts: readonly string[]): Result<string | null, ChannelRefusal> {
  return text?.trim() ? channelUrl(text, hosts) : accept(null);
}
