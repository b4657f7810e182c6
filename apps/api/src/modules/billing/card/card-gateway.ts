import type { CardFacts } from '@lienket/domain';

/** What the card service is asked to collect; amounts are whole đồng (a currency without a smaller unit). */
export interface CardOrder {
  /** The same key opens the same session, however often it is sent. */
  readonly key: string;
  readonly amount: bigint;
  readonly title: string;
  readonly reference: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

export interface CardSession {
  readonly sessionId: string;
  /** Where the payer enters the card: never on our pages. */
  readonly url: string;
}

/** What the card service says at this moment. */
export interface CardSeen extends CardFacts {
  readonly intentId: string | null;
  readonly disputed: boolean;
}

export interface CardNotice {
  readonly id: string;
  readonly type: string;
  /** Our key, the session or the payment intent it is about; null when it is about something else. */
  readonly objectId: string | null;
}

export interface CardRefundOrder {
  readonly key: string;
  readonly intentId: string;
  readonly amount: bigint;
}

/** A service that takes cards. Calls are made by jobs only, and may be repeated. */
export interface CardGateway {
  open(order: CardOrder): Promise<CardSession>;
  /** Ends a session that was not paid; one that ended by itself stays as it is. */
  close(sessionId: string): Promise<void>;
  read(sessionId: string): Promise<CardSeen>;
  refund(order: CardRefundOrder): Promise<void>;
  /** The event of a signed message; null when signature, age or shape are wrong. */
  noticeOf(body: Buffer, signature: string): CardNotice | null;
}

/** Null where no card service is set up. */
export const CARD_GATEWAY = Symbol('card gateway');
