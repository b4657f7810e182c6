interface Kept {
  id: string;
  contract?: { id: string } | null;
  lines: readonly { sellerOrgId: string }[];
}

/** The order pad with all sellers of a template, filled from it. */
export function templateHref({ id, contract, lines }: Kept): string {
  const [first = '', ...others] = new Set(lines.map(({ sellerOrgId }) => sellerOrgId));
  const rest = contract ? `&contract=${contract.id}` : others.length ? `&also=${others.join(',')}` : '';
  return `/orders/new?seller=${first}${rest}&template=${id}`;
}
