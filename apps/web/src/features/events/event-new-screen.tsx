import { PageHeader } from '@lienket/ui';
import { useText } from '../../shared/i18n/use-text';
import { events } from '../../shared/messages/vi/events';
import { PageTitle } from '../../shared/screen/page-title';
import { EventForm } from './event-form';
import s from './event.module.css';

export default function EventNewScreen() {
  const t = useText(events);
  return (
    <>
      <PageTitle>{t('desk.new')}</PageTitle>
      <PageHeader title={t('desk.new')} back={{ href: '/events', label: t('events.title') }} />
      <div className={s.narrow}>
        <EventForm event={null} />
      </div>
    </>
  );
}
