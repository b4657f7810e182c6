import { type BoardingRefusal, formatQuantity, type Quantity, type RouteRefusal, type TripBookingRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { orderMessages, type OrderRefusal } from '../../ordering/index.js';

export type TripRefusal =
  | BoardingRefusal
  | RouteRefusal
  | TripBookingRefusal
  | Extract<OrderRefusal, { code: 'ORDER_NOT_OPEN' }>
  | { readonly code: 'TRIP_VEHICLE_MISSING' }
  | { readonly code: 'TRIP_DRIVER_MISSING' }
  | { readonly code: 'TRIP_TEXT_TOO_LONG'; readonly field: string; readonly max: number }
  | { readonly code: 'TRIP_PHONE_NOT_VALID' }
  | { readonly code: 'TRIP_DEPARTS_PAST' }
  | { readonly code: 'TRIP_CAPACITY_NOT_POSITIVE' }
  | { readonly code: 'TRIP_INVITED_MISSING' }
  | { readonly code: 'TRIP_INVITED_UNKNOWN' }
  | { readonly code: 'TRIP_INVITED_ALREADY'; readonly name: string }
  | { readonly code: 'TRIP_TOO_MANY'; readonly max: number }
  | { readonly code: 'TRIP_CANCELLED' }
  | { readonly code: 'TRIP_DONE' }
  | { readonly code: 'TRIP_UNDER_WAY' }
  | { readonly code: 'TRIP_NOT_JOINED' }
  | { readonly code: 'TRIP_ANSWERED' }
  | { readonly code: 'TRIP_GOODS_ON_BOARD' }
  | { readonly code: 'TRIP_NOTHING_TO_CARRY' }
  | { readonly code: 'TRIP_LOAD_LEFT' }
  | { readonly code: 'TRIP_REASON_MISSING' };

const vi = (qty: Quantity) => formatQuantity(qty, 'kg', 'vi');
const en = (qty: Quantity) => formatQuantity(qty, 'kg', 'en');
const FIELD: Record<string, readonly [string, string]> = {
  vehicle: ['biển số xe', 'the vehicle plate'],
  driverName: ['tên tài xế', "the driver's name"],
  note: ['ghi chú', 'the note'],
  reason: ['lý do', 'the reason'],
  place: ['nơi bốc hàng', 'the loading place'],
};

export const tripMessages: Messages<TripRefusal> = {
  ORDER_NOT_OPEN: orderMessages.ORDER_NOT_OPEN,
  TRIP_VEHICLE_MISSING: { vi: () => 'Hãy nhập biển số xe.', en: () => 'Enter the vehicle plate.', field: 'vehicle' },
  TRIP_DRIVER_MISSING: { vi: () => 'Hãy nhập tên tài xế.', en: () => "Enter the driver's name.", field: 'driverName' },
  TRIP_TEXT_TOO_LONG: {
    vi: ({ field, max }) => `Phần ${FIELD[field]?.[0] ?? field} dài tối đa ${max} ký tự.`,
    en: ({ field, max }) => `For ${FIELD[field]?.[1] ?? field} use at most ${max} characters.`,
  },
  TRIP_PHONE_NOT_VALID: {
    vi: () => 'Số điện thoại tài xế chưa đúng. Nhập số di động 10 chữ số.',
    en: () => "The driver's phone number is not valid. Enter a number of ten digits.",
    field: 'driverPhone',
  },
  TRIP_DEPARTS_PAST: {
    vi: () => 'Giờ xe chạy đã qua. Hãy chọn giờ sắp tới.',
    en: () => 'That departure has passed. Choose a time ahead.',
    field: 'departsAt',
  },
  TRIP_CAPACITY_NOT_POSITIVE: {
    vi: () => 'Tải trọng phải lớn hơn 0. Để trống nếu chưa biết.',
    en: () => 'The capacity must be above zero. Leave it empty when it is not known.',
    field: 'capacityKg',
  },
  TRIP_INVITED_MISSING: {
    vi: () => 'Hãy mời ít nhất một hợp tác xã.',
    en: () => 'Invite at least one cooperative.',
    field: 'invited',
  },
  TRIP_INVITED_UNKNOWN: {
    vi: () => 'Chỉ mời được hợp tác xã, tổ hợp tác, hộ kinh doanh đang hoạt động trên hệ thống.',
    en: () => 'Only cooperatives, groups and household businesses that are active here can be invited.',
    field: 'invited',
  },
  TRIP_INVITED_ALREADY: {
    vi: ({ name }) => `${name} đã có trong chuyến xe. Hãy bỏ khỏi danh sách mời.`,
    en: ({ name }) => `${name} is on this trip already. Take it off the list.`,
    field: 'invited',
  },
  TRIP_TOO_MANY: {
    vi: ({ max }) => `Một chuyến xe có tối đa ${max} đơn vị.`,
    en: ({ max }) => `A trip carries at most ${max} organizations.`,
    field: 'invited',
  },
  TRIP_CANCELLED: {
    vi: () => 'Chuyến xe đã huỷ. Hãy chọn chuyến khác hoặc giao bằng xe riêng.',
    en: () => 'This trip was cancelled. Choose another, or send the goods by a vehicle of your own.',
  },
  TRIP_DONE: {
    vi: () => 'Chuyến xe đã giao xong. Hãy mở hoặc chọn chuyến khác.',
    en: () => 'This trip is done. Open or choose another.',
  },
  TRIP_UNDER_WAY: {
    vi: () => 'Đã có hàng lên xe nên không huỷ được chuyến. Bớt phần hàng chưa lên xe nếu cần.',
    en: () => 'Goods have left on this trip, so it cannot be cancelled. Take off what is not on board if you need to.',
  },
  TRIP_NOT_JOINED: {
    vi: () => 'Hãy nhận lời đi chung xe trước khi xếp hàng lên chuyến.',
    en: () => 'Join the trip before you put goods on it.',
  },
  TRIP_ANSWERED: {
    vi: () => 'Lời mời này không còn chờ trả lời. Hãy tải lại trang.',
    en: () => 'This invitation no longer waits for an answer. Reload the page.',
  },
  TRIP_GOODS_ON_BOARD: {
    vi: () => 'Hàng của đơn vị đã lên xe nên không rời chuyến được nữa.',
    en: () => 'Goods of this organization are on board, so it cannot leave the trip.',
  },
  TRIP_NOTHING_TO_CARRY: {
    vi: () => 'Đơn này không còn hàng chờ giao đến nơi đó. Hãy chọn đơn hoặc nơi nhận khác.',
    en: () => 'This order has nothing left to send to that place. Choose another order or place.',
    field: 'orderId',
  },
  TRIP_WEIGHT_NOT_POSITIVE: {
    vi: () => 'Trọng lượng phải lớn hơn 0 kg.',
    en: () => 'The weight must be above 0 kg.',
    field: 'weightKg',
  },
  TRIP_FULL: {
    vi: ({ free }) =>
      free.isPositive
        ? `Xe chỉ còn chỗ cho ${vi(free)}. Hãy giảm trọng lượng, hoặc giao phần còn lại bằng chuyến khác.`
        : 'Xe đã đầy. Hãy chọn chuyến khác, hoặc nhờ bên mở chuyến tăng tải trọng.',
    en: ({ free }) =>
      free.isPositive
        ? `The truck has room for ${en(free)} only. Book less, or send the rest by another trip.`
        : 'The truck is full. Choose another trip.',
    field: 'weightKg',
  },
  TRIP_LOAD_LEFT: {
    vi: () => 'Phần hàng này đã lên xe hoặc đã rời chuyến. Hãy tải lại trang.',
    en: () => 'This load is on board or off the trip already. Reload the page.',
  },
  TRIP_STOPS_DIFFER: {
    vi: () => 'Các điểm dừng đã thay đổi. Hãy tải lại trang rồi sắp lại.',
    en: () => 'The stops have changed. Reload the page and arrange them again.',
    field: 'stops',
  },
  TRIP_UNLOADS_FIRST: {
    vi: ({ position }) => `Điểm dừng ${position} dỡ hàng trước khi hàng được bốc lên xe. Hãy đưa xuống sau điểm bốc hàng.`,
    en: ({ position }) => `Stop ${position} unloads goods before they are loaded. Move it behind their loading stop.`,
    field: 'stops',
  },
  TRIP_TIMES_FALL: {
    vi: ({ position }) => `Giờ đến điểm dừng ${position} sớm hơn điểm trước đó hoặc giờ xe chạy. Hãy sửa giờ.`,
    en: ({ position }) => `Stop ${position} is timed before an earlier stop or the departure. Correct the time.`,
    field: 'stops',
  },
  TRIP_STOP_MISSING: {
    vi: ({ place }) => `Chuyến xe chưa giữ chỗ cho hàng đi ${place}. Xếp phần hàng này lên chuyến trước, hoặc bỏ dòng đó.`,
    en: ({ place }) => `No room is held on the trip for goods to ${place}. Book them first, or leave the line out.`,
    field: 'tripId',
  },
  TRIP_LOAD_OVER: {
    vi: ({ place, booked, loading }) =>
      `Hàng đi ${place} nặng ${vi(loading)}, chuyến xe mới giữ chỗ ${vi(booked)}. Hãy tăng trọng lượng trên chuyến trước khi giao.`,
    en: ({ place, booked, loading }) =>
      `Goods to ${place} weigh ${en(loading)}; ${en(booked)} are held on the trip. Raise the weight on the trip first.`,
    field: 'tripId',
  },
  TRIP_REASON_MISSING: { vi: () => 'Hãy ghi lý do.', en: () => 'Give a reason.', field: 'reason' },
};
