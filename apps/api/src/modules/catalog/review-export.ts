import { Injectable, type OnModuleInit } from '@nestjs/common';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import {
  column,
  demoColumn,
  each,
  everyRow,
  type ExportColumn,
  ExportRegistry,
  labelOf,
  type Labels,
} from '../../platform/spreadsheets/index.js';
import type { ProductView } from './catalog.view.js';
import { GROUP_LABELS } from './catalog-words.js';
import { ClosureBook, type ClosureView } from './closure/closure-book.js';
import { ProductChangeQueries } from './product-change.queries.js';
import type { ProductChangeView } from './product-change.view.js';
import { ProductQueries } from './product.queries.js';

const FIELD: Labels = {
  nameVi: { vi: 'tên', en: 'name' },
  nameEn: { vi: 'tên tiếng Anh', en: 'English name' },
  group: { vi: 'nhóm', en: 'group' },
  subgroup: { vi: 'phân nhóm', en: 'subgroup' },
  description: { vi: 'mô tả', en: 'description' },
  story: { vi: 'câu chuyện', en: 'story' },
  origin: { vi: 'vùng trồng', en: 'growing area' },
  originCommuneName: { vi: 'xã, phường', en: 'commune' },
  traceabilityUrl: { vi: 'liên kết truy xuất', en: 'traceability link' },
  photoUrl: { vi: 'ảnh chính', en: 'main photo' },
  grades: { vi: 'phân loại', en: 'grades' },
};

const PRODUCTS: readonly ExportColumn<ProductView>[] = [
  column('Sản phẩm', 'Product', 'TEXT', ({ nameVi }) => nameVi, 36),
  column('Đơn vị', 'Cooperative', 'TEXT', ({ cooperative }) => cooperative.name, 36),
  column('Xã, phường', 'Commune', 'TEXT', ({ cooperative }) => cooperative.communeName, 24),
  column('Nhóm', 'Group', 'TEXT', ({ group }, locale) => GROUP_LABELS[group][locale]),
  column('Mô tả', 'Description', 'TEXT', ({ description }) => description, 44),
  column('Quy cách', 'Packs', 'TEXT', ({ packs }) => packs.map(({ name }) => name).join('; '), 30),
  demoColumn(),
];

const CHANGES: readonly ExportColumn<ProductChangeView>[] = [
  column('Sản phẩm', 'Product', 'TEXT', ({ product }) => product.nameVi, 36),
  column('Đơn vị', 'Cooperative', 'TEXT', ({ cooperative }) => cooperative.name, 36),
  column('Xin đổi', 'Changes', 'TEXT', ({ fields }, locale) => fields.map((name) => labelOf(FIELD, name, locale)).join(', '), 36),
  column('Gửi lúc', 'Requested', 'INSTANT', ({ requestedAt }) => requestedAt),
];

const CLOSURES: readonly ExportColumn<ClosureView>[] = [
  column('Từ ngày', 'From', 'DATE', ({ firstDay }) => firstDay),
  column('Đến ngày', 'To', 'DATE', ({ lastDay }) => lastDay),
  column('Lời báo cho bên mua', 'Message to buyers', 'TEXT', ({ message }) => message, 60),
];

/** What waits for the Alliance's review of goods, and a cooperative's days off. */
@Injectable()
export class ReviewExport implements OnModuleInit {
  constructor(
    private readonly registry: ExportRegistry,
    private readonly products: ProductQueries,
    private readonly changes: ProductChangeQueries,
    private readonly closures: ClosureBook,
  ) {}

  onModuleInit(): void {
    const reviews = (actor: Actor | null) => actor !== null && allows(actor, 'product.publish', {});
    this.registry.add({
      ...{ name: 'products-to-review', title: { vi: 'Sản phẩm chờ duyệt', en: 'Products to review' }, columns: PRODUCTS },
      isFor: reviews,
      rows: (actor) => everyRow((first, after) => this.products.toReview(actor!, first, after)),
    });
    this.registry.add({
      ...{ name: 'changes-to-review', title: { vi: 'Nội dung xin đổi', en: 'Changes to review' }, columns: CHANGES },
      isFor: reviews,
      rows: (actor) => everyRow((first, after) => this.changes.toReview(actor!, first, after)),
    });
    this.registry.add({
      ...{ name: 'closures', title: { vi: 'Ngày nghỉ giao hàng', en: 'Days off' }, columns: CLOSURES },
      isFor: (actor) => actor !== null && allows(actor, 'product.edit', { ownerOrgId: actor.orgId }),
      rows: (actor) => each(this.closures.ahead(actor!.orgId)),
    });
  }
}
