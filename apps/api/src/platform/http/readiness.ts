import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

/** Turns the readiness answer to 503 before connections are drained. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  isStopping = false;

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }
}
