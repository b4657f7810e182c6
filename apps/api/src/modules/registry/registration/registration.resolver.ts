import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { type GraphqlContext, Http, localeOf, MaybeActor } from '../../../platform/graphql/context.js';
import { explain } from '../../../platform/graphql/refusal.js';
import { tidyLine } from '../../../platform/text.js';
import { OrganizationRegisterInput, OrganizationRegisterResult } from './registration.graphql.js';
import { registrationMessages } from './registration.messages.js';
import { RegistrationService } from './registration.service.js';

@Resolver()
export class RegistrationResolver {
  constructor(private readonly service: RegistrationService) {}

  @Mutation(() => OrganizationRegisterResult)
  @Authority('PUBLIC')
  async organizationRegister(
    @Args('input') input: OrganizationRegisterInput,
    @MaybeActor() actor: Actor | null,
    @Http() http: GraphqlContext,
  ): Promise<typeof OrganizationRegisterResult> {
    const caller = { ip: http.req.ip, userAgent: http.req.headers['user-agent'] };
    const result = actor ? await this.service.bySomebody(actor, input) : await this.service.byVisitor(input, caller);
    if (!result.ok) return explain(registrationMessages, result.refusal, localeOf(http));
    const received = { name: tidyLine(input.name) ?? '', organizationId: actor ? result.value : null };
    return Object.assign(received, { __typename: 'RegistrationReceived' });
  }
}
