import { Injectable } from '@nestjs/common';
import { actionsFrom, CHANNEL_TRANSITIONS, channelStalledDays, localDateOf } from '@lienket/domain';
import { idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { LegalBook, organizationRefSql } from '../../registry/index.js';
import type { ChannelLinkView, ChannelListingView, ChannelPlatformView, ChannelStepView } from './channel.view.js';

export interface FollowUpQuestion {
  readonly platform?: string | null;
  readonly stalled?: boolean | null;
}

interface Row extends Omit<ChannelListingView, 'stalledDays' | 'actions'> {
  readonly orgId: string;
}

/** More days than any listing waits; a hundred years still make a date. */
const NEVER = 36_500;

const textOf = (locale: 'vi' | 'en') => (locale === 'en' ? 'text_en' : 'text_vi');

const selectSql = (
  locale: 'vi' | 'en',
) => `select l.id, l.org_id as "orgId", l.product_id as "productId", p.name_vi as "productName",
    p.base_unit as "baseUnit", ${organizationRefSql('o')} as cooperative,
    json_build_object('code', f.code, 'name', f.name, 'hosts', f.hosts) as platform, l.url, l.state,
    l.last_checked_on as "lastCheckedOn", cu.full_name as "lastCheckedBy", l.last_check_note as "lastCheckNote", l.moved_at as "movedAt",
    coalesce((select json_agg(json_build_object('code', s.code, 'text', s.${textOf(locale)}, 'doneAt', d.done_at) order by s.position, s.code)
      from channel_step s left join channel_step_done d on d.step_code = s.code and d.listing_id = l.id
      where s.platforms is null or l.platform_code = any(s.platforms)), '[]') as steps,
    coalesce((select json_agg(json_build_object('month', m.month, 'qty', m.qty::text, 'note', m.note) order by m.month desc)
      from channel_sale m where m.listing_id = l.id), '[]') as sales,
    coalesce((select json_agg(json_build_object('id', c.id, 'note', c.note, 'calledBy', u.full_name, 'calledAt', c.called_at) order by c.called_at desc)
      from channel_call c join app_user u on u.id = c.called_by where c.listing_id = l.id), '[]') as calls,
    l.is_demo as "isDemo", l.version
  from channel_listing l join product p on p.id = l.product_id join organization o on o.id = l.org_id
  join channel_platform f on f.code = l.platform_code left join app_user cu on cu.id = l.last_checked_by`;

@Injectable()
export class ChannelQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly law: LegalBook,
  ) {}

  platforms(): Promise<ChannelPlatformView[]> {
    return this.uow.read(null, (tx) =>
      tx.query<ChannelPlatformView>('select code, name, hosts from channel_platform order by position, code'),
    );
  }

  /** The Alliance's guide for a platform, before anything is listed there. */
  steps(code: string, locale: 'vi' | 'en'): Promise<ChannelStepView[]> {
    return this.uow.read(null, (tx) =>
      tx.query<ChannelStepView>(
        `select code, ${textOf(locale)} as text, null as "doneAt" from channel_step where platforms is null or $1 = any(platforms) order by position, code`,
        [code],
      ),
    );
  }

  /** Only its cooperative and the Alliance see how a listing comes along. */
  async byId(actor: Actor, id: string): Promise<ChannelListingView> {
    return this.uow.read(actor, async (tx) => {
      const [row] = await this.select(tx, actor, 'l.id = $1', [idOf(id)]);
      if (!row || (row.orgId !== actor.orgId && actor.orgKind !== 'ALLIANCE')) throw new NotFoundError();
      return viewOf(row, tx.today, await this.stallDays(tx));
    });
  }

  /** The acting cooperative's listings, of one product or all. */
  own(actor: Actor, productId: string | null): Promise<ChannelListingView[]> {
    return this.uow.read(actor, async (tx) => {
      const of = productId === null ? null : isUuid(productId) ? productId : '00000000-0000-0000-0000-000000000000';
      const where = 'l.org_id = $1 and ($2::uuid is null or l.product_id = $2) order by p.name_vi, f.position, l.id limit 500';
      const rows = await this.select(tx, actor, where, [actor.orgId, of]);
      const stallDays = await this.stallDays(tx);
      return rows.map((row) => viewOf(row, tx.today, stallDays));
    });
  }

  /** For officers: what moved longest ago comes first. */
  followUps(
    actor: Actor,
    question: FollowUpQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<ChannelListingView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 2);
    return this.uow.read(actor, async (tx) => {
      const stallDays = await this.stallDays(tx);
      const stalledBefore = new Date(tx.now.getTime() - stallDays * 86_400_000);
      const where = `($1::text is null or l.platform_code = $1)
        and ($2::timestamptz is null or (l.moved_at <= $2 and l.state in ('PREPARING', 'WAITING')))`;
      const values = [question?.platform ?? null, question?.stalled ? stalledBefore : null];
      const beyond = cursor ? [new Date(cursor[0]!), idOf(cursor[1]!)] : [];
      const rows = await this.select(
        tx,
        actor,
        `${where} ${cursor ? 'and (l.moved_at, l.id) > ($3, $4)' : ''} order by l.moved_at, l.id limit ${size + 1}`,
        [...values, ...beyond],
      );
      return toConnection(
        rows,
        size,
        (row) => viewOf(row, tx.today, stallDays),
        ({ movedAt, id }) => encodeCursor(movedAt, id),
        () => this.uow.read(actor, (again) => countOf(again, where, values)),
      );
    });
  }

  /** Where anybody can buy these products now. */
  async links(productIds: readonly string[]): Promise<Map<string, ChannelLinkView[]>> {
    const rows = await this.uow.read(null, (tx) =>
      tx.query<ChannelLinkView & { productId: string }>(
        `select l.product_id as "productId", f.name as platform, l.url from channel_listing l join channel_platform f on f.code = l.platform_code
         where l.product_id = any($1) and l.state = 'SELLING' order by f.position, f.code`,
        [productIds],
      ),
    );
    return new Map(
      productIds.map((id) => [id, rows.filter((row) => row.productId === id).map(({ platform, url }) => ({ platform, url }))]),
    );
  }

  /** The shops of a whole cooperative, each once. */
  ofOrganization(orgId: string): Promise<ChannelLinkView[]> {
    return this.uow.read(null, (tx) =>
      tx.query<ChannelLinkView>(
        `select distinct on (l.url) f.name as platform, l.url from channel_listing l join channel_platform f on f.code = l.platform_code
         join product p on p.id = l.product_id and p.status = 'PUBLISHED'
         where l.org_id = $1 and l.state = 'SELLING' and l.url is not null order by l.url, f.position limit 20`,
        [orgId],
      ),
    );
  }

  /** After so many days without a step somebody should call; without a parameter nobody need. */
  private async stallDays(tx: Tx): Promise<number> {
    return (await this.law.number(tx, 'CHANNEL_STALL_DAYS', tx.today)) ?? NEVER;
  }

  private select(tx: Tx, actor: Actor, where: string, values: readonly unknown[]): Promise<Row[]> {
    return tx.query<Row>(`${selectSql(actor.locale)} where ${where}`, values);
  }
}

async function countOf(tx: Tx, where: string, values: readonly unknown[]): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    `select count(*)::int as count from channel_listing l where ${where}`,
    values,
  );
  return count;
}

const viewOf = (row: Row, today: string, stallDays: number): ChannelListingView => ({
  ...row,
  stalledDays: channelStalledDays({ state: row.state, movedOn: localDateOf(row.movedAt) }, today, stallDays),
  actions: actionsFrom(CHANNEL_TRANSITIONS, row.state),
});
