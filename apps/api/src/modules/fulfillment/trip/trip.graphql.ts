import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TRIP_LOAD_STATES, TRIP_MEMBER_STATES, TRIP_STATES } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import { TRIP_ROLES } from './trip.view.js';

export const TripState = enumOf(TRIP_STATES);
registerEnumType(TripState, { name: 'TripState', description: 'Read from the loads; nobody types it.' });
export const TripLoadState = enumOf(TRIP_LOAD_STATES);
registerEnumType(TripLoadState, { name: 'TripLoadState' });
export const TripMemberStatus = enumOf(TRIP_MEMBER_STATES);
registerEnumType(TripMemberStatus, { name: 'TripMemberStatus' });
export const TripRole = enumOf(TRIP_ROLES);
registerEnumType(TripRole, { name: 'TripRole', description: 'WATCHER: the Alliance on a trip of others.' });
export const TripStopKind = enumOf(['LOAD', 'UNLOAD'] as const);
registerEnumType(TripStopKind, { name: 'TripStopKind' });

@ObjectType({ description: 'What one cooperative loads or has unloaded at a stop: weight alone, never goods or prices.' })
@Authority('PARTIES')
export class TripPart {
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => QuantityScalar) weightKg: string;
  @Field(() => TripLoadState) state: keyof typeof TripLoadState;
}

@ObjectType()
@Authority('PARTIES')
export class TripStop {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'From 1 to stopCount.' }) position: number;
  @Field(() => TripStopKind) kind: keyof typeof TripStopKind;
  @Field(() => String) placeName: string;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => Instant, { nullable: true }) expectedAt: Date | null;
  @Field(() => Instant, { nullable: true, description: 'When the last of the reader’s part left here or was taken off here.' })
  doneAt: Date | null;
  @Field(() => [TripPart]) parts: TripPart[];
}

@ObjectType()
@Authority('PARTIES')
export class TripMember {
  @Field(() => OrganizationRef) org: OrganizationRef;
  @Field(() => TripMemberStatus) status: keyof typeof TripMemberStatus;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => QuantityScalar) weightKg: string;
  @Field(() => Boolean) onBoard: boolean;
}

@ObjectType({ description: "The reader's own goods on the truck: what one order sends to one place." })
@Authority('PARTIES')
export class TripLoad {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => ID) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => ID) stopId: string;
  @Field(() => ID) locationId: string;
  @Field(() => String) placeName: string;
  @Field(() => QuantityScalar) weightKg: string;
  @Field(() => TripLoadState) state: keyof typeof TripLoadState;
  @Field(() => ID, { nullable: true }) shipmentId: string | null;
  @Field(() => String, { nullable: true }) shipmentNumber: string | null;
  @Field(() => Boolean) mayChange: boolean;
}

@ObjectType({ description: 'One truck that several cooperatives share; each reader sees its own part.' })
@Authority('PARTIES')
export class Trip {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => OrganizationRef) opener: OrganizationRef;
  @Field(() => TripRole) role: keyof typeof TripRole;
  @Field(() => TripMemberStatus, { nullable: true, description: "The reader's own." }) standing:
    keyof typeof TripMemberStatus | null;
  @Field(() => TripState) state: keyof typeof TripState;
  @Field(() => String) vehicle: string;
  @Field(() => String) driverName: string;
  @Field(() => String) driverPhone: string;
  @Field(() => Instant) departsAt: Date;
  @Field(() => QuantityScalar, { nullable: true }) capacityKg: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Of all; not told to buyers.' }) bookedKg: string | null;
  @Field(() => QuantityScalar, { nullable: true }) freeKg: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) cancelReason: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
  @Field(() => Int) stopCount: number;
  @Field(() => [TripMember], { description: 'All for whoever opened the trip and the Alliance, else the reader’s own.' })
  members: TripMember[];
  @Field(() => [TripStop], { description: 'All for whoever opened the trip and the Alliance, else the reader’s own.' })
  stops: TripStop[];
  @Field(() => [TripLoad]) loads: TripLoad[];
  @Field(() => String) sheetUrl: string;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

@ObjectType({ description: 'Goods of an order that wait to be sent to one place.' })
@Authority('SIGNED_IN')
export class TripCargo {
  @Field(() => ID) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => String) buyerName: string;
  @Field(() => ID) locationId: string;
  @Field(() => String) placeName: string;
  @Field(() => LocalDate) neededOn: string;
  @Field(() => QuantityScalar, { description: 'What is sold by the kilogram.' }) openKg: string;
  @Field(() => Int, { description: 'Lines sold otherwise: their weight is for the seller to say.' }) otherLines: number;
}

@ObjectType({ description: 'Room that an order holds on a trip.' })
@Authority('PARTIES')
export class OrderTrip {
  @Field(() => ID) tripId: string;
  @Field(() => String) number: string;
  @Field(() => String) vehicle: string;
  @Field(() => String) driverName: string;
  @Field(() => String) driverPhone: string;
  @Field(() => Instant) departsAt: Date;
  @Field(() => String) placeName: string;
  @Field(() => ID) locationId: string;
  @Field(() => QuantityScalar) weightKg: string;
  @Field(() => Instant, { nullable: true }) expectedAt: Date | null;
}

@ObjectType({ description: 'Another shipment to the same buyer on the truck, where the reader may see it.' })
@Authority('PARTIES')
export class TripNeighbor {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) sellerName: string;
  @Field(() => Boolean, { description: 'Not counted yet.' }) waits: boolean;
}

@ObjectType({ description: 'The shared truck of a shipment, as the parties to the shipment may know it.' })
@Authority('PARTIES')
export class ShipmentTrip {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => Int, { description: 'Of the stop where the goods are unloaded, from 1 to stopCount.' }) position: number;
  @Field(() => Int) stopCount: number;
  @Field(() => String) placeName: string;
  @Field(() => Instant, { nullable: true }) expectedAt: Date | null;
  @Field(() => [TripNeighbor]) others: TripNeighbor[];
}

export const TripConnection = connectionOf('Trip', Trip, 'SIGNED_IN');
export const TripResult = resultUnion('TripResult', () => [Trip, Refused, VersionConflict] as const);

@InputType()
export class TripOpenInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) vehicle: string;
  @Field(() => String) driverName: string;
  @Field(() => String) driverPhone: string;
  @Field(() => Instant) departsAt: Date;
  @Field(() => QuantityScalar, { nullable: true }) capacityKg?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [ID], { description: 'Cooperatives to invite.' }) invited: string[];
}

@InputType()
export class TripInviteInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => [ID]) invited: string[];
}

@InputType()
export class TripAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Boolean, { description: 'false: decline, or leave with what is not on board.' }) join: boolean;
  @Field(() => String, { nullable: true, description: 'Where the goods are loaded; the own first place when left out.' })
  place?: string | null;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class TripDropInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => ID) orgId: string;
  @Field(() => String) reason: string;
}

@InputType()
export class TripLoadPutInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => ID) orderId: string;
  @Field(() => ID, { description: 'Where the order wants the goods.' }) locationId: string;
  @Field(() => QuantityScalar, { description: 'With packing.' }) weightKg: string;
}

@InputType()
export class TripLoadRemoveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => ID) loadId: string;
}

@InputType()
export class TripStopInput {
  @Field(() => ID) id: string;
  @Field(() => Instant, { nullable: true }) expectedAt?: Date | null;
}

@InputType()
export class TripArrangeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => [TripStopInput], { description: 'All stops, in the order they are driven.' }) stops: TripStopInput[];
}

@InputType()
export class TripCancelInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
}
