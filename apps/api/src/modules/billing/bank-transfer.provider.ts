import { Injectable } from '@nestjs/common';
import { accept, buildVietQr, refuse, type Result, toTransferMemo } from '@lienket/domain';
import type { PaymentRefusal } from './payment.messages.js';
import type { PayableRequest, PaymentInstruction, PaymentProvider } from './payment-provider.js';

/** A transfer to the seller's own account; VietQR spares the payer the typing. */
@Injectable()
export class BankTransferProvider implements PaymentProvider {
  readonly method = 'BANK_TRANSFER';

  describe(request: PayableRequest): Result<PaymentInstruction, PaymentRefusal> {
    if (request.open <= 0n) return refuse({ code: 'NOTHING_OPEN' });
    return accept({ method: this.method, qrPayload: payloadOf(request) });
  }
}

/** Null where the account is unknown or VietQR cannot carry the amount: then the account's lines on the paper serve. */
function payloadOf({ bankBin, bankAccountNo, open, reference }: PayableRequest): string | null {
  if (!bankBin || !bankAccountNo) return null;
  const memo = toTransferMemo(reference);
  const payload = buildVietQr({ bin: bankBin, account: bankAccountNo, amount: open, memo, service: 'ACCOUNT' });
  return payload.ok ? payload.value : null;
}
