import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ORGANIZATION_STATES } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  column,
  demoColumn,
  each,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
  oneOf,
} from '../../platform/spreadsheets/index.js';
import { CertificateQueries } from './certificate.queries.js';
import type { CertificateView } from './certificate.view.js';
import { OrganizationFileQueries, type OrganizationRowView } from './life/organization-file.queries.js';
import { CERTIFICATE_HEADERS as H, ISSUER_LEVELS } from './registry-headers.js';

const KIND: Labels = {
  COOPERATIVE: { vi: 'Hợp tác xã', en: 'Cooperative' },
  COOPERATIVE_UNION: { vi: 'Liên hiệp hợp tác xã', en: 'Union of cooperatives' },
  COOPERATIVE_GROUP: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  HOUSEHOLD_BUSINESS: { vi: 'Hộ kinh doanh', en: 'Household business' },
  ENTERPRISE: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  RETAILER: { vi: 'Nhà bán lẻ', en: 'Retailer' },
  BANK: { vi: 'Ngân hàng', en: 'Bank' },
  DEPARTMENT: { vi: 'Cơ quan nhà nước', en: 'Public authority' },
  ALLIANCE: { vi: 'Liên minh Hợp tác xã', en: 'Cooperative Alliance' },
  PROMOTION_AGENCY: { vi: 'Trung tâm xúc tiến', en: 'Promotion agency' },
  ASSOCIATION: { vi: 'Hiệp hội', en: 'Association' },
  MEDIA: { vi: 'Cơ quan báo chí', en: 'Media' },
};
const STATUS: Labels = {
  DRAFT: { vi: 'Hồ sơ nháp', en: 'Draft' },
  PENDING: { vi: 'Chờ đối chiếu', en: 'Waiting to be compared' },
  ACTIVE: { vi: 'Đang hoạt động', en: 'Active' },
  SUSPENDED: { vi: 'Tạm dừng', en: 'Suspended' },
  CLOSED: { vi: 'Đã đóng', en: 'Closed' },
  MERGED: { vi: 'Đã nhập vào đơn vị khác', en: 'Merged into another' },
};
const PAPER_STATE: Labels = {
  DECLARED: { vi: 'Tự khai, chưa xác minh', en: 'Declared, not verified' },
  VALID: { vi: 'Còn hiệu lực', en: 'Valid' },
  EXPIRING_SOON: { vi: 'Sắp hết hạn', en: 'Expiring soon' },
  EXPIRED: { vi: 'Đã hết hạn', en: 'Expired' },
  REVOKED: { vi: 'Đã thu hồi', en: 'Revoked' },
  RETURNED: { vi: 'Trả lại để sửa', en: 'Returned for correction' },
  SUPERSEDED: { vi: 'Đã thay bằng giấy mới', en: 'Replaced by a newer one' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

/** The longest waiting come first; the rest comes up when these are decided. */
const MOST_WAITING = 100;
/** The screen's filter by what a paper asks of its holder. */
const SHOWN: Readonly<Record<'mend' | 'waiting' | 'running' | 'over', readonly string[]>> = {
  mend: ['RETURNED'],
  waiting: ['DECLARED'],
  running: ['VALID', 'EXPIRING_SOON'],
  over: ['EXPIRED', 'REVOKED', 'SUPERSEDED'],
};

const ORGANIZATIONS: readonly ExportColumn<OrganizationRowView>[] = [
  column('Tên đơn vị', 'Organization', 'TEXT', ({ name }) => name, 44),
  column('Tên gọn', 'Short name', 'TEXT', ({ shortName }) => shortName, 24),
  column('Loại hình', 'Kind', 'TEXT', ({ kind }, locale) => labelOf(KIND, kind, locale)),
  column('Xã, phường', 'Commune', 'TEXT', ({ communeName }) => communeName, 24),
  column('Tình trạng', 'Status', 'TEXT', ({ status }, locale) => labelOf(STATUS, status, locale)),
  column('Lý do', 'Reason', 'TEXT', ({ statusReason }) => statusReason, 36),
  column('Từ lúc', 'Since', 'INSTANT', ({ statusAt }) => statusAt),
  column('Xác minh lúc', 'Verified', 'INSTANT', ({ verifiedAt }) => verifiedAt),
  demoColumn(),
];

interface Paper extends CertificateView {
  readonly kindVi: string;
  readonly kindEn: string;
  readonly sellerSku: string | null;
  readonly slug: string | null;
}
const header = (label: { vi: string; en: string }, kind: 'TEXT' | 'DATE' | 'INTEGER', value: ExportColumn<Paper>['value']) =>
  column<Paper>(label.vi, label.en, kind, value);
/** The columns of the import's template, so that what goes out can come in again. */
const PAPERS: readonly ExportColumn<Paper>[] = [
  header(H.number, 'TEXT', ({ number }) => number),
  header(H.kind, 'TEXT', ({ kindVi, kindEn }, locale) => (locale === 'en' ? kindEn : kindVi)),
  header(H.sellerSku, 'TEXT', ({ sellerSku }) => sellerSku),
  header(H.slug, 'TEXT', ({ slug }) => slug),
  column('Sản phẩm', 'Product', 'TEXT', ({ productName }) => productName, 36),
  column('Đơn vị', 'Holder', 'TEXT', ({ holderName }) => holderName, 36),
  header(H.issuedOn, 'DATE', ({ issuedOn }) => issuedOn),
  header(H.expiresOn, 'DATE', ({ expiresOn }) => expiresOn),
  header(H.issuer, 'TEXT', ({ issuer }) => issuer),
  header(H.stars, 'INTEGER', ({ stars }) => stars),
  header(H.score, 'TEXT', ({ score }, locale) => (locale === 'vi' ? score?.replace('.', ',') : score)),
  header(H.decidedOn, 'DATE', ({ decidedOn }) => decidedOn),
  header(H.issuerLevel, 'TEXT', ({ issuerLevel }, locale) => labelOf(ISSUER_LEVELS, issuerLevel, locale)),
  header(H.legalBasis, 'TEXT', ({ legalBasis }) => legalBasis),
  column('Tình trạng', 'State', 'TEXT', ({ state }, locale) => labelOf(PAPER_STATE, state, locale)),
  column('Còn (ngày)', 'Days left', 'INTEGER', ({ daysLeft }) => daysLeft),
  demoColumn(),
];

/** Organizations for the Alliance; papers for their holder, and those that end for the Alliance. */
@Injectable()
export class RegistryExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly uow: UnitOfWork,
    private readonly organizations: OrganizationFileQueries,
    private readonly certificates: CertificateQueries,
  ) {}

  onModuleInit(): void {
    const may = (action: 'organization.verify' | 'certificate.verify' | 'certificate.declare') => (actor: Actor | null) =>
      actor !== null && allows(actor, action, { ownerOrgId: actor.orgId });
    this.registry.add({
      ...{ name: 'organizations', title: { vi: 'Đơn vị', en: 'Organizations' }, columns: ORGANIZATIONS },
      isFor: may('organization.verify'),
      rows: (actor, filter) => {
        const question = { status: oneOf(ORGANIZATION_STATES, filter['status']), search: filter['q'] || null };
        return everyRow<OrganizationRowView>((first, after) => this.organizations.list(actor!, question, first, after));
      },
    });
    this.registry.add({
      ...{ name: 'certificates', title: { vi: 'Chứng nhận', en: 'Certificates' }, columns: PAPERS },
      isFor: may('certificate.declare'),
      rows: (actor, filter) => this.papers(actor!, this.own(actor!, filter['show'])),
    });
    this.registry.add({
      ...{ name: 'certificates-to-verify', title: { vi: 'Chứng nhận chờ xác minh', en: 'To verify' }, columns: PAPERS },
      isFor: may('certificate.verify'),
      rows: (actor) => this.papers(actor!, each(this.certificates.toVerify(MOST_WAITING))),
    });
    this.registry.add({
      ...{ name: 'certificates-expiring', title: { vi: 'Chứng nhận sắp hết hạn', en: 'Certificates ending' }, columns: PAPERS },
      isFor: may('certificate.verify'),
      rows: (actor, filter) => {
        const days = /^\d{1,4}$/.test(filter['days'] ?? '') ? Math.min(Number(filter['days']), 3660) : 90;
        const papers = everyRow<CertificateView>((first, after) => this.certificates.expiring(days, first, after));
        return this.papers(actor!, papers);
      },
    });
  }

  /** Without a name of SHOWN everything that was not withdrawn. */
  private async *own(actor: Actor, show: string | undefined): AsyncGenerator<CertificateView> {
    const states = SHOWN[show as keyof typeof SHOWN];
    for (const paper of await this.certificates.mine(actor)) if (!states || states.includes(paper.state)) yield paper;
  }

  /** With the names of their kinds and the codes of their products, a hundred at a time. */
  private async *papers(actor: Actor, source: AsyncIterable<CertificateView>): AsyncGenerator<Paper> {
    let some: CertificateView[] = [];
    for await (const paper of source) {
      some.push(paper);
      if (some.length < 100) continue;
      yield* await this.named(actor, some);
      some = [];
    }
    yield* await this.named(actor, some);
  }

  private named(actor: Actor, papers: readonly CertificateView[]): Promise<Paper[]> {
    return this.uow.read(actor, async (tx) => {
      const kinds = await tx.query<{ code: string; vi: string; en: string }>(
        'select code, name_vi as vi, name_en as en from certificate_kind',
      );
      const products = await tx.query<{ id: string; sellerSku: string | null; slug: string }>(
        'select id, case when org_id = $2 then seller_sku end as "sellerSku", slug from product where id = any($1)',
        [papers.flatMap(({ productId }) => (productId ? [productId] : [])), actor.orgId],
      );
      return papers.map((paper) => {
        const kind = kinds.find(({ code }) => code === paper.kind);
        const product = products.find(({ id }) => id === paper.productId);
        return {
          ...paper,
          ...{ kindVi: kind?.vi ?? paper.kind, kindEn: kind?.en ?? paper.kind },
          ...{ sellerSku: product?.sellerSku ?? null, slug: product?.slug ?? null },
        };
      });
    });
  }
}
