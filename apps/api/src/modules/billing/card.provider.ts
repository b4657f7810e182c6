import { Injectable } from '@nestjs/common';
import { refuse, type Result } from '@lienket/domain';
import type { PaymentRefusal } from './payment.messages.js';
import type { PaymentInstruction, PaymentProvider } from './payment-provider.js';

/** Cards are not accepted by anybody here yet; the buyer is told so instead of finding nothing. */
@Injectable()
export class CardProvider implements PaymentProvider {
  readonly method = 'CARD';

  describe(): Result<PaymentInstruction, PaymentRefusal> {
    return refuse({ code: 'CARD_NOT_OPEN' });
  }
}
