import { KINDS, type Registrations, sumOf, titlesIn } from '#client/registrations/registration-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { REGISTERED_KIND_LABELS } from '#shared/registrations/registrations.schema.ts';

/** What the cluster aims at, for Word or Zalo. An official wording, so Vietnamese whatever the screen speaks. */
export function registrationsText({ year, members, forms }: Registrations): string {
  const sent = members.filter(({ status }) => status === 'sent');
  const lines = sent.flatMap((member) => member.lines);
  const missing = members.filter(({ status }) => status !== 'sent').map(({ name }) => name);
  const totals = titlesIn(forms, lines).flatMap(({ code, name }) =>
    KINDS.flatMap((kind) => {
      const count = sumOf(lines, code, kind);
      return count > 0 ? [`- ${name}: ${formatScaled(count, 0)} ${REGISTERED_KIND_LABELS[kind].vi.toLowerCase()}`] : [];
    }),
  );
  return [
    `Đăng ký thi đua năm ${year.year} - ${year.clusterName}`,
    `Đã gửi ${sent.length}/${members.length} đơn vị.`,
    ...totals,
    missing.length > 0 && `Chưa gửi: ${missing.join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n');
}
