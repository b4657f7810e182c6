import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, RowsRefused } from '../../platform/graphql/domain-error.graphql.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer, type Messages, resultUnion } from '../../platform/graphql/refusal.js';
import { mouMessages, type MouRefusal } from '../agreements/index.js';
import { SlipDraftService, type SlipDraftRefusal } from './slip-draft.service.js';

const messages: Messages<SlipDraftRefusal | MouRefusal> = {
  ...mouMessages,
  SLIP_WITHOUT_SELLER: {
    vi: () => 'Gian này không của một hợp tác xã nên chưa rõ bên bán. Hãy lập biên bản ở trang Biên bản và chọn bên bán.',
    en: () =>
      'This booth is no cooperative’s, so there is no seller yet. Make the memorandum on the page of agreements and choose one.',
  },
  SLIP_DRAFTED: {
    vi: () => 'Phiếu này đã được lập thành dự thảo. Hãy mở dự thảo đó.',
    en: () => 'A draft was already made from this slip. Open that draft.',
  },
};

@ObjectType({ description: 'The draft memorandum made from a slip.' })
@Authority('PARTIES')
export class SlipDraftMade {
  @Field(() => ID) mouId: string;
}

@InputType()
export class SlipDraftInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

export const SlipDraftResult = resultUnion('SlipDraftResult', () => [SlipDraftMade, Refused, RowsRefused] as const);

@Resolver()
export class SlipDraftResolver {
  constructor(private readonly service: SlipDraftService) {}

  @Mutation(() => SlipDraftResult)
  @Authority('slip.answer')
  async slipDraft(@Args('input') input: SlipDraftInput, @CurrentActor() actor: Actor): Promise<typeof SlipDraftResult> {
    const made = await this.service.draft(actor, input);
    return answer(made, 'SlipDraftMade', (mouId) => Promise.resolve({ mouId }), messages, actor.locale) as unknown as Promise<
      typeof SlipDraftResult
    >;
  }
}
