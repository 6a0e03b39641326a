import { Trans } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { useWords } from '#client/core/words.ts';
import { CERTIFICATE_STATUS_LABELS, type CertificateStatus } from '#shared/certificates/certificates.schema.ts';

const TONES: Record<CertificateStatus, Tone> = {
  made: 'neutral',
  printed: 'info',
  signed: 'info',
  sealed: 'warn',
  handed: 'good',
};

/** Chưa in / Đã in / Đã ký / Đã đóng dấu / Đã trao, or that it is void. */
export function CertificateStatusBadge({
  status,
  cancelledOn,
}: {
  status: CertificateStatus;
  cancelledOn: string | null;
}) {
  const { label } = useWords();
  if (cancelledOn !== null)
    return (
      <StatusBadge tone="bad">
        <Trans>Đã hủy bỏ</Trans>
      </StatusBadge>
    );
  return <StatusBadge tone={TONES[status]}>{label(CERTIFICATE_STATUS_LABELS[status])}</StatusBadge>;
}
