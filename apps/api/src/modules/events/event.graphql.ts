import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../identity/index.js';

@ObjectType({ description: 'A line of the notice worth keeping; the detail quotes the words it rests on.' })
@Authority('PUBLIC')
export class EventFact {
  @Field(() => String) kind: string;
  @Field(() => Int) position: number;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) detail: string | null;
  @Field(() => OrganizationRef, { nullable: true }) organization: OrganizationRef | null;
}

@ObjectType({ description: 'A display point; its owner is unknown until the register says so.' })
@Authority('PUBLIC')
export class Booth {
  @Field(() => Int) position: number;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => OrganizationRef, { nullable: true }) owner: OrganizationRef | null;
  @Field(() => String, { nullable: true }) ownerUnitName: string | null;
  @Field(() => String, { nullable: true }) goods: string | null;
}

@ObjectType()
@Authority('PUBLIC')
export class Event {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => String) title: string;
  @Field(() => LocalDate) heldOn: string;
  @Field(() => String) host: string;
  @Field(() => String, { nullable: true }) chair: string | null;
  @Field(() => String) sourceTitle: string;
  @Field(() => String, { nullable: true, description: 'Blank in the source, blank here.' }) sourceNumber: string | null;
  @Field(() => LocalDate, { nullable: true }) sourceSignedOn: string | null;
  @Field(() => Int, { nullable: true }) attendanceApprox: number | null;
  @Field(() => Int, { nullable: true }) boothCount: number | null;
  @Field(() => Int, { nullable: true }) tableCount: number | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
  @Field(() => Int, { nullable: true }) signingPartyCount: number | null;
  @Field(() => [EventFact]) facts: EventFact[];
  @Field(() => [Booth]) booths: Booth[];
}

/** An event as agreements point to it. */
@ObjectType()
@Authority('PUBLIC')
export class EventRef {
  @Field(() => String) code: string;
  @Field(() => String) title: string;
  @Field(() => LocalDate) heldOn: string;
}
