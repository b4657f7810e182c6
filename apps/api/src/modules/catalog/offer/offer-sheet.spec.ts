import type { Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import type { ProductView } from '../catalog.view.js';
import { offerSheet } from './offer-sheet.js';

const words = (value: unknown): string => JSON.stringify(value);

describe('the offer sheet', () => {
  let api: TestApi;
  let farm: Org;
  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative({ name: 'HTX Chào Hàng' });
  });
  afterAll(() => api.stop());

  it('is a PDF for whoever sees the product, and not there for anybody else', async () => {
    const shown = await api.given.product(farm, { nameVi: 'Na dai chào hàng' });
    const draft = await api.given.product(farm, { status: 'DRAFT' });
    const answer = await api.visitor.get(`/documents/offers/${shown.id}.pdf`);
    expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    const status = async (id: string) => (await api.visitor.get(`/documents/offers/${id}.pdf`)).statusCode;
    expect([await status(draft.id), await status('01900000-0000-7000-8000-000000000000'), await status('x')]).toEqual([
      404, 404, 404,
    ]);
    const own = await api.as(await api.given.member(farm, 'SELLER_STAFF'));
    expect((await own.get(`/documents/offers/${draft.id}.pdf`)).statusCode).toBe(200);
  });

  it('carries a price only where the product does, and no paper that has lapsed', () => {
    const certificate = { id: 'c', kind: 'OCOP', stars: 4, number: '12', state: 'VALID', expiresOn: '2026-12-31' };
    const product = {
      nameVi: 'Na dai',
      slug: 'na-dai',
      baseUnit: 'kg',
      storage: 'AMBIENT',
      harvestMonths: [7, 8],
      grades: [
        {
          id: 'g',
          code: 'L1',
          name: 'Loại 1',
          spec: [{ measure: 'WEIGHT', operator: 'AT_LEAST', value: '268.15', valueTo: null, unit: 'g', text: null }],
        },
      ],
      packs: [{ name: 'Thùng 5 kg', sizeBase: '5', moqPacks: 2, gtin: null, catchWeight: true }],
      priceTiers: null,
      priceFrom: null,
      priceTo: null,
      certificates: [certificate, { ...certificate, number: '11', expiresOn: '2026-01-31' }],
      isDemo: false,
      storageTempMin: -18,
      storageTempMax: null,
    } as unknown as ProductView;
    const sheet = (patch: Partial<ProductView>) =>
      words(
        offerSheet({
          product: { ...product, ...patch },
          contact: { name: 'HTX', address: null, phone: null },
          photo: null,
          today: '2026-06-15',
          link: 'https://example.vn',
          linkQrSvg: '<svg/>',
        }).content,
      );
    expect(sheet({})).not.toContain('₫');
    expect(sheet({})).toContain('khối lượng ≥ 268,15 g');
    expect(sheet({})).toContain('−18 °C');
    expect(sheet({})).toContain('số 12');
    expect(sheet({})).not.toContain('số 11');
    expect(sheet({ priceFrom: 50_000n, priceTo: 60_000n })).toContain('50.000 ₫ đến 60.000 ₫');
    const tiers = [{ minQty: '0', unitPrice: 44_000n, basis: 'DC' as const, validFrom: '2026-01-01', isOwn: true }];
    expect(sheet({ priceTiers: tiers })).toContain('44.000 ₫');
    expect(sheet({ priceTiers: tiers })).toContain('tại kho tổng bên mua');
  });
});
