import { formatQuantity, type MatchFacts, type MatchPart, type Nearness, type ProductFit } from '@lienket/domain';

interface About {
  readonly product: string;
  readonly unit: string;
}

interface Words {
  readonly fit: Readonly<Record<ProductFit, (product: string) => string>>;
  readonly noPeriod: string;
  readonly inSeason: string;
  readonly outOfSeason: string;
  readonly seasonDays: (days: number, of: number) => string;
  readonly volumeUnknown: string;
  readonly volume: (offered: string, asked: string) => string;
  readonly nothingRequired: string;
  readonly papers: (met: number, required: number) => string;
  readonly placeUnknown: string;
  readonly near: Readonly<Record<Nearness, string>>;
  readonly neverAsked: string;
  readonly answered: (answered: number, asked: number) => string;
}

const WORDS: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    fit: {
      SAME_PRODUCT: () => 'Đúng sản phẩm đã chọn',
      NAME: (product) => `Tên hàng khớp: ${product}`,
      TEXT: (product) => `Thông tin sản phẩm có nhắc tới: ${product}`,
      GROUP: (product) => `Chỉ cùng nhóm sản phẩm: ${product}`,
    },
    noPeriod: 'Chưa biết thời gian cần hàng',
    inSeason: 'Có hàng suốt thời gian cần',
    outOfSeason: 'Ngoài mùa thu hoạch',
    seasonDays: (days, of) => `Trong mùa ${days}/${of} ngày cần hàng`,
    volumeUnknown: 'Chưa biết sản lượng còn nhận được',
    volume: (offered, asked) => `Còn nhận được ${offered}, cần ${asked}`,
    nothingRequired: 'Không yêu cầu giấy tờ riêng',
    papers: (met, required) => `Đủ ${met}/${required} giấy tờ cần có`,
    placeUnknown: 'Chưa biết khoảng cách',
    near: {
      SAME_COMMUNE: 'Cùng xã với nơi nhận hàng',
      SAME_DISTRICT: 'Cùng vùng (huyện cũ) với nơi nhận hàng',
      SAME_PROVINCE: 'Cùng tỉnh với nơi nhận hàng',
      ELSEWHERE: 'Khác tỉnh với nơi nhận hàng',
    },
    neverAsked: 'Chưa từng được đơn vị bạn hỏi giá',
    answered: (answered, asked) => `Đã trả lời ${answered}/${asked} lần đơn vị bạn hỏi giá`,
  },
  en: {
    fit: {
      SAME_PRODUCT: () => 'The very product that was chosen',
      NAME: (product) => `The name fits: ${product}`,
      TEXT: (product) => `Mentioned in the product's text: ${product}`,
      GROUP: (product) => `Only the same product group: ${product}`,
    },
    noPeriod: 'The period is not known',
    inSeason: 'In season for the whole period',
    outOfSeason: 'Out of season',
    seasonDays: (days, of) => `In season on ${days} of ${of} days`,
    volumeUnknown: 'What is still available is not known',
    volume: (offered, asked) => `${offered} still available, ${asked} needed`,
    nothingRequired: 'No papers asked for',
    papers: (met, required) => `Has ${met} of ${required} papers`,
    placeUnknown: 'The distance is not known',
    near: {
      SAME_COMMUNE: 'In the commune of the delivery place',
      SAME_DISTRICT: 'In the former district of the delivery place',
      SAME_PROVINCE: 'In the province of the delivery place',
      ELSEWHERE: 'In another province',
    },
    neverAsked: 'Never asked by your organization',
    answered: (answered, asked) => `Answered ${answered} of ${asked} requests of your organization`,
  },
};

/** Why a part counts as it does, in one sentence. */
export function reasonOf(part: MatchPart, facts: MatchFacts, { product, unit }: About, locale: 'vi' | 'en'): string {
  const words = WORDS[locale];
  const { season, volume, readiness, distance, response } = facts;
  switch (part) {
    case 'PRODUCT':
      return words.fit[facts.product](product);
    case 'SEASON':
      if (!season) return words.noPeriod;
      if (season.days === season.of) return words.inSeason;
      return season.days === 0 ? words.outOfSeason : words.seasonDays(season.days, season.of);
    case 'VOLUME':
      if (!volume) return words.volumeUnknown;
      return words.volume(formatQuantity(volume.offered, unit, locale), formatQuantity(volume.asked, unit, locale));
    case 'READINESS':
      return readiness && readiness.required > 0 ? words.papers(readiness.met, readiness.required) : words.nothingRequired;
    case 'DISTANCE':
      return distance ? words.near[distance] : words.placeUnknown;
    case 'RESPONSE':
      return response ? words.answered(response.answered, response.asked) : words.neverAsked;
  }
}
