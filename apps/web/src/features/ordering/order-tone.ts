import type { Tone } from '@lienket/ui';
import type { OrderStatus, PaymentRequestStatus, ShipmentStatus } from '../../gql/graphql';

export const orderTone: Record<OrderStatus, Tone> = {
  PLACED: 'warning',
  COUNTERED: 'warning',
  CONFIRMED: 'info',
  REFUSED: 'danger',
  CANCELLED: 'neutral',
  IN_DELIVERY: 'info',
  RECEIVED_PART: 'info',
  RECEIVED: 'success',
  CLOSED: 'neutral',
};

export const shipmentTone: Record<ShipmentStatus, Tone> = {
  DISPATCHED: 'info',
  ARRIVED: 'warning',
  RECEIVED: 'success',
  RETURNED: 'danger',
};

export const paymentTone: Record<PaymentRequestStatus, Tone> = {
  DUE: 'warning',
  DECLARED: 'warning',
  PART_PAID: 'info',
  PAID: 'success',
};
