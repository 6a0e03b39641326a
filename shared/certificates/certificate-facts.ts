/** The facts a certificate prints and its QR code signs. Text as printed, dates as YYYY-MM-DD. */
export type CertificateFacts = Readonly<{
  /** Verify code, normalised, 17 letters. */
  code: string;
  /** Name of the recipient as printed (tên in trên bằng), without position or address. */
  printedName: string;
  /** Award as named in the catalogue, such as 'Bằng khen'. */
  awardName: string;
  /** Decision number and symbol, such as '372/QĐ-UBND'. */
  decisionNumber: string;
  decisionOn: string;
  /** Who awards, such as 'Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn'. */
  issuer: string;
  /** Số sổ vàng. */
  goldenBookNumber: number;
}>;

/**
 * The one text that stands for the facts: signed when printing, built again when verifying.
 *
 * Frozen for ever: a changed order, sign or normal form makes every printed QR code fail. A new set of
 * facts takes a new prefix and the old one stays readable.
 */
export function certificateFactsText(facts: CertificateFacts): string {
  const texts = [facts.code, facts.printedName, facts.awardName, facts.decisionNumber, facts.decisionOn, facts.issuer];
  return `LT1${JSON.stringify([...texts.map((text) => text.normalize('NFC')), facts.goldenBookNumber])}`;
}
