/** The server names fields by the input ("pack.sizeBase", "0.unitPrice"); on the screen they have ids of their own. */
const ids: Record<string, string> = {
  'pack.name': 'packName',
  'pack.sizeBase': 'packSize',
  'pack.moqPacks': 'moqPacks',
  'pack.gtin': 'gtin',
  sizeBase: 'packSize',
  pack: 'packName',
  priceTiers: 'tier-0-price',
  unitPrice: 'tier-0-price',
};

export function fieldIdOf(field: string): string {
  const row = /^(?:priceTiers\.)?(\d+)\.(minQty|unitPrice)$/.exec(field);
  if (row) return `tier-${row[1]}-${row[2] === 'minQty' ? 'from' : 'price'}`;
  return ids[field] ?? field;
}

/** The sentence that stands beside the field with this id. */
export const errorAt = (fields: Readonly<Record<string, string>>, id: string): string | undefined =>
  Object.entries(fields).find(([field]) => field !== '' && fieldIdOf(field) === id)?.[1];
