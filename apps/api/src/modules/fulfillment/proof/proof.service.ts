import { Injectable } from '@nestjs/common';
import { accept, autoReceiptAt, nextState, refuse, type Refusal, type Result, SHIPMENT_TRANSITIONS } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { NAME_MAX, NOTE_MAX, OrderBook, tooLong, trimmed } from '../../ordering/index.js';
import { FileBook } from '../../registry/index.js';
import { scheduleAutoReceipt } from '../receipt/auto-receipt.job.js';
import { lockShipment, orderOfShipment } from '../receipt/locked-shipment.js';
import { PhotoBook } from '../receipt/photo-book.js';
import { Shipment } from '../shipment.entity.js';
import type { ShipmentRefusal } from '../shipment.messages.js';
import { shipmentArrived } from '../shipment.notices.js';
import type { ProofCommand } from '../shipment.view.js';
import { DeliveryProof } from './delivery-proof.entity.js';

/** The hand-over at the ramp: a name, a signature, pictures. From here the receiver's silence has a clock. */
@Injectable()
export class ProofService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly files: FileBook,
    private readonly photos: PhotoBook,
  ) {}

  record(actor: Actor, input: ProofCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'deliveryProof', clientKey: input.clientKey, input }, async (tx) => {
      const id = idOf(input.shipmentId);
      const order = await this.orders.forShipment(tx, await orderOfShipment(tx, id));
      const shipment = await lockShipment(tx, id);
      assertMay(actor, 'proof.record', shipment);
      const moved = nextState(SHIPMENT_TRANSITIONS, shipment.status, 'arrive');
      if (!moved.ok) return refuse<ShipmentRefusal>({ code: 'ALREADY_ARRIVED' });
      const receiverName = trimmed(input.receiverName);
      if (!receiverName) return refuse<ShipmentRefusal>({ code: 'RECEIVER_NAME_MISSING' });
      const note = trimmed(input.note);
      if (tooLong(receiverName, NAME_MAX)) {
        return refuse<ShipmentRefusal>({ code: 'TEXT_TOO_LONG', field: 'receiverName', max: NAME_MAX });
      }
      if (tooLong(note, NOTE_MAX)) return refuse<ShipmentRefusal>({ code: 'TEXT_TOO_LONG', field: 'note', max: NOTE_MAX });
      const signature = await this.files.attach(tx, idOf(input.signatureId), actor.orgId);
      const again = autoReceiptAt(tx.now, shipment.autoReceiptHours);
      await tx.updateVersioned(Shipment, id, shipment.version, { status: moved.value, arrivedAt: tx.now, autoReceiptAt: again });
      const { sellerOrgId, buyerOrgId } = shipment;
      const proofId = newId();
      await tx.insert(DeliveryProof, {
        id: proofId,
        shipmentId: id,
        sellerOrgId,
        buyerOrgId,
        receiverName,
        signatureFileId: signature.id,
        note,
        signedAt: input.signedAt ?? null,
        recordedAt: tx.now,
        recordedBy: actor.userId,
      });
      await this.photos.attach(tx, actor, shipment, [{ type: 'PROOF', id: proofId, fileIds: input.photoIds }]);
      await scheduleAutoReceipt(tx, id, again);
      await tx.audit('shipment.arrive', 'order', order.id, { shipmentId: id, number: shipment.number });
      const facts = { shipmentId: id, orderNumber: order.number };
      const told = actor.orgId === buyerOrgId ? sellerOrgId : buyerOrgId;
      await sendNotice(tx, shipmentArrived, { orgId: told, facts, key: id });
      return accept(id);
    });
  }
}
