export interface TripOpenCommand {
  readonly clientKey: string;
  readonly vehicle: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly departsAt: Date;
  readonly capacityKg?: string | null;
  readonly note?: string | null;
  readonly invited: readonly string[];
}

export interface TripInviteCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly invited: readonly string[];
}

export interface TripAnswerCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly join: boolean;
  /** Where the truck loads the member's goods; its own first place when left out. */
  readonly place?: string | null;
  readonly reason?: string | null;
}

export interface TripDropCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly orgId: string;
  readonly reason: string;
}

export interface TripLoadPutCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly orderId: string;
  readonly locationId: string;
  readonly weightKg: string;
}

export interface TripLoadRemoveCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly loadId: string;
}

export interface TripArrangeCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly stops: readonly { readonly id: string; readonly expectedAt?: Date | null }[];
}

export interface TripCancelCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}
