import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  actionsFrom,
  CERTIFICATE_TRANSITIONS,
  type CertificateAction,
  type Locale,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, MaybeActor, ReaderLocale } from '../../platform/graphql/context.js';
import { AvailableAction } from '../../platform/graphql/domain-error.graphql.js';
import { answer, explain } from '../../platform/graphql/refusal.js';
import {
  Certificate,
  CertificateActionInput,
  CertificateConnection,
  CertificateCorrectInput,
  CertificateDeclareInput,
  CertificateExpiry,
  CertificateKindInfo,
  CertificateResult,
} from './certificate.graphql.js';
import { certificateMessages } from './certificate.messages.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateService } from './certificate.service.js';
import type { CertificateView } from './certificate.view.js';

type Answer = Promise<typeof CertificateResult>;

@Resolver(() => Certificate)
export class CertificateResolver {
  constructor(
    private readonly queries: CertificateQueries,
    private readonly service: CertificateService,
  ) {}

  @ResolveField(() => String, { description: "The kind in the reader's language." })
  kindName(@Parent() { kind, kindNames }: CertificateView, @ReaderLocale() locale: Locale): string {
    return kindNames?.[locale] ?? kind;
  }

  @ResolveField(() => [AvailableAction])
  availableActions(@Parent() certificate: CertificateView, @MaybeActor() actor: Actor | null): AvailableAction[] {
    if (!actor) return [];
    const mine = allows(actor, 'certificate.declare', { ownerOrgId: certificate.orgId });
    const judges = allows(actor, 'certificate.verify', {});
    const own = certificate.declaredBy === actor.userId;
    return actionsFrom(CERTIFICATE_TRANSITIONS, certificate.decision)
      .filter((action) => (OF_HOLDER.includes(action) ? mine : judges))
      .map((action) =>
        action === 'verify' && own
          ? {
              action,
              allowed: false,
              reason: explain(certificateMessages, { code: 'DECLARED_BY_YOURSELF' }, actor.locale).message,
            }
          : { action, allowed: true, reason: null },
      );
  }

  @Query(() => [CertificateKindInfo], { description: 'Every kind of paper the register knows, in its order.' })
  @Authority('PUBLIC')
  async certificateKinds(@ReaderLocale() locale: Locale): Promise<CertificateKindInfo[]> {
    const kinds = await this.queries.kinds();
    return kinds.map(({ code, nameVi, nameEn, scope, term }) => ({
      code,
      name: locale === 'en' ? nameEn : nameVi,
      scope,
      months: term?.months ?? null,
      isTermFixed: term?.fixed ?? false,
    }));
  }

  @Query(() => [Certificate], { description: "The acting organization's papers with their history." })
  @Authority('SIGNED_IN')
  myCertificates(@CurrentActor() actor: Actor): Promise<Certificate[]> {
    return this.queries.mine(actor);
  }

  @Query(() => [Certificate])
  @Authority('certificate.verify')
  certificatesToVerify(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
  ): Promise<Certificate[]> {
    return this.queries.toVerify(first);
  }

  @Query(() => CertificateConnection, { description: 'Papers that end within so many days; with 0 those that have ended.' })
  @Authority('certificate.verify')
  certificatesExpiring(
    @Args('days', { type: () => Int, nullable: true, defaultValue: 90 }) days: number,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<InstanceType<typeof CertificateConnection>> {
    return this.queries.expiring(days, first, after);
  }

  @Query(() => CertificateExpiry)
  @Authority('certificate.verify')
  certificateExpiry(): Promise<CertificateExpiry> {
    return this.queries.expiry();
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.declare')
  async certificateDeclare(@Args('input') input: CertificateDeclareInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.declare(actor, input));
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.declare')
  async certificateCorrect(@Args('input') input: CertificateCorrectInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.correct(actor, input));
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.declare')
  async certificateWithdraw(@Args('input') input: CertificateActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.verify')
  async certificateVerify(
    @Args('clientKey', { type: () => String }) clientKey: string,
    @Args('id', { type: () => ID }) id: string,
    @CurrentActor() actor: Actor,
  ): Answer {
    return this.answer(actor, await this.service.verify(actor, { clientKey, id }));
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.verify')
  async certificateReturn(@Args('input') input: CertificateActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.giveBack(actor, input));
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.verify')
  async certificateRevoke(@Args('input') input: CertificateActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.revoke(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(result, 'Certificate', (id) => this.queries.byId(actor, id), certificateMessages, actor.locale) as Answer;
  }
}

const OF_HOLDER: readonly CertificateAction[] = ['correct', 'withdraw'];
