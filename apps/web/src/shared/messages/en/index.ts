import { agreements } from './agreements';
import { amending } from './amending';
import { alerts } from './alerts';
import { app } from './app';
import { assistance } from './assistance';
import { billing } from './billing';
import { blocked } from './blocked';
import { cases } from './cases';
import { catalog } from './catalog';
import { certificates } from './certificates';
import { changes } from './changes';
import { orderChanges } from './order-changes';
import { closures } from './closures';
import { claims } from './claims';
import { routes } from './routes';
import { channels } from './channels';
import { common } from './common';
import { connect } from './connect';
import { credits } from './credits';
import { demand } from './demand';
import { duties } from './duties';
import { evidence } from './evidence';
import { lending } from './lending';
import { petitions } from './petitions';
import { events } from './events';
import { finding } from './finding';
import { fulfillment } from './fulfillment';
import { identity } from './identity';
import { imports } from './imports';
import { invoices } from './invoices';
import { notices } from './notices';
import { ocop } from './ocop';
import { ordering } from './ordering';
import { organizations } from './organizations';
import { oversight } from './oversight';
import { packs } from './packs';
import { papers } from './papers';
import { pricing } from './pricing';
import { products } from './products';
import { readiness } from './readiness';
import { register } from './register';
import { consent } from './consent';
import { reports } from './reports';
import { scorecards } from './scorecards';
import { registry } from './registry';
import { standing } from './standing';
import { supply } from './supply';
import { templates } from './templates';
import { approvals } from './approvals';
import { groups } from './groups';
import { outside } from './outside';
import { pools } from './pools';
import { trips } from './trips';
import { signing } from './signing';
import { sourcing } from './sourcing';
import { threads } from './threads';
import { waivers } from './waivers';
import { work } from './work';

/** Every English sentence: one file that only English readers fetch. */
export const messages: Record<string, string> = {
  ...agreements,
  ...amending,
  ...alerts,
  ...app,
  ...blocked,
  ...billing,
  ...cases,
  ...catalog,
  ...certificates,
  ...changes,
  ...orderChanges,
  ...closures,
  ...claims,
  ...threads,
  ...routes,
  ...channels,
  ...common,
  ...connect,
  ...credits,
  ...duties,
  ...demand,
  ...evidence,
  ...lending,
  ...petitions,
  ...events,
  ...finding,
  ...fulfillment,
  ...identity,
  ...imports,
  ...invoices,
  ...notices,
  ...ocop,
  ...ordering,
  ...organizations,
  ...oversight,
  ...packs,
  ...papers,
  ...pricing,
  ...products,
  ...readiness,
  ...register,
  ...consent,
  ...reports,
  ...scorecards,
  ...registry,
  ...standing,
  ...supply,
  ...templates,
  ...approvals,
  ...assistance,
  ...groups,
  ...outside,
  ...pools,
  ...trips,
  ...signing,
  ...sourcing,
  ...waivers,
  ...work,
};
