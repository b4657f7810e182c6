import type { NavGroup, NavItem } from '@lienket/ui';
import {
  BadgeCheck,
  BellRing,
  Building2,
  CalendarDays,
  ClipboardList,
  FileSignature,
  FileChartColumn,
  FileSpreadsheet,
  FileUp,
  Gauge,
  HandHelping,
  Handshake,
  Info,
  Landmark,
  LayoutList,
  ListChecks,
  ListTodo,
  Mailbox,
  Megaphone,
  MessageSquareWarning,
  MessagesSquare,
  PackageCheck,
  Plug,
  Route,
  Share2,
  ShoppingBasket,
  Sprout,
  Store,
  Truck,
  Wallet,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { MandateScope, Workplace } from '../gql/graphql';
import type { Text } from '../shared/i18n/use-text';
import type { app } from '../shared/messages/vi/app';

interface Place {
  href: string;
  label: keyof typeof app;
  icon: ReactNode;
}

const work: Place = { href: '/work', label: 'nav.work', icon: <ListChecks /> };
const certificates: Place = { href: '/certificates', label: 'nav.certificates', icon: <BadgeCheck /> };
const readiness: Place = { href: '/readiness', label: 'nav.readiness', icon: <BadgeCheck /> };
const products: Place = { href: '/products', label: 'nav.products', icon: <Store /> };
const supply: Place = { href: '/supply', label: 'nav.supply', icon: <Sprout /> };
const orders: Place = { href: '/orders', label: 'nav.orders', icon: <PackageCheck /> };
const deliveries: Place = { href: '/deliveries', label: 'nav.deliveries', icon: <Truck /> };
const trips: Place = { href: '/trips', label: 'nav.trips', icon: <Route /> };
const claims: Place = { href: '/claims', label: 'nav.claims', icon: <MessageSquareWarning /> };
const rfqs = (label: 'nav.rfqs' | 'nav.quotes'): Place => ({ href: '/rfqs', label, icon: <MessagesSquare /> });
const agreements: Place = { href: '/agreements', label: 'nav.agreements', icon: <Handshake /> };
const catalog: Place = { href: '/catalog', label: 'nav.catalog', icon: <LayoutList /> };
const order: Place = { href: '/orders/new', label: 'nav.order', icon: <ShoppingBasket /> };
const board: Place = { href: '/board', label: 'nav.board', icon: <ClipboardList /> };
const alerts: Place = { href: '/alerts', label: 'nav.alerts', icon: <BellRing /> };
const mous: Place = { href: '/agreements', label: 'nav.mous', icon: <FileSignature /> };
const review: Place = { href: '/review', label: 'nav.review', icon: <Store /> };
const event: Place = { href: '/events', label: 'nav.event', icon: <CalendarDays /> };
const registers: Place = { href: '/registers', label: 'nav.registers', icon: <FileSpreadsheet /> };
const scorecards: Place = { href: '/scorecards', label: 'nav.scorecards', icon: <Gauge /> };
const ownScorecard: Place = { href: '/scorecards/mine', label: 'nav.scorecard', icon: <Gauge /> };
const reports: Place = { href: '/reports', label: 'nav.reports', icon: <FileChartColumn /> };
const channels: Place = { href: '/channels', label: 'nav.channels', icon: <Share2 /> };
const followUp: Place = { href: '/channels/follow-up', label: 'nav.channelFollowUp', icon: <Share2 /> };
const imports: Place = { href: '/imports', label: 'nav.imports', icon: <FileUp /> };
const demand: Place = { href: '/demand', label: 'nav.demand', icon: <Megaphone /> };
const credits: Place = { href: '/credits', label: 'nav.credits', icon: <Landmark /> };
const petitions: Place = { href: '/petitions', label: 'nav.petitions', icon: <Mailbox /> };
const duties: Place = { href: '/duties', label: 'nav.duties', icon: <ListTodo /> };
const assistance: Place = { href: '/assistance', label: 'nav.assistance', icon: <HandHelping /> };
const assisted: Place = { href: '/assistance/acts', label: 'nav.assisted', icon: <HandHelping /> };
const organization: Place = { href: '/organization', label: 'nav.organization', icon: <Building2 /> };
const connect: Place = { href: '/connect', label: 'nav.connect', icon: <Plug /> };
const about: Place = { href: '/about', label: 'nav.about', icon: <Info /> };
const payments = (label: 'nav.payments' | 'nav.collect'): Place => ({ href: '/payments', label, icon: <Wallet /> });

const places: Record<Workplace, { own: Place[]; common: Place[]; bottom: Place[] }> = {
  SELLER: {
    own: [
      work,
      products,
      supply,
      demand,
      certificates,
      rfqs('nav.quotes'),
      orders,
      deliveries,
      trips,
      claims,
      agreements,
      payments('nav.collect'),
    ],
    common: [organization, assistance, ownScorecard, credits, petitions, channels, imports, connect, catalog, event],
    bottom: [work, products, orders, agreements],
  },
  BUYER: {
    own: [
      work,
      catalog,
      demand,
      rfqs('nav.rfqs'),
      readiness,
      order,
      orders,
      deliveries,
      claims,
      agreements,
      payments('nav.payments'),
    ],
    common: [organization, ownScorecard, connect, event],
    bottom: [work, catalog, orders, agreements],
  },
  OFFICER: {
    own: [work, board, alerts, mous, credits, petitions, review, claims, event],
    common: [catalog, organization, assistance, trips, followUp, registers, reports, duties, scorecards],
    bottom: [work, board, mous, review],
  },
  OTHER: {
    own: [work, credits, petitions, agreements, event],
    common: [catalog, organization],
    bottom: [work, agreements, event, catalog],
  },
};

const visitor = [catalog, event, about];

/** What a stand-in finds: only where the mandate lets anything be done. */
const openedBy: Record<MandateScope, Place[]> = {
  PRODUCTS: [products, supply],
  ORDERS: [orders],
  DISPATCH: [orders, deliveries],
};
const standInPlaces = (scopes: readonly MandateScope[]): Place[] => [
  ...new Set([work, ...scopes.flatMap((scope) => openedBy[scope]), assisted]),
];

type Reader = { workplace: Workplace; standIn?: { scopes: readonly MandateScope[] } | null } | null;

export function placesFor(reader: Reader): Place[] {
  if (!reader) return visitor;
  if (reader.standIn) return standInPlaces(reader.standIn.scopes);
  const { own, common } = places[reader.workplace];
  return [...own, ...common, about];
}

/** The longest address that leads to where one is: /orders/new marks "Đặt hàng", not also "Đơn hàng". */
const currentOf = (all: readonly Place[], path: string) =>
  all.filter(({ href }) => path === href || path.startsWith(`${href}/`)).sort((a, b) => b.href.length - a.href.length)[0]?.href;

interface Navigation {
  nav: NavGroup[];
  bottomNav: NavItem[];
}

export function navigationFor(reader: Reader, path: string, t: Text<keyof typeof app>, waiting: number | undefined): Navigation {
  const current = currentOf(placesFor(reader), path);
  const item = ({ href, label, icon }: Place): NavItem => ({
    href,
    icon,
    label: t(label),
    current: href === current,
    ...(href === '/work' && waiting ? { count: waiting, countLabel: t('nav.workCount', { count: waiting }) } : {}),
  });
  if (!reader) return { nav: [{ key: 'public', items: visitor.map(item) }], bottomNav: [] };
  if (reader.standIn) {
    const items = standInPlaces(reader.standIn.scopes).map(item);
    return { nav: [{ key: 'own', items }], bottomNav: items.slice(0, 4) };
  }
  const { own, common, bottom } = places[reader.workplace];
  return {
    nav: [
      { key: 'own', items: own.map(item) },
      { key: 'common', heading: t('nav.public'), items: common.map(item) },
    ],
    bottomNav: bottom.map(item),
  };
}
