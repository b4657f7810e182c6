import type { Labels } from '../../platform/spreadsheets/index.js';

/** What was done, by the name of the mutation, for lists that leave the application. */
const OPERATION: Labels = {
  productCreate: { vi: 'thêm sản phẩm', en: 'added a product' },
  productUpdate: { vi: 'sửa sản phẩm', en: 'edited a product' },
  productGradesSet: { vi: 'sửa phẩm cấp', en: 'edited grades' },
  productPacksSet: { vi: 'sửa quy cách', en: 'edited packs' },
  productPhotosSet: { vi: 'sửa ảnh', en: 'edited photos' },
  productSubmit: { vi: 'gửi duyệt sản phẩm', en: 'sent a product to review' },
  productPause: { vi: 'tạm ngừng bán', en: 'paused a product' },
  productResume: { vi: 'bán lại', en: 'resumed a product' },
  productChangeWithdraw: { vi: 'rút đề nghị sửa', en: 'withdrew a proposed change' },
  holidayClosureCreate: { vi: 'ghi ngày nghỉ giao hàng', en: 'recorded days without delivery' },
  holidayClosureCancel: { vi: 'bỏ ngày nghỉ giao hàng', en: 'cancelled days without delivery' },
  harvestRecord: { vi: 'ghi thu hoạch', en: 'recorded a harvest' },
  stockLoss: { vi: 'ghi hao hụt', en: 'recorded a loss' },
  stockCount: { vi: 'kiểm kê', en: 'counted stock' },
  stockUndo: { vi: 'huỷ một lần ghi kho', en: 'took back a stock entry' },
  lotStageAdd: { vi: 'ghi chặng của lô', en: 'recorded a stage of a lot' },
  forecastRecord: { vi: 'ghi dự kiến thu hoạch', en: 'recorded a forecast' },
  harvestCalendarSave: { vi: 'sửa lịch mùa vụ', en: 'edited the season' },
  stockKeepingSet: { vi: 'bật, tắt theo dõi kho', en: 'switched stock keeping' },
  orderAcknowledge: { vi: 'trả lời đơn hàng', en: 'answered an order' },
  orderChangePropose: { vi: 'đề nghị thay đổi đơn', en: 'proposed a change of an order' },
  orderChangeDecide: { vi: 'trả lời đề nghị thay đổi', en: 'answered a proposed change' },
  shipmentDispatch: { vi: 'báo hàng lên đường', en: 'sent goods off' },
  deliveryProof: { vi: 'ghi bằng chứng giao', en: 'recorded proof of delivery' },
  lifeWaiverAsk: { vi: 'xin giao lô hạn ngắn', en: 'asked for a short-lived lot' },
  lifeWaiverWithdraw: { vi: 'rút xin giao lô hạn ngắn', en: 'withdrew the request for a short-lived lot' },
};

/** "orderAcknowledge" or "product.submit" in words; what has none is "việc khác". */
export function operationWords(operation: string, locale: 'vi' | 'en'): string {
  const name = operation.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(OPERATION, name) ? OPERATION[name]![locale] : { vi: 'việc khác', en: 'something else' }[locale];
}
