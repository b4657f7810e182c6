import { createHmac } from 'node:crypto';
import type { DoubleEvent } from './stripe-book.js';

export type Trouble = 'answerLost' | 'answerCut' | 'eventLost' | 'eventDoubled' | 'eventLate';

/** How often something goes wrong, from 0 to 1; the same seed makes the same troubles. */
export class Troubles {
  private state: number;

  constructor(
    private readonly chances: Partial<Record<Trouble, number>>,
    seed = 1,
  ) {
    this.state = seed >>> 0;
  }

  happens(trouble: Trouble): boolean {
    return this.next() < (this.chances[trouble] ?? 0);
  }

  /** Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

type Deliver = (body: string, signature: string) => Promise<boolean>;

const LATE_MS = 150;
const TRIES = 5;

/** Signs events as Stripe does (`t=…,v1=HMAC-SHA256(t.body)`) and delivers each at least once, unless told to lose it. */
export class WebhookSender {
  readonly events: DoubleEvent[] = [];
  private deliver: Deliver | null = null;
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  constructor(
    private readonly secret: string,
    private readonly troubles: Troubles = new Troubles({}),
  ) {}

  /** True from `deliver` means that the event was acknowledged. */
  to(deliver: Deliver): void {
    this.deliver = deliver;
  }

  send(event: DoubleEvent): void {
    this.events.push(event);
    if (this.troubles.happens('eventLost')) return;
    const delay = this.troubles.happens('eventLate') ? Math.ceil(this.troubles.next() * LATE_MS) : 0;
    this.after(delay, () => this.post(event, 1));
    if (this.troubles.happens('eventDoubled'))
      this.after(delay + Math.ceil(this.troubles.next() * LATE_MS), () => this.post(event, 1));
  }

  /** Once more, as when somebody presses "resend". */
  async again(event: DoubleEvent): Promise<void> {
    await this.post(event, TRIES);
  }

  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }

  private after(delay: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void work();
    }, delay);
    this.timers.add(timer);
  }

  private async post(event: DoubleEvent, attempt: number): Promise<void> {
    if (!this.deliver || this.stopped) return;
    const { id, type, created, object } = event;
    const body = JSON.stringify({
      id,
      object: 'event',
      api_version: '2025-01-01',
      created,
      type,
      livemode: false,
      data: { object },
    });
    const acknowledged = await this.deliver(body, this.signatureOf(body)).catch(() => false);
    if (!acknowledged && attempt < TRIES) this.after(LATE_MS * attempt, () => this.post(event, attempt + 1));
  }

  signatureOf(body: string, at = Math.floor(Date.now() / 1000)): string {
    return `t=${at},v1=${createHmac('sha256', this.secret).update(`${at}.${body}`).digest('hex')}`;
  }
}
