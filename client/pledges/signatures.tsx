import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { here } from '#client/core/base.ts';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import type { PledgeSignature, PledgeYear } from '#client/pledges/pledge-types.ts';
import { SignDialog } from '#client/pledges/sign-dialog.tsx';
import { formatDate } from '#shared/core/dates.ts';

/** Ký kết: who signed for each member, in which capacity, when, with the scan; and recording it where one may. */
export function Signatures({ year }: { year: PledgeYear }) {
  const { t } = useLingui();
  const { pledge } = year;
  const [open, setOpen] = useState<string | null>(null);
  const chosen = pledge.signatures.find(({ unitId }) => unitId === open);
  const canSome = pledge.signatures.some(maySign);
  return (
    <>
      <DataTable
        caption={t`Danh sách ký kết`}
        rows={pledge.signatures}
        rowKey={({ unitId }) => unitId}
        empty={<Trans>Chưa có đơn vị nào được mời ký.</Trans>}
        columns={[
          {
            id: 'unit',
            head: <Trans>Đơn vị</Trans>,
            width: 150,
            rowHead: true,
            cell: ({ id, name, isActive }) => (isActive || id === null ? name : t`${name} (đã rời Cụm)`),
          },
          {
            id: 'state',
            head: <Trans>Trạng thái</Trans>,
            width: 120,
            cell: ({ signedOn }) =>
              signedOn === null ? (
                <StatusBadge tone="neutral">{t`Chưa ký`}</StatusBadge>
              ) : (
                <StatusBadge tone="good">{t`Đã ký`}</StatusBadge>
              ),
          },
          {
            id: 'on',
            head: <Trans>Ngày ký</Trans>,
            width: 110,
            cell: ({ signedOn }) => <span className="tabular">{signedOn === null ? '–' : formatDate(signedOn)}</span>,
          },
          {
            id: 'signatory',
            head: <Trans>Người ký, chức vụ</Trans>,
            wrap: true,
            cell: (signature) => <Signatory signature={signature} />,
          },
          {
            id: 'scan',
            head: <Trans>Bản ký có dấu</Trans>,
            width: 220,
            cell: (signature) => <Scan signature={signature} />,
          },
          ...(canSome
            ? [
                {
                  id: 'act',
                  head: <Trans>Thao tác</Trans>,
                  width: 150,
                  cell: (signature: PledgeSignature) =>
                    maySign(signature) && (
                      <Button
                        size="compact-sm"
                        variant={signature.signedOn === null ? 'filled' : 'default'}
                        onClick={() => setOpen(signature.unitId)}
                        aria-label={
                          signature.signedOn === null
                            ? t`Ghi nhận ký kết: ${signature.name}`
                            : t`Đính chính thông tin ký: ${signature.name}`
                        }
                      >
                        {signature.signedOn === null ? <Trans>Ghi nhận ký</Trans> : <Trans>Đính chính</Trans>}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {chosen?.id && <SignDialog year={year} signature={chosen} onClose={() => setOpen(null)} />}
    </>
  );
}

const maySign = ({ id, sign, isActive }: PledgeSignature) => id !== null && sign.length === 0 && isActive;

function Signatory({ signature }: { signature: PledgeSignature }) {
  const { signatoryName, capacity, isDemo, signedOn, isActive } = signature;
  const words = [signatoryName, capacity].filter(Boolean).join(', ') || '–';
  if (signedOn !== null && isDemo)
    return (
      <Group gap={6}>
        {words}
        <Text span size="sm" c="gray.7">
          <Trans>(minh họa)</Trans>
        </Text>
      </Group>
    );
  if (signedOn === null && !isActive)
    return (
      <Text span c="gray.7">
        <Trans>Không còn là thành viên của Cụm</Trans>
      </Text>
    );
  return words;
}

function Scan({ signature: { fileId, files, signedOn } }: { signature: PledgeSignature }) {
  const file = files.find(({ id }) => id === fileId);
  if (file)
    return (
      <Anchor
        href={here(`/files/${encodeURIComponent(file.id)}`)}
        download={file.name}
        className="cut"
        title={file.name}
      >
        {file.name}
      </Anchor>
    );
  return signedOn === null ? '–' : <Trans>Không có tệp quét</Trans>;
}
