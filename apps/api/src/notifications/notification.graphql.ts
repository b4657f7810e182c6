import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NOTICE_GROUP_NAMES, NOTICE_WAYS } from '@lienket/domain';
import { Authority } from '../platform/auth/authority.js';
import { Refused } from '../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../platform/graphql/enum-of.js';
import { connectionOf } from '../platform/graphql/keyset.js';
import { resultUnion } from '../platform/graphql/refusal.js';
import { Instant } from '../platform/graphql/scalars.js';

export const NoticeGroup = enumOf(NOTICE_GROUP_NAMES);
registerEnumType(NoticeGroup, { name: 'NoticeGroup' });
export const NoticeWay = enumOf(NOTICE_WAYS);
registerEnumType(NoticeWay, {
  name: 'NoticeWay',
  description: 'In the app only, by e-mail at once, in the daily letter, or not at all.',
});

@ObjectType({ description: "What the reader was told about one fact, in the reader's language." })
@Authority('SIGNED_IN')
export class Notification {
  @Field(() => ID) id: string;
  @Field(() => NoticeGroup) group: keyof typeof NoticeGroup;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'What follows the title; often empty.' }) text: string;
  @Field(() => String, { description: "The app's own address of the thing." }) link: string;
  @Field(() => Boolean) urgent: boolean;
  @Field(() => Instant) createdAt: Date;
  @Field(() => Instant, { nullable: true }) readAt: Date | null;
}

export const NotificationConnection = connectionOf('Notification', Notification, 'SIGNED_IN');

@InputType()
export class NotificationFilter {
  @Field(() => NoticeGroup, { nullable: true }) group?: keyof typeof NoticeGroup | null;
  @Field(() => Boolean, { nullable: true }) unreadOnly?: boolean | null;
}

@ObjectType()
@Authority('SIGNED_IN')
export class NoticeGroupSetting {
  @Field(() => NoticeGroup) group: keyof typeof NoticeGroup;
  @Field(() => NoticeWay) way: keyof typeof NoticeWay;
  @Field(() => Boolean, { description: 'Told at once whatever the person wishes.' }) mandatory: boolean;
}

@ObjectType({ description: 'Minutes count from midnight in Việt Nam.' })
@Authority('SIGNED_IN')
export class NoticeSettings {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true }) email: string | null;
  @Field(() => [NoticeGroupSetting]) groups: readonly NoticeGroupSetting[];
  @Field(() => Int, { nullable: true }) quietFrom: number | null;
  @Field(() => Int, { nullable: true }) quietTo: number | null;
  @Field(() => Int) digestAt: number;
}

@InputType()
export class NoticeWayInput {
  @Field(() => NoticeGroup) group: keyof typeof NoticeGroup;
  @Field(() => NoticeWay) way: keyof typeof NoticeWay;
}

@InputType()
export class NoticeSettingsSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => [NoticeWayInput]) ways: NoticeWayInput[];
  @Field(() => Int, { nullable: true }) quietFrom?: number | null;
  @Field(() => Int, { nullable: true }) quietTo?: number | null;
  @Field(() => Int) digestAt: number;
}

export const NoticeSettingsResult = resultUnion('NoticeSettingsResult', () => [NoticeSettings, Refused] as const);
