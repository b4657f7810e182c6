import { StatusMark } from '@lienket/ui';
import { useText } from '../../../shared/i18n/use-text';
import { groups } from '../../../shared/messages/vi/groups';

/** Where a group stands, derived from its orders: what still waits for a seller's answer comes first. */
export function GroupState({ group }: { group: { waiting: number; ended: number; orderCount: number } }) {
  const t = useText(groups);
  if (group.waiting > 0) return <StatusMark tone="warning">{t('groups.waiting', { count: group.waiting })}</StatusMark>;
  if (group.ended === group.orderCount) return <StatusMark tone="neutral">{t('groups.allEnded')}</StatusMark>;
  return <StatusMark tone="success">{t('groups.allAnswered')}</StatusMark>;
}
