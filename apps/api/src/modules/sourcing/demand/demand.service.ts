import { Injectable } from '@nestjs/common';
import {
  accept,
  DEMAND_TRANSITIONS,
  type DemandAction,
  type DemandState,
  demandStateOn,
  type DemandStoredState,
  nextState,
  quantity,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { DemandAnswer } from './demand-answer.entity.js';
import { DemandCeiling } from './demand-ceiling.entity.js';
import { DemandChoice } from './demand-choice.entity.js';
import { DemandPost } from './demand-post.entity.js';
import { DEMAND_PUBLISHED } from './demand-published.job.js';
import { checkChosen, checkDemand, SUPPLIER_KINDS } from './demand-terms.js';
import type { DemandRefusal } from './demand.messages.js';
import { demandAnswered } from './demand.notices.js';
import type { DemandActionCommand, DemandAnswerCommand, DemandSaveCommand } from './demand.view.js';

const NOTE_MAX = 2000;

interface Standing {
  readonly id: string;
  readonly title: string;
  readonly buyerOrgId: string;
  readonly state: DemandStoredState;
  readonly visibility: string;
  readonly openUntil: string | null;
  readonly version: number;
}

/** A buyer's need from draft to end, and the cooperatives' answers to it. */
@Injectable()
export class DemandService {
  constructor(private readonly uow: UnitOfWork) {}

  save(actor: Actor, input: DemandSaveCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'demandSave', clientKey: input.clientKey, input }, async (tx) => {
      const draft = input.id ? await lock(tx, idOf(input.id)) : null;
      assertMay(actor, 'demand.manage', { buyerOrgId: draft?.buyerOrgId ?? actor.orgId });
      if (draft && draft.version !== input.version) return versionConflict(draft.version);
      const moved = draft ? move(draft, 'edit', tx.today) : accept('DRAFT' as const);
      if (!moved.ok) return moved;
      const checked = await checkDemand(tx, actor.orgId, input);
      if (!checked.ok) return checked;
      const chosen = await checkChosen(tx, actor.orgId, input);
      if (!chosen.ok) return chosen;
      const { basis, periodFrom, periodTo, visibility } = input;
      const columns = { ...checked.value, basis, periodFrom, periodTo, visibility, openUntil: input.openUntil ?? null };
      const id = draft?.id ?? newId();
      if (draft) await tx.updateVersioned(DemandPost, id, draft.version, columns);
      else await create(tx, actor, { ...columns, id });
      await saveParts(tx, actor.orgId, id, input.ceilingPrice ?? null, chosen.value);
      await tx.audit('demand.save', 'demand', id);
      return accept(id);
    });
  }

  publish(actor: Actor, input: DemandActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'publish', async (tx, post) => {
      const { status, chosen } = await tx.one<{ status: string; chosen: number }>(
        `select status, (select count(*)::int from demand_choice where post_id = $2) as chosen from organization where id = $1`,
        [post.buyerOrgId, post.id],
      );
      if (status !== 'ACTIVE') return refuse({ code: 'DEMAND_BUYER_NOT_ACTIVE' });
      if (post.visibility === 'CHOSEN' && chosen === 0) return refuse({ code: 'CHOSEN_MISSING' });
      if (!post.openUntil) return refuse({ code: 'OPEN_UNTIL_MISSING' });
      if (post.openUntil < tx.today) return refuse({ code: 'OPEN_UNTIL_PAST' });
      await tx.tell(DEMAND_PUBLISHED, { postId: post.id });
      const number = `CM-${tx.today.slice(0, 4)}-${String(await tx.nextNumber('CM')).padStart(6, '0')}`;
      return accept({ number, publishedAt: tx.now });
    });
  }

  close(actor: Actor, input: DemandActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'close', async (tx) => {
      const closeReason = tidyText(input.reason);
      if ((closeReason?.length ?? 0) > NOTE_MAX) return refuse({ code: 'DEMAND_TEXT_TOO_LONG', max: NOTE_MAX });
      return accept({ closeReason, closedAt: tx.now });
    });
  }

  /** The cooperative's word, changed as often as it likes while the post is open. */
  answer(actor: Actor, input: DemandAnswerCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'demandAnswer', clientKey: input.clientKey, input }, async (tx) => {
      const post = await lock(tx, idOf(input.postId), 'share');
      const may = await mayAnswer(tx, actor, post);
      if (!may.ok) return may;
      const note = tidyText(input.note);
      const weeklyQty = quantity(input.weeklyQty);
      if (!weeklyQty.isPositive) return refuse<DemandRefusal>({ code: 'WEEKLY_QTY_NOT_POSITIVE' });
      if ((note?.length ?? 0) > NOTE_MAX) return refuse<DemandRefusal>({ code: 'DEMAND_TEXT_TOO_LONG', max: NOTE_MAX });
      const productId = await ownProduct(tx, actor.orgId, input.productId);
      if (!productId.ok) return productId;
      const [{ id, version }] = (await tx.change<{ id: string; version: number }>(
        `insert into demand_answer (id, post_id, buyer_org_id, seller_org_id, product_id, weekly_qty, note, answered_by, answered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (post_id, seller_org_id) do update set product_id = excluded.product_id, weekly_qty = excluded.weekly_qty,
           note = excluded.note, answered_by = excluded.answered_by, answered_at = excluded.answered_at, withdrawn_at = null,
           version = demand_answer.version + 1
         returning id, version`,
        [
          newId(),
          post.id,
          post.buyerOrgId,
          actor.orgId,
          productId.value,
          weeklyQty.toDecimalString(),
          note,
          actor.userId,
          tx.now,
        ],
      )) as [{ id: string; version: number }];
      await tx.audit('demand.answer', 'demand', post.id, { answerId: id });
      const facts = { postId: post.id, title: post.title };
      await sendNotice(tx, demandAnswered, { orgId: post.buyerOrgId, facts, key: `${id}:${version}` });
      return accept(post.id);
    });
  }

  withdraw(actor: Actor, input: DemandActionCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'demandWithdraw', clientKey: input.clientKey, input }, async (tx) => {
      const post = await lock(tx, idOf(input.id), 'share');
      const own = await tx.one<{ id: string; version: number; withdrawnAt: Date | null }>(
        `select id, version, withdrawn_at as "withdrawnAt" from demand_answer where post_id = $1 and seller_org_id = $2 for update`,
        [post.id, actor.orgId],
      );
      assertMay(actor, 'demand.answer', { sellerOrgId: actor.orgId });
      if (own.version !== input.version) return versionConflict(own.version);
      if (own.withdrawnAt) return refuse<DemandRefusal>({ code: 'ANSWER_WITHDRAWN' });
      await tx.updateVersioned(DemandAnswer, own.id, own.version, { withdrawnAt: tx.now });
      await tx.audit('demand.withdraw', 'demand', post.id, { answerId: own.id });
      return accept(post.id);
    });
  }

  private act(
    actor: Actor,
    input: DemandActionCommand,
    action: DemandAction,
    decide: (tx: Tx, post: Standing) => Promise<Result<Partial<DemandPost>, DemandRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `demand.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const post = await lock(tx, idOf(input.id));
      assertMay(actor, 'demand.manage', post);
      if (post.version !== input.version) return versionConflict(post.version);
      const moved = move(post, action, tx.today);
      if (!moved.ok) return moved;
      const patch = await decide(tx, post);
      if (!patch.ok) return patch;
      await tx.updateVersioned(DemandPost, post.id, post.version, { ...patch.value, status: moved.value });
      await tx.audit(`demand.${action}`, 'demand', post.id);
      return accept(post.id);
    });
  }
}

function lock(tx: Tx, id: string, strength: 'update' | 'share' = 'update'): Promise<Standing> {
  return tx.one<Standing>(
    `select id, title, buyer_org_id as "buyerOrgId", status as state, visibility, open_until as "openUntil", version
     from demand_post where id = $1 for ${strength}`,
    [id],
  );
}

/** The stored state that `action` leads to, or the sentence that the post no longer allows it. */
function move(post: Standing, action: DemandAction, today: string): Result<DemandState, DemandRefusal> {
  const status = demandStateOn(post, today);
  const moved = nextState(DEMAND_TRANSITIONS, status, action);
  return moved.ok ? accept(moved.value) : refuse({ code: 'DEMAND_STATE', status });
}

async function create(tx: Tx, actor: Actor, columns: Partial<DemandPost>): Promise<void> {
  const { isDemo } = await tx.one<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [
    actor.orgId,
  ]);
  await tx.insert(DemandPost, { ...columns, buyerOrgId: actor.orgId, createdBy: actor.userId, isDemo });
}

async function saveParts(
  tx: Tx,
  buyerOrgId: string,
  postId: string,
  price: bigint | null,
  chosen: readonly string[],
): Promise<void> {
  await tx.query('delete from demand_ceiling where post_id = $1', [postId]);
  if (price !== null) await tx.insert(DemandCeiling, { postId, buyerOrgId, price });
  await tx.query('delete from demand_choice where post_id = $1', [postId]);
  await tx.insert(
    DemandChoice,
    chosen.map((sellerOrgId) => ({ postId, sellerOrgId, buyerOrgId })),
  );
}

async function mayAnswer(tx: Tx, actor: Actor, post: Standing): Promise<Result<null, DemandRefusal>> {
  assertMay(actor, 'demand.answer', { sellerOrgId: actor.orgId });
  if (post.buyerOrgId === actor.orgId) return refuse({ code: 'OWN_POST' });
  if (!SUPPLIER_KINDS.includes(actor.orgKind)) return refuse({ code: 'NOT_A_SELLER' });
  const moved = move(post, 'answer', tx.today);
  if (!moved.ok) return moved;
  const { status } = await tx.one<{ status: string }>('select status from organization where id = $1', [actor.orgId]);
  return status === 'ACTIVE' ? accept(null) : refuse({ code: 'SELLER_NOT_ACTIVE' });
}

async function ownProduct(tx: Tx, orgId: string, id: string | null | undefined): Promise<Result<string | null, DemandRefusal>> {
  if (!id) return accept(null);
  const [row] = isUuid(id)
    ? await tx.query<{ id: string }>('select id from product where id = $1 and org_id = $2', [id, orgId])
    : [];
  return row ? accept(row.id) : refuse({ code: 'PRODUCT_NOT_YOURS' });
}
