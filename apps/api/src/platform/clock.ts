import { Injectable } from '@nestjs/common';

/** The one place that reads the time, so that a test or the demo loader can stand at another day. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Business date in Việt Nam (UTC+7, no daylight saving). */
  today(): string {
    return new Date(this.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  }
}

/** A clock that stands where it is put. */
@Injectable()
export class SettableClock extends Clock {
  private at: Date | null = null;

  set(at: Date | null): void {
    this.at = at;
  }

  override now(): Date {
    return this.at ?? new Date();
  }
}
