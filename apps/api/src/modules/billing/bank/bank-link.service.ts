import { Inject, Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { NAME_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { BankLink } from './bank-link.entity.js';
import { bankLinkSecret } from './bank-signature.js';

export type LinkRefusal =
  | { readonly code: 'LINK_NAME_MISSING' }
  | { readonly code: 'LINK_NAME_TOO_LONG'; readonly max: number }
  | { readonly code: 'LINK_REVOKED' };

export const linkMessages: Messages<LinkRefusal> = {
  LINK_NAME_MISSING: {
    vi: () => 'Hãy đặt tên để nhận ra ngân hàng này.',
    en: () => 'Name the bank, so that you know it again.',
    field: 'name',
  },
  LINK_NAME_TOO_LONG: {
    vi: ({ max }) => `Tên dài tối đa ${max} ký tự.`,
    en: ({ max }) => `A name has at most ${max} characters.`,
    field: 'name',
  },
  LINK_REVOKED: { vi: () => 'Kết nối này đã bị ngắt.', en: () => 'This link has been cut already.' },
};

export interface BankLinkView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly address: string;
  /** Only in the answer that made it. */
  readonly secret: string | null;
}

/** The links over which banks report arrivals on a seller's account. */
@Injectable()
export class BankLinkService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  create(actor: Actor, input: { readonly clientKey: string; readonly name: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'bankLinkCreate', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'bank.link', { sellerOrgId: actor.orgId });
      const name = trimmed(input.name);
      if (!name) return refuse<LinkRefusal>({ code: 'LINK_NAME_MISSING' });
      if (tooLong(name, NAME_MAX)) return refuse<LinkRefusal>({ code: 'LINK_NAME_TOO_LONG', max: NAME_MAX });
      const id = newId();
      await tx.insert(BankLink, { id, orgId: actor.orgId, name, createdBy: actor.userId });
      await tx.audit('bank-link.create', 'bank_link', id, { name });
      return accept(id);
    });
  }

  revoke(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'bankLinkRevoke', clientKey: input.clientKey, input }, async (tx) => {
      const link = await tx.one<{ id: string; orgId: string; revokedAt: Date | null }>(
        'select id, org_id as "orgId", revoked_at as "revokedAt" from bank_link where id = $1 for update',
        [idOf(input.id)],
      );
      assertMay(actor, 'bank.link', { sellerOrgId: link.orgId });
      if (link.revokedAt) return refuse<LinkRefusal>({ code: 'LINK_REVOKED' });
      await tx.query('update bank_link set revoked_at = $2 where id = $1', [link.id, tx.now]);
      await tx.audit('bank-link.revoke', 'bank_link', link.id);
      return accept(link.id);
    });
  }

  list(actor: Actor): Promise<BankLinkView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Omit<BankLinkView, 'address' | 'secret'>>(
        `select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt" from bank_link
         where org_id = $1 order by id desc limit 50`,
        [actor.orgId],
      );
      return rows.map((row) => ({ ...row, address: this.addressOf(row.id), secret: null }));
    });
  }

  /** `withSecret`: for the answer that made the link, which is the only place where its secret is told. */
  async byId(actor: Actor, id: string, withSecret: boolean): Promise<BankLinkView> {
    const row = await this.uow.read(actor, (tx) =>
      tx.one<Omit<BankLinkView, 'address' | 'secret'>>(
        'select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt" from bank_link where id = $1',
        [idOf(id)],
      ),
    );
    return { ...row, address: this.addressOf(id), secret: withSecret ? bankLinkSecret(id, this.config.secret) : null };
  }

  private addressOf(id: string): string {
    return `${this.config.publicUrl ?? ''}/webhooks/bank/${id}`;
  }
}
