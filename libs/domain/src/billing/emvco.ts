/** One EMVCo field: two-digit id, two-digit length, value. Throws RangeError above 99 characters. */
export function tlv(id: string, value: string): string {
  if (value.length > 99) throw new RangeError(`Field ${id} is longer than 99 characters`);
  return id + String(value.length).padStart(2, '0') + value;
}

/** Fields by id, or null when a length does not fit or an id repeats. */
export function readTlv(text: string): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const head = /^(\d\d)(\d\d)$/.exec(text.slice(at, at + 4));
    const value = head && text.slice(at + 4, at + 4 + Number(head[2]));
    if (!head || value?.length !== Number(head[2]) || fields.has(head[1]!)) return null;
    fields.set(head[1]!, value);
    at += 4 + value.length;
  }
  return fields;
}

/** CRC-16/CCITT-FALSE (polynomial 1021, initial FFFF) of ASCII text, four capital hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const char of text) {
    crc ^= char.charCodeAt(0) << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
