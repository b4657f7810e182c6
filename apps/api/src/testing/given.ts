import { randomBytes, randomInt } from 'node:crypto';
import { foldVietnamese, type OrganizationKind, type Role, slugify } from '@lienket/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { CatalogEntry } from '../modules/catalog/catalog-entry.entity.js';
import { ListPrice } from '../modules/catalog/list-price.entity.js';
import { Pack } from '../modules/catalog/pack.entity.js';
import { PriceTier } from '../modules/catalog/price-tier.entity.js';
import { Product } from '../modules/catalog/product.entity.js';
import { Membership } from '../modules/identity/membership.entity.js';
import { COOKIE, hashToken } from '../modules/identity/session-reader.js';
import { Session } from '../modules/identity/session.entity.js';
import { User } from '../modules/identity/user.entity.js';
import { Location } from '../modules/registry/location.entity.js';
import { Organization } from '../modules/registry/organization.entity.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';

export interface Org {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
}

export interface Person {
  readonly userId: string;
  readonly org: Org;
}

export interface GivenProduct {
  readonly id: string;
  readonly packId: string;
  readonly slug: string;
}

/** Builds a small world row by row; a test names only what matters to it. */
export class Given {
  private count = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async organization(kind: OrganizationKind, patch: Partial<Organization> = {}): Promise<Org> {
    const name = patch.name ?? `${kind} ${(this.count += 1)}`;
    const row = {
      id: newId(),
      kind,
      name,
      shortName: name,
      slug: `${slugify(name)}-${randomBytes(3).toString('hex')}`,
      status: 'ACTIVE',
      ...patch,
    };
    const bank = {
      bankBin: '970436',
      bankName: 'Vietcombank',
      bankAccountNo: `${randomInt(1e9, 9e9)}`,
      bankAccountName: name.toUpperCase(),
    };
    await this.write((manager) => manager.insert(Organization, { ...bank, ...row }));
    return { id: row.id, name, kind };
  }

  cooperative(patch: Partial<Organization> = {}): Promise<Org> {
    return this.organization('COOPERATIVE', patch);
  }

  retailer(patch: Partial<Organization> = {}): Promise<Org> {
    return this.organization('RETAILER', patch);
  }

  /** The register's own Alliance, there from the reference data. */
  async alliance(): Promise<Org> {
    const [row] = await this.dataSource.query(
      `select id, name, kind from organization where kind = 'ALLIANCE' order by id limit 1`,
    );
    return row ?? this.organization('ALLIANCE');
  }

  async member(org: Org, ...roles: Role[]): Promise<Person> {
    const userId = newId();
    const mark = randomBytes(5).toString('hex');
    await this.write(async (manager) => {
      await manager.insert(User, {
        id: userId,
        email: `${mark}@example.vn`,
        fullName: `Người ${mark}`,
        passwordHash: 'no password',
        locale: 'vi',
      });
      await manager.insert(Membership, { id: newId(), userId, orgId: org.id, roles });
    });
    return { userId, org };
  }

  async location(org: Org, kind = 'DC'): Promise<string> {
    const id = newId();
    await this.write((manager) =>
      manager.insert(Location, { id, orgId: org.id, kind, name: `Kho ${kind}`, address: 'Đường Mẫu, tỉnh Lạng Sơn' }),
    );
    return id;
  }

  /** A published product with one pack and price tiers. */
  async product(
    org: Org,
    patch: Partial<Product> & { packSize?: string; moqPacks?: number; tiers?: { minQtyBase: string; unitPrice: bigint }[] } = {},
  ): Promise<GivenProduct> {
    const { packSize = '10', moqPacks = 1, tiers = [{ minQtyBase: '0', unitPrice: 40_000n }], ...columns } = patch;
    const id = newId();
    const packId = newId();
    const nameVi = columns.nameVi ?? `Na dai ${(this.count += 1)}`;
    const slug = `${slugify(nameVi)}-${randomBytes(3).toString('hex')}`;
    const now = this.clock.now();
    const product = {
      id,
      orgId: org.id,
      nameVi,
      slug,
      productGroup: 'FOOD',
      description: '',
      baseUnit: 'kg',
      harvestMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      storage: 'AMBIENT',
      vatClass: 'RAW_AGRI',
      priceVisibility: 'BUYERS',
      status: 'PUBLISHED',
      publishedAt: now,
      ...columns,
    };
    await this.write(async (manager) => {
      await manager.insert(Product, product);
      await manager.insert(Pack, { id: packId, productId: id, name: `Thùng ${packSize} kg`, sizeBase: packSize, moqPacks });
      const listPriceId = newId();
      await manager.insert(ListPrice, { id: listPriceId, sellerOrgId: org.id, productId: id, validFrom: '2024-01-01' });
      await manager.insert(
        PriceTier,
        tiers.map((tier) => ({ id: newId(), listPriceId, ...tier })),
      );
      if (product.status === 'PUBLISHED') {
        await manager.insert(CatalogEntry, {
          productId: id,
          orgId: org.id,
          slug,
          nameVi,
          orgName: org.name,
          orgSlug: slugify(org.name),
          orgKind: org.kind,
          productGroup: product.productGroup,
          baseUnit: product.baseUnit,
          packName: `Thùng ${packSize} kg`,
          packSizeBase: packSize,
          moqPacks,
          harvestMonths: product.harvestMonths,
          storage: product.storage,
          searchText: foldVietnamese(`${nameVi} ${org.name}`),
          publishedAt: now,
        });
      }
    });
    return { id, packId, slug };
  }

  /** A live session's cookie, without the cost of a password. */
  async session(person: Person): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = new Date();
    await this.write((manager) =>
      manager.insert(Session, {
        id: newId(),
        tokenHash: hashToken(token),
        userId: person.userId,
        orgId: person.org.id,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
      }),
    );
    return `${COOKIE}=${token}`;
  }

  private write(work: (manager: EntityManager) => Promise<unknown>): Promise<unknown> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.scope', 'system', true)`);
      return work(manager);
    });
  }
}
