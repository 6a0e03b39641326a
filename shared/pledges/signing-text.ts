import { formatDate } from '#shared/core/dates.ts';

type Signature = {
  name: string;
  isActive: boolean;
  signedOn: string | null;
  signatoryName: string | null;
  capacity: string | null;
};

/**
 * How the signing stands, as text for a group: who has signed, when and in which capacity, and who has not. Polite, for
 * it goes between equals; Vietnamese only.
 */
export function signingText(year: number, signatures: readonly Signature[]): string {
  const signed = signatures.filter(({ signedOn }) => signedOn !== null);
  // Whoever left the cluster is not waited for.
  const waiting = signatures.filter(({ signedOn, isActive }) => signedOn === null && isActive);
  return [
    `Giao ước thi đua năm ${year}: đã ký kết ${signed.length}/${signed.length + waiting.length} đơn vị.`,
    ...signed.map(({ name, signedOn, signatoryName, capacity }) => {
      const who = [signatoryName, capacity].filter(Boolean).join(', ');
      return `- ${name}: ký ngày ${formatDate(signedOn!)}${who ? ` (${who})` : ''}`;
    }),
    ...(waiting.length === 0
      ? []
      : [`Chưa ký: ${waiting.map(({ name }) => name).join(', ')}. Trân trọng đề nghị các đơn vị quan tâm ký kết.`]),
  ].join('\n');
}
