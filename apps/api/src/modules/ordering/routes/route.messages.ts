import type { Messages } from '../../../platform/graphql/refusal.js';

export type RouteRefusal =
  | { readonly code: 'ROUTE_NAME_MISSING' }
  | { readonly code: 'ROUTE_WEEKDAYS_MISSING' }
  | { readonly code: 'ROUTE_CUTOFF_NOT_SANE' }
  | { readonly code: 'ROUTE_MINIMUM_NOT_POSITIVE' }
  | { readonly code: 'ROUTE_GENERAL_EXISTS'; readonly name: string }
  | { readonly code: 'ROUTE_STOPS_MISSING' }
  | { readonly code: 'ROUTE_STOP_UNKNOWN' }
  | { readonly code: 'ROUTE_STOP_ELSEWHERE'; readonly name: string };

export const routeMessages: Messages<RouteRefusal> = {
  ROUTE_NAME_MISSING: {
    vi: () => 'Hãy đặt tên cho tuyến, tối đa 120 ký tự.',
    en: () => 'Name the route, at most 120 characters.',
    field: 'name',
  },
  ROUTE_WEEKDAYS_MISSING: {
    vi: () => 'Hãy chọn ít nhất một ngày giao trong tuần.',
    en: () => 'Choose at least one day of the week.',
    field: 'weekdays',
  },
  ROUTE_CUTOFF_NOT_SANE: {
    vi: () => 'Giờ chốt ghi dạng 15:00, trước ngày giao từ 0 đến 14 ngày làm việc.',
    en: () => 'Write the cut-off as 15:00, 0 to 14 working days before the delivery.',
    field: 'cutoffTime',
  },
  ROUTE_MINIMUM_NOT_POSITIVE: {
    vi: () => 'Giá trị đơn tối thiểu phải lớn hơn 0, hoặc để trống.',
    en: () => 'The minimum value must be above zero, or empty.',
    field: 'minOrderValue',
  },
  ROUTE_GENERAL_EXISTS: {
    vi: ({ name }) => `Tuyến chung đã có: ${name}. Hãy sửa tuyến đó, hoặc chọn nơi nhận cho tuyến này.`,
    en: ({ name }) => `There is a general route already: ${name}. Change that one, or choose places for this.`,
    field: 'isGeneral',
  },
  ROUTE_STOPS_MISSING: {
    vi: () => 'Hãy chọn nơi nhận của tuyến, hoặc đặt làm tuyến chung.',
    en: () => 'Choose the places of the route, or make it the general one.',
    field: 'locationIds',
  },
  ROUTE_STOP_UNKNOWN: {
    vi: () => 'Chỉ chọn nơi nhận của bên mua đã có đơn hoặc hợp đồng với đơn vị bạn.',
    en: () => 'Choose places of buyers you have an order or a contract with.',
    field: 'locationIds',
  },
  ROUTE_STOP_ELSEWHERE: {
    vi: ({ name }) => `Một nơi nhận đã nằm trong tuyến ${name}. Hãy bỏ ở tuyến đó trước.`,
    en: ({ name }) => `A place is on the route ${name} already. Take it off there first.`,
    field: 'locationIds',
  },
};
