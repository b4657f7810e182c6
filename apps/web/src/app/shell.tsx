import { AppShell, Button, IconButton, LinkButton, Notice, Skeleton, Toaster, useHotkey, useNarrow } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { Search } from 'lucide-react';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigate, useNavigationType } from 'react-router';
import { graphql } from '../gql';
import { useConnectionLost } from '../shared/apollo/connection';
import { useLanguage } from '../shared/i18n/language';
import { useText } from '../shared/i18n/use-text';
import { app } from '../shared/messages/vi/app';
import { useDemoSeen } from '../shared/screen/demo-flag';
import { useSession, wasSignedIn } from '../shared/session/session';
import { Brand } from './brand';
import { Footer } from './footer';
import { navigationFor } from './navigation';
import s from './shell.module.css';
import { ScreenBoundary } from './screen-boundary';

const AccountMenu = lazy(() => import('./account-menu'));
const Handover = lazy(() => import('./handover'));
const OutboxKeeper = lazy(() =>
  import('../features/fulfillment/offline/outbox-keeper').then((module) => ({ default: module.OutboxKeeper })),
);
const NoticeBell = lazy(() => import('./notice-bell'));
const OrganizationSwitcher = lazy(() => import('./organization-switcher'));
const StandInBanner = lazy(() => import('./stand-in-banner'));
const Palette = lazy(() => import('./palette'));
const Shortcuts = lazy(() => import('./shortcuts'));

/** Read from the cache only: the count appears once the list has been on screen. */
const WaitingDocument = graphql(`
  query Waiting {
    workItems {
      id
    }
  }
`);

function focusSearch(otherwise: () => void) {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (field) field.focus();
  else otherwise();
}

/** The frame around every screen: one component for visitors and people at work, so that nothing remounts on sign-in. */
export function Shell() {
  const t = useText(app);
  const { me, pending, setLocale } = useSession();
  const { locale } = useLanguage();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const lost = useConnectionLost();
  const demo = useDemoSeen() || Boolean(me?.organization.isDemo);
  const [paletteOpen, setPaletteOpen] = useState<boolean | null>(null);
  const [sheetOpen, setSheetOpen] = useState<boolean | null>(null);
  const { data } = useQuery(WaitingDocument, { fetchPolicy: 'cache-only', skip: !me });
  useArrival(pathname);
  useHotkey('ctrl+k', () => setPaletteOpen(true));
  useHotkey('?', () => setSheetOpen(true));
  useHotkey('/', () => focusSearch(() => void navigate('/catalog')));

  const atWork = Boolean(me) || (pending && wasSignedIn());
  const { nav, bottomNav } = navigationFor(me, pathname, t, data?.workItems?.length);
  return (
    <>
      <AppShell
        variant={atWork ? 'work' : 'public'}
        brand={<Brand />}
        brandHref={me ? '/work' : '/'}
        nav={pending && atWork ? [] : nav}
        bottomNav={bottomNav}
        orgSwitcher={
          me && (
            <Suspense fallback={null}>
              <OrganizationSwitcher />
            </Suspense>
          )
        }
        tools={
          <>
            {(me || !narrow) && <IconButton label={t('palette.open')} icon={<Search />} onClick={() => setPaletteOpen(true)} />}
            {me ? (
              <Suspense fallback={null}>
                {!me.standIn && <NoticeBell />}
                {!me.standIn && <Handover />}
                <AccountMenu />
              </Suspense>
            ) : (
              !atWork && (
                <>
                  <Button
                    variant="quiet"
                    lang={locale === 'vi' ? 'en' : 'vi'}
                    onClick={() => setLocale(locale === 'vi' ? 'en' : 'vi')}
                  >
                    {locale === 'vi' ? 'EN' : 'VI'}
                    <span className="visually-hidden">: {t('language.switch')}</span>
                  </Button>
                  <LinkButton href="/sign-in" className={s.signIn}>
                    {t('nav.signIn')}
                  </LinkButton>
                </>
              )
            )}
          </>
        }
        banner={demo ? t('app.demoBanner', { demo: t('demo') }) : undefined}
        footer={atWork ? undefined : <Footer />}
        labels={{
          skip: t('app.skip'),
          nav: t('app.nav'),
          bottomNav: t('app.bottomNav'),
          openMenu: t('app.openMenu'),
          closeMenu: t('app.closeMenu'),
        }}
      >
        {me?.standIn && (
          <Suspense fallback={null}>
            <StandInBanner />
          </Suspense>
        )}
        {lost && (
          <div className={s.lost}>
            <Notice tone="warning" live>
              {t('app.offline')}
            </Notice>
          </div>
        )}
        <ScreenBoundary key={pathname}>
          <Suspense fallback={<Skeleton kind="rows" count={6} label={t('state.loading')} />}>
            <Outlet />
          </Suspense>
        </ScreenBoundary>
      </AppShell>
      <Toaster label={t('app.toasts')} closeLabel={t('action.close')} />
      <Suspense fallback={null}>
        {paletteOpen !== null && <Palette open={paletteOpen} onOpenChange={setPaletteOpen} />}
        {(me?.workplace === 'BUYER' || me?.workplace === 'SELLER') && !me.standIn && <OutboxKeeper />}
        {sheetOpen !== null && <Shortcuts open={sheetOpen} onOpenChange={setSheetOpen} />}
      </Suspense>
    </>
  );
}

/** A new page starts at its top, and readers hear it; going back leaves the place to the browser. */
function useArrival(pathname: string) {
  const kind = useNavigationType();
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    document.getElementById('main-content')?.focus({ preventScroll: true });
    if (kind !== 'POP') window.scrollTo(0, 0);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only the address counts
  }, [pathname]);
}
