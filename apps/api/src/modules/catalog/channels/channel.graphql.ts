import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import * as view from './channel.view.js';

export const ChannelState = enumOf(view.CHANNEL_STATES);
registerEnumType(ChannelState, { name: 'ChannelState' });
export const ChannelAction = enumOf(view.CHANNEL_ACTIONS);
registerEnumType(ChannelAction, { name: 'ChannelAction' });

@ObjectType()
@Authority('PUBLIC')
export class ChannelPlatform {
  @Field(() => ID) code: string;
  @Field(() => String) name: string;
  @Field(() => [String], { description: 'Hosts its links live on; none for an own site.' }) hosts: string[];
}

@ObjectType({ description: "A step of the Alliance's own guide, not a rule of the platform." })
@Authority('PUBLIC')
export class ChannelStep {
  @Field(() => String) code: string;
  @Field(() => String) text: string;
  @Field(() => Instant, { nullable: true }) doneAt: Date | null;
}

@ObjectType()
@Authority('PARTIES')
export class ChannelSale {
  @Field(() => LocalDate, { description: 'First day of the month.' }) month: string;
  @Field(() => QuantityScalar, { nullable: true }) qty: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType()
@Authority('PARTIES')
export class ChannelCall {
  @Field(() => ID) id: string;
  @Field(() => String) note: string;
  @Field(() => String) calledBy: string;
  @Field(() => Instant) calledAt: Date;
}

@ObjectType({ description: 'A product on a platform, as its cooperative reports it.' })
@Authority('PARTIES')
export class ChannelListing {
  @Field(() => ID) id: string;
  @Field(() => ID) productId: string;
  @Field(() => String) productName: string;
  @Field(() => String) baseUnit: string;
  @Field(() => OrganizationRef) cooperative: OrganizationRef;
  @Field(() => ChannelPlatform) platform: ChannelPlatform;
  @Field(() => String, { nullable: true }) url: string | null;
  @Field(() => ChannelState) state: view.ChannelState;
  @Field(() => LocalDate, { nullable: true }) lastCheckedOn: string | null;
  @Field(() => String, { nullable: true }) lastCheckedBy: string | null;
  @Field(() => String, { nullable: true }) lastCheckNote: string | null;
  @Field(() => Instant, { description: 'The last step or change of state.' }) movedAt: Date;
  @Field(() => Int, { nullable: true, description: 'Null while nobody need call.' }) stalledDays: number | null;
  @Field(() => [ChannelStep]) steps: ChannelStep[];
  @Field(() => [ChannelSale]) sales: ChannelSale[];
  @Field(() => [ChannelCall]) calls: ChannelCall[];
  @Field(() => [ChannelAction]) actions: (keyof typeof ChannelAction)[];
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
}

export const ChannelListingConnection = connectionOf('ChannelListing', ChannelListing, 'board.view');

@ObjectType({ description: 'Where consumers can buy a product now.' })
@Authority('PUBLIC')
export class ChannelLink {
  @Field(() => String) platform: string;
  @Field(() => String) url: string;
}

export const ChannelListingResult = resultUnion(
  'ChannelListingResult',
  () => [ChannelListing, Refused, VersionConflict] as const,
);

@InputType()
export class ChannelAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => String) platformCode: string;
  @Field(() => String, { nullable: true }) url?: string | null;
}

@InputType()
export class ChannelChangeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true, description: 'As it stands when left out.' }) url?: string | null;
  @Field(() => ChannelAction, { nullable: true }) action?: keyof typeof ChannelAction | null;
}

@InputType()
export class ChannelStepInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) listingId: string;
  @Field(() => String) stepCode: string;
  @Field(() => Boolean) done: boolean;
}

@InputType()
export class ChannelCheckInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) listingId: string;
  @Field(() => LocalDate) checkedOn: string;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ChannelSaleInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) listingId: string;
  @Field(() => LocalDate, { description: 'Any day of the month.' }) month: string;
  @Field(() => QuantityScalar, { nullable: true }) qty?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ChannelCallInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) listingId: string;
  @Field(() => String) note: string;
}

@InputType()
export class ChannelFollowUpFilter {
  @Field(() => String, { nullable: true }) platform?: string | null;
  @Field(() => Boolean, { nullable: true }) stalled?: boolean | null;
}
