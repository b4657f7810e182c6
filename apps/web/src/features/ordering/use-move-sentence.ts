import { useCallback } from 'react';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { useMe } from '../../shared/session/session';
import type { OrderMove } from './order-move';

interface Sides {
  seller: { id: string; shortName: string };
  buyer: { id: string; shortName: string };
}

/** "Siêu thị xác nhận đơn" and "hạn 05/08/2026, còn 2 ngày"; the reader's own organization reads as "bạn". */
export function useMoveSentence() {
  const t = useText(ordering);
  const { date, due } = useFormats();
  const me = useMe();
  return useCallback(
    (order: Sides, move: OrderMove | null) => {
      if (!move) return { move: t('move.none'), due: '', mine: false };
      const side = move.mover === 'SELLER' ? order.seller : order.buyer;
      const mine = side.id === me.organization.id;
      return {
        move: t(`move.${move.step}`, { who: mine ? t('move.you') : side.shortName }),
        due: t('move.due', { date: date(move.dueAt), due: due(move.dueAt) }),
        mine,
      };
    },
    [t, date, due, me.organization.id],
  );
}
