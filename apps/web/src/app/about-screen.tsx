import { PageHeader, Section, Stack } from '@lienket/ui';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';
import { PageTitle } from '../shared/screen/page-title';

export default function AboutScreen() {
  const t = useText(app);
  return (
    <>
      <PageTitle>{t('about.title')}</PageTitle>
      <PageHeader title={t('about.title')} />
      <Stack gap="large">
        <Stack>
          <p>{t('about.what')}</p>
          <p>{t('about.money')}</p>
        </Stack>
        <Section title={t('about.sourceTitle')}>
          <p>{t('about.source')}</p>
        </Section>
        <Section title={t('about.demoTitle')}>
          <p>{t('about.demo', { demo: t('demo') })}</p>
        </Section>
        <Section title={t('about.operatorTitle')}>
          <p>{t('about.operator')}</p>
        </Section>
      </Stack>
    </>
  );
}
