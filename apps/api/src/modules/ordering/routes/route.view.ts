export interface RouteStopView {
  readonly locationId: string;
  readonly name: string;
  readonly buyerName: string;
}

export interface RouteView {
  readonly id: string;
  readonly name: string;
  readonly isGeneral: boolean;
  readonly weekdays: number[];
  readonly cutoffDays: number;
  readonly cutoffTime: string;
  readonly runsOnHolidays: boolean;
  readonly minOrderValue: bigint | null;
  /** To the seller all of them, to a buyer its own. */
  readonly stops: RouteStopView[];
  readonly version: number;
}

export interface HolidayView {
  readonly day: string;
  readonly name: string;
}
