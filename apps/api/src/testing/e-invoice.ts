interface Printed {
  readonly number?: string;
  readonly currency?: string;
  readonly name?: string;
  readonly qty?: string;
  readonly unitPrice?: number;
  readonly vat?: number;
  readonly vatRate?: string;
  readonly lookup?: string;
  readonly issuedOn?: string;
}

/** An e-invoice in the form of Decision 1450/QĐ-TCT, between fictional parties. */
export function eInvoiceXml(printed: Printed = {}): string {
  const { number = '1', currency = 'VND', name = 'Na dai loại 1', qty = '100', unitPrice = 42000, vat = 336_000 } = printed;
  const {
    vatRate = '8%',
    lookup = 'ABC123',
    issuedOn = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
  } = printed;
  const net = Math.round(Number(qty) * unitPrice);
  return `<?xml version="1.0" encoding="UTF-8"?>
<HDon><DLHDon Id="data"><TTChung><PBan>2.0.1</PBan><THDon>Hóa đơn giá trị gia tăng</THDon><KHMSHDon>1</KHMSHDon><KHHDon>C26TAA</KHHDon>
<SHDon>${number}</SHDon><NLap>${issuedOn}</NLap><DVTTe>${currency}</DVTTe><TGia>1</TGia><HTTToan>CK</HTTToan>
<TTKhac><TTin><TTruong>Mã tra cứu</TTruong><KDLieu>string</KDLieu><DLieu>${lookup}</DLieu></TTin></TTKhac></TTChung>
<NDHDon><NBan><Ten>HTX Mẫu</Ten><MST>4990000019</MST><DChi>Lạng Sơn</DChi></NBan><NMua><Ten>Siêu thị Mẫu</Ten><MST>4990000026</MST></NMua>
<DSHHDVu><HHDVu><TChat>1</TChat><STT>1</STT><THHDVu>${name}</THHDVu><DVTinh>kg</DVTinh><SLuong>${qty}</SLuong><DGia>${unitPrice}</DGia>
<ThTien>${net}</ThTien><TSuat>${vatRate}</TSuat></HHDVu><HHDVu><TChat>4</TChat><THHDVu>Giao theo đơn</THHDVu></HHDVu></DSHHDVu>
<TToan><THTTLTSuat><LTSuat><TSuat>${vatRate}</TSuat><ThTien>${net}</ThTien><TThue>${vat}</TThue></LTSuat></THTTLTSuat>
<TgTCThue>${net}</TgTCThue><TgTThue>${vat}</TgTThue><TgTTTBSo>${net + vat}</TgTTTBSo><TgTTTBChu>mẫu</TgTTTBChu></TToan></NDHDon></DLHDon>
<MCCQT Id="cqt">M1-26-ABCDE-00000000001</MCCQT></HDon>`;
}
