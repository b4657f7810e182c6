import type { OrderStatus, PaymentRequestStatus, ShipmentStatus } from '../../gql/graphql';

type Mover = 'SELLER' | 'BUYER';
export type MoveStep = 'acknowledge' | 'decide' | 'dispatch' | 'receive' | 'confirmMoney' | 'pay' | 'close';

export interface OrderMove {
  mover: Mover;
  step: MoveStep;
  dueAt: string;
  overdue: boolean;
}

interface MovingOrder {
  status: OrderStatus;
  requestedOn: string;
  ackDueAt: string;
  ackOverdue: boolean;
  /** Known on the order's own page; the list answers from the state alone. */
  shipments?: readonly { status: ShipmentStatus; expectedOn: string }[];
  /** Only what is still open matters; without them a received order is nobody's move. */
  paymentRequests?: readonly { status: PaymentRequestStatus; dueOn: string; overdue: boolean }[];
}

const earliest = (days: readonly string[]) => [...days].sort()[0];

/** Who must move and by when; null when nobody has to. */
export function moveOf(order: MovingOrder, today: string): OrderMove | null {
  const move = (mover: Mover, step: MoveStep, dueAt: string, overdue = dueAt < today): OrderMove => ({
    mover,
    step,
    dueAt,
    overdue,
  });
  switch (order.status) {
    case 'PLACED':
      return move('SELLER', 'acknowledge', order.ackDueAt, order.ackOverdue);
    case 'COUNTERED':
      return move('BUYER', 'decide', order.requestedOn);
    case 'CONFIRMED':
      return move('SELLER', 'dispatch', order.requestedOn);
    case 'IN_DELIVERY':
    case 'RECEIVED_PART': {
      const onRoad = order.shipments?.filter(({ status }) => status === 'DISPATCHED');
      if (onRoad ? onRoad.length > 0 : order.status === 'IN_DELIVERY') {
        return move('BUYER', 'receive', earliest(onRoad?.map(({ expectedOn }) => expectedOn) ?? []) ?? order.requestedOn);
      }
      return move('SELLER', 'close', order.requestedOn);
    }
    case 'RECEIVED':
    case 'CLOSED': {
      const open = order.paymentRequests?.filter(({ status }) => status !== 'PAID') ?? [];
      const declared = open.filter(({ status }) => status === 'DECLARED');
      const [next, mover, step] = declared.length
        ? ([declared, 'SELLER', 'confirmMoney'] as const)
        : ([open, 'BUYER', 'pay'] as const);
      const dueOn = earliest(next.map((request) => request.dueOn));
      return dueOn ? move(mover, step, dueOn) : null;
    }
    default:
      return null;
  }
}
