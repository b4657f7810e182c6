/** Headers of lots as a file: they go out and come in under the same names. */
export const LOT_HEADERS = {
  lotCode: { vi: 'Mã lô', en: 'Lot code' },
  qty: { vi: 'Số lượng', en: 'Quantity' },
  harvestedOn: { vi: 'Ngày thu hoạch', en: 'Harvested on' },
  origin: { vi: 'Cách vào kho', en: 'Came in by' },
  goodFrom: { vi: 'Bán từ ngày', en: 'Sold from' },
  expiresOn: { vi: 'Hạn sử dụng', en: 'Expires on' },
  grade: { vi: 'Hạng', en: 'Grade' },
  place: { vi: 'Nơi để hàng', en: 'Kept at' },
  note: { vi: 'Ghi chú', en: 'Note' },
} as const;

export const LOT_ORIGINS = {
  HARVEST: { vi: 'Thu hoạch', en: 'Harvest' },
  RECEIVE: { vi: 'Nhập kho', en: 'Received' },
} as const;
